import { MINUTE_MS, type WebhookKind } from '#model';
import type { Scene } from '../scene.ts';
import type { Around } from '../stage.ts';
import { NOW } from '../stages.ts';
import { inTurn, press, scrollTo, type } from './acts.ts';

const webhook = (
  id: string,
  kind: WebhookKind,
  name: string,
  host: string,
  rest: object = {},
): object => ({
  id,
  kind,
  name,
  host,
  hasAddresses: false,
  waiting: 0,
  lastOutcome: { kind: 'delivered', at: NOW - 12 * MINUTE_MS },
  ...rest,
});

const failed = (problem: object) => ({ kind: 'failed', at: NOW - 3 * MINUTE_MS, problem });

const SEVERAL = [
  webhook('w1', 'slack', 'Ops channel', 'hooks.slack.com'),
  webhook('w2', 'discord', 'Night watch', 'discord.com', {
    waiting: 4,
    lastOutcome: failed({ code: 'refused', status: 404 }),
  }),
  webhook('w3', 'teams', '', 'prod-17.westeurope.logic.azure.com', {
    waiting: 1,
    hasAddresses: true,
    lastOutcome: failed({ code: 'permission_missing' }),
  }),
  webhook(
    'w4',
    'any',
    'The automation that opens tickets for everything that stops at a client',
    `status.${'a-very-long-subdomain-of-somebody.'.repeat(3)}example.com`,
    { lastOutcome: null },
  ),
];

const ADDRESS = 'https://hooks.slack.com/services/T0/B0/made-up';
const several = { 'webhook.list': { webhooks: SEVERAL } };
const put = (problem: object): Partial<Around> => ({
  answers: { 'webhook.put': { ok: false, problem } },
});
const fillIn = (address: string) =>
  inTurn(
    type('#webhook-address', address),
    type('#webhook-name', 'Ops channel'),
    press('#webhook [type=submit]'),
    scrollTo('#webhook'),
  );
const ON = { areNotificationsOn: true };

/** The section Alerts of the options. */
export const alertsScenes: readonly Scene[] = (
  [
    { name: 'off', act: scrollTo('#alerts') },
    { name: 'on', around: { settings: ON }, act: scrollTo('#alerts') },
    {
      name: 'tested',
      around: { settings: ON },
      act: inTurn(press('[data-notifying] button'), scrollTo('#alerts')),
    },
    {
      name: 'refused',
      around: { isRefusing: true },
      act: inTurn(press('[data-notifying] button'), scrollTo('#alerts')),
    },
    {
      name: 'not-stored',
      around: { answers: { 'alerts.setRules': { ok: false } } },
      act: inTurn(press('#preset-calm'), scrollTo('#rules')),
    },
    {
      name: 'own-rules',
      stage: 'silenced',
      act: inTurn(press('.causes summary'), scrollTo('#rules')),
    },
    { name: 'hours', stage: 'silenced', act: scrollTo('[data-hours=quiet]') },
    {
      name: 'preview',
      act: inTurn(
        press('[data-preview] button'),
        press('[data-preview] summary'),
        scrollTo('[data-preview]'),
      ),
    },
    {
      name: 'preview-nothing',
      stage: 'empty',
      act: inTurn(press('[data-preview] button'), scrollTo('[data-preview]')),
    },
    { name: 'webhooks', around: { answers: several }, act: scrollTo('#webhooks') },
    {
      name: 'webhooks-unread',
      around: { answers: { 'webhook.list': null } },
      act: scrollTo('#webhooks'),
    },
    {
      name: 'webhook-tested',
      around: { answers: { ...several, 'webhook.test': { ok: true } } },
      act: inTurn(press('[data-webhook-id=w1] button'), scrollTo('#webhooks')),
    },
    {
      name: 'webhook-test-failed',
      around: {
        answers: { ...several, 'webhook.test': { ok: false, problem: { code: 'timeout' } } },
      },
      act: inTurn(press('[data-webhook-id=w1] button'), scrollTo('#webhooks')),
    },
    {
      name: 'webhook-remove',
      around: { answers: several },
      act: inTurn(press('[data-webhook-id=w1] [data-opens=remove]'), scrollTo('#webhooks')),
    },
    { name: 'webhook-not-https', act: fillIn('http://example.com/hook') },
    { name: 'webhook-access-refused', around: { isRefusing: true }, act: fillIn(ADDRESS) },
    { name: 'webhook-too-many', around: put({ code: 'too_many' }), act: fillIn(ADDRESS) },
    {
      name: 'webhook-added',
      around: {
        answers: { 'webhook.put': { ok: true, webhook: SEVERAL[0] }, ...several },
      },
      act: fillIn(ADDRESS),
    },
    {
      name: 'webhook-saving',
      around: { answers: { 'webhook.put': undefined } },
      act: fillIn(ADDRESS),
      isWaiting: true,
    },
    { name: 'silenced', stage: 'silenced', act: scrollTo('#silenced') },
    {
      name: 'take-back-failed',
      stage: 'silenced',
      around: { answers: { 'alerts.unsilence': { ok: false } } },
      act: inTurn(press('#silenced li button'), scrollTo('#silenced')),
    },
    {
      name: 'forced-colors',
      stage: 'silenced',
      around: { settings: ON, answers: several },
      wish: 'forced-colors',
      act: scrollTo('#alerts'),
    },
    {
      name: 'narrow',
      stage: 'silenced',
      size: { width: 320, height: 800 },
      act: inTurn(press('.causes summary'), scrollTo('#rules')),
    },
    ...(['accented', 'mirrored'] as const).flatMap((locale): readonly Partial<Scene>[] => [
      {
        name: `${locale}`,
        stage: 'silenced',
        locale,
        around: { settings: ON, answers: several },
        act: inTurn(press('[data-preview] button'), press('.causes summary'), scrollTo('#alerts')),
        isWhole: true,
      },
      { name: `${locale}-webhook-refused`, locale, act: fillIn('http://example.com/hook') },
      {
        name: `${locale}-refused`,
        locale,
        around: { isRefusing: true },
        act: inTurn(press('[data-notifying] button'), scrollTo('#alerts')),
      },
    ]),
  ] satisfies readonly Partial<Scene>[]
).map((scene: Partial<Scene>) => ({
  surface: 'options',
  stage: 'problems',
  ...scene,
  name: `alerts-${scene.name}`,
}));
