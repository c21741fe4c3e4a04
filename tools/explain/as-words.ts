import { verdict as aboutVerdict } from '#locales/en/verdict';
import type { Cause, InstantMs } from '#model';
import { type Catalogue, createWords, type Params, tidy, type Words } from '#words';
import type { Judged } from './judge-cases.ts';

const explain = {
  since: '  since {at:clock}',
  loss: '     Costs {loss:mail} today.',
  clears: '     Clears {at:clock}, {at:until}.',
  next: '  Next mail {at:clock}, {at:until}.',
  today: '  Today {today} (from {worst} to {best}), {remaining} of it still to come.',
  bottleneck: '  Bottleneck: {name}; without it {without}.',
  assumed: '  Taken as not binding, because unknown: {names}.',
  incident: '  Shared with other campaigns: {headline} ({count:campaign}).',
} as const;

const CATALOGUE: Catalogue = {
  ...aboutVerdict,
  ...explain,
};

/** One verdict in words, for a reader whose clock follows `timeZone`. */
export const asWords = ({ verdict, incidents, timeZone }: Judged, now: InstantMs): string => {
  const words: Words = createWords<Catalogue>(CATALOGUE, { locale: 'en', timeZone: 'UTC' });
  const say = (key: keyof typeof explain, params: Params): string =>
    words.t(key, { ...params, now, timeZone, count: Number(params['count'] ?? 0) });
  const aboutCause = (cause: Cause, at: number): string[] => {
    const { headline, explanation, advice } = words.cause(cause, now);
    const help = CATALOGUE[`${cause.code}.help`];
    return [
      `  ${at + 1}. ${headline} [${cause.code}, ${cause.severity}]`,
      ...[explanation, advice].filter(Boolean).map((text) => `     ${tidy(text, 400)}`),
      ...(cause.loss ? [say('loss', { loss: cause.loss })] : []),
      ...(cause.clearsAt === null ? [] : [say('clears', { at: cause.clearsAt })]),
      ...(typeof help === 'string' ? [`     ${help}`] : []),
    ];
  };
  const { capacity } = verdict;
  return [
    `${tidy(verdict.name) || verdict.campaignId}: ${words.healthWord(verdict.health)}${say('since', { at: verdict.since })}`,
    ...verdict.causes.flatMap(aboutCause),
    ...(verdict.nextSendAt === null ? [] : [say('next', { at: verdict.nextSendAt })]),
    ...(capacity
      ? [
          say('today', {
            today: capacity.today.mean,
            worst: capacity.today.worst,
            best: capacity.today.best,
            remaining: capacity.remaining.mean,
          }),
        ]
      : []),
    ...(capacity?.bottleneck && capacity.withoutBottleneck
      ? [
          say('bottleneck', {
            name: words.t(`panel.constraint.${capacity.bottleneck}`, { count: 0 }),
            without: capacity.withoutBottleneck.mean,
          }),
        ]
      : []),
    ...(capacity && capacity.assumed.length > 0
      ? [say('assumed', { names: capacity.assumed })]
      : []),
    ...incidents.map((incident) =>
      say('incident', {
        headline: words.cause(incident, now).headline,
        count: incident.campaignIds.length,
      }),
    ),
  ].join('\n');
};
