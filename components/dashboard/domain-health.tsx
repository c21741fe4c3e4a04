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

interface AskProps {
  readonly what: 'vitals' | 'warmup' | 'tracking';
  readonly domain: string;
  readonly onClick: () => void;
}

const Ask = ({ what, domain, onClick }: AskProps) => {
  const { words } = useDashboard();
  return (
    <button
      type="button"
      class="button"
      {...{ [`data-ask-${what}`]: true }}
      aria-label={words.t(`${what}.askOf`, { domain })}
      onClick={onClick}
    >
      {words.t(`${what}.ask`)}
    </button>
  );
};

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
        <Ask what="vitals" domain={name} onClick={vitals.ask} />
        <Ask what="warmup" domain={name} onClick={warmup.ask} />
        {isTracked && <Ask what="tracking" domain={name} onClick={tracking.ask} />}
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
