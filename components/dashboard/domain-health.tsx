import { tidy } from '#words';
import { useQuestion } from '../asking/asked.ts';
import { askTracking, askVitals, askWarmups, type TrackedInbox } from './ask-inboxes.ts';
import { AskedText } from './asked-text.tsx';
import { useDashboard } from './context.ts';
import { TrackingText } from './tracking-text.tsx';
import { VitalsText } from './vitals-text.tsx';
import { WarmupText } from './warmup-text.tsx';

interface DomainHealthProps {
  readonly domain: string;
  /** At least one. */
  readonly inboxes: readonly [TrackedInbox, ...TrackedInbox[]];
}

/** What is asked about a domain: whether its DNS records and its tracking domain are in order, and how warmup goes. */
export const DomainHealth = ({ domain, inboxes }: DomainHealthProps) => {
  const { model, words } = useDashboard();
  const { send, now } = model.ports;
  const vitals = useQuestion(() => askVitals(send, domain, inboxes[0]), now);
  const warmup = useQuestion(async () => {
    const addresses = inboxes.map(({ address }) => address);
    const said = await askWarmups(send, inboxes);
    return said.ok ? { ok: true, answer: { addresses, warmups: said.answer } } : said;
  }, now);
  const tracking = useQuestion(() => askTracking(send, inboxes), now);
  const isTracked = inboxes.some((inbox) => inbox.tracking);
  const name = tidy(domain, 80);
  return (
    <>
      <span class="questions">
        <button
          type="button"
          class="button"
          data-ask-vitals
          aria-label={words.t('vitals.askOf', { domain: name })}
          onClick={vitals.ask}
        >
          {words.t('vitals.ask')}
        </button>
        <button
          type="button"
          class="button"
          data-ask-warmup
          aria-label={words.t('warmup.askOf', { domain: name })}
          onClick={warmup.ask}
        >
          {words.t('warmup.ask')}
        </button>
        {isTracked && (
          <button
            type="button"
            class="button"
            data-ask-tracking
            aria-label={words.t('tracking.askOf', { domain: name })}
            onClick={tracking.ask}
          >
            {words.t('tracking.ask')}
          </button>
        )}
      </span>
      <AskedText
        asked={vitals.asked}
        asking={words.t('vitals.asking')}
        told={(answer) => <VitalsText vitals={answer} />}
      />
      <AskedText
        asked={warmup.asked}
        asking={words.t('warmup.asking')}
        told={(answer) => <WarmupText {...answer} />}
      />
      <AskedText
        asked={tracking.asked}
        asking={words.t('tracking.asking')}
        told={(answer) => <TrackingText hosts={answer} />}
      />
    </>
  );
};
