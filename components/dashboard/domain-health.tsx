import { tidy } from '#words';
import { useQuestion } from '../asking/asked.ts';
import { type AskedInbox, askVitals, askWarmups } from './ask-inboxes.ts';
import { AskedText } from './asked-text.tsx';
import { useDashboard } from './context.ts';
import { VitalsText } from './vitals-text.tsx';
import { WarmupText } from './warmup-text.tsx';

interface DomainHealthProps {
  readonly domain: string;
  /** At least one. */
  readonly inboxes: readonly [AskedInbox, ...AskedInbox[]];
}

/** Two questions about a domain: whether its DNS records are in order, and how the warmup of its inboxes goes. */
export const DomainHealth = ({ domain, inboxes }: DomainHealthProps) => {
  const { model, words } = useDashboard();
  const { send, now } = model.ports;
  const vitals = useQuestion(() => askVitals(send, domain, inboxes[0]), now);
  const warmup = useQuestion(async () => {
    const addresses = inboxes.map(({ address }) => address);
    const said = await askWarmups(send, inboxes);
    return said.ok ? { ok: true, answer: { addresses, warmups: said.answer } } : said;
  }, now);
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
    </>
  );
};
