import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { InboxAddress, Verdict } from '#model';
import { tidy } from '#words';
import { type Offer, offersOf } from '../changing/offer.ts';
import { Offers } from '../changing/offers.tsx';
import { Glyph } from '../glyph/index.tsx';
import { ACCOUNTS_URL, campaignUrl } from '../links.ts';
import { useDashboard } from './context.ts';
import { type Guide, guideOf, type Step } from './guide.ts';

const MOST_INBOXES = 8;

const OFFERED: Readonly<Record<string, readonly Offer['kind'][]>> = {
  change: ['raise_campaign_limit'],
  resume: ['activate_campaign'],
};

interface GuideProps {
  readonly guide: Guide;
  readonly verdict: Verdict;
}

const addressesOf = ({ cause }: Guide): readonly InboxAddress[] => {
  const addresses = cause?.params['addresses'];
  return Array.isArray(addresses) ? (addresses as InboxAddress[]) : [];
};

/** The inboxes to reconnect, each with how it stands by now. */
const Inboxes = ({ guide, verdict }: GuideProps) => {
  const { model, words } = useDashboard();
  const up = new Set(
    model.inboxes.value
      .filter(
        ({ facts, triage }) => facts.workspaceId === verdict.workspaceId && triage.canSend === true,
      )
      .map(({ facts }) => facts.address),
  );
  return (
    <ul>
      {addressesOf(guide)
        .slice(0, MOST_INBOXES)
        .map((address) => (
          <li key={address} data-account={address}>
            <Glyph health={up.has(address) ? 'healthy' : 'blocked'} size={14} />
            <bdi>{tidy(address, 80)}</bdi>{' '}
            <span class="quiet">
              {words.t(up.has(address) ? 'guide.inboxUp' : 'guide.inboxDown')}
            </span>
          </li>
        ))}
    </ul>
  );
};

const Help = ({ guide, verdict, step }: GuideProps & { readonly step: Step }) => {
  const { model, words } = useDashboard();
  if (step.state === 'done') return null;
  const kinds = OFFERED[step.name];
  if (kinds) {
    const offers = offersOf(verdict).filter(({ kind }) => kinds.includes(kind));
    return <Offers offers={offers} port={model.ports} words={words} />;
  }
  if (step.name === 'mend' && guide.kind === 'reconnect') {
    return <Inboxes guide={guide} verdict={verdict} />;
  }
  if (step.name === 'watch') return null;
  const isInboxes = guide.kind === 'reconnect';
  const url = isInboxes ? ACCOUNTS_URL : campaignUrl(verdict.campaignId);
  return (
    <button type="button" class="button" onClick={() => model.ports.openUrl(url)}>
      {words.t(isInboxes ? 'guide.openAccounts' : 'guide.openCampaign')}
    </button>
  );
};

const StepItem = ({ guide, verdict, step }: GuideProps & { readonly step: Step }) => {
  const { model, words } = useDashboard();
  const { kind } = guide;
  const at = verdict.clearsAt;
  const key = `guide.${kind}.${step.name}` as 'guide.reconnect.open';
  const text =
    step.name === 'change'
      ? at === null
        ? words.t('guide.limit.change.bare')
        : words.t('guide.limit.change', { at, now: model.slowNow.value })
      : words.t(key);
  return (
    <li
      data-step={step.name}
      data-state={step.state}
      aria-current={step.state === 'now' ? 'step' : undefined}
    >
      <p>
        <strong>{words.t(`guide.${step.state}`)}</strong> {text}
      </p>
      <Help guide={guide} verdict={verdict} step={step} />
    </li>
  );
};

/** Brings the guide into sight, and the focus to it, where the address asks for it; without a guide, the top of the page. */
const useWantedGuide = (): RefObject<HTMLElement | null> => {
  const { model } = useDashboard();
  const place = useRef<HTMLElement>(null);
  const route = model.route.value;
  const isWanted = route.kind === 'campaign' && route.isAtGuide;
  useEffect(() => {
    if (!isWanted) return;
    const target = place.current ?? document.querySelector('main');
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus({ preventScroll: true });
  }, [isWanted]);
  return place;
};

/** The way out of the worst cause that has a short one; it is over when the facts say so. */
export const GuideCard = ({ verdict }: { readonly verdict: Verdict }) => {
  const { model, words } = useDashboard();
  const place = useWantedGuide();
  const now = model.slowNow.value;
  const named = new Set(
    verdict.causes.flatMap(({ params }) =>
      Array.isArray(params['addresses']) ? params['addresses'] : [],
    ),
  );
  const mended = model.inboxes.value.filter(
    ({ facts, triage }) => named.has(facts.address) && triage.canSend === true,
  ).length;
  const guide = guideOf(verdict, model.changesOf(verdict), model.actions.value, mended, now);
  if (!guide) return null;
  return (
    <section
      ref={place}
      class="card padded guide"
      tabIndex={-1}
      aria-labelledby="guide"
      data-guide={guide.kind}
    >
      <h2 id="guide">
        {words.t('guide.title')}: {words.t(`guide.${guide.kind}`)}
      </h2>
      {guide.overAt !== null && (
        <p class="over" role="status" data-over>
          <Glyph health={guide.isSending ? 'healthy' : verdict.health} size={16} />{' '}
          {guide.isSending
            ? words.t('guide.sendingSince', { at: guide.overAt, now })
            : words.t('guide.overSince', {
                at: guide.overAt,
                now,
                health: words.healthWord(verdict.health).toLowerCase(),
              })}
        </p>
      )}
      <ol>
        {guide.steps.map((step) => (
          <StepItem key={step.name} guide={guide} verdict={verdict} step={step} />
        ))}
      </ol>
    </section>
  );
};
