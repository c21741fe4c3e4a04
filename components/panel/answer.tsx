import type { ComponentChildren } from 'preact';
import type { PanelIncident } from '#messages';
import type { Health, InstantMs, Verdict } from '#model';
import { isolate, type WordedCause } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { followUpsText } from '../report/index.ts';
import { CapacityFigures, InboxBar } from './figures.tsx';
import type { On } from './frame.ts';
import type { AnswerWords } from './words.ts';

/** How many causes are told here; the dashboard tells all. */
const MOST_CAUSES = 3;

interface WordedVerdict {
  readonly verdict: Verdict;
  readonly words: AnswerWords;
  readonly now: InstantMs;
}

interface AnswerProps extends WordedVerdict {
  readonly incident: PanelIncident | null;
  readonly copied: 'copied' | 'notCopied' | null;
  readonly on: On;
}

const nameOf = (cause: WordedCause, words: AnswerWords, now: InstantMs): string =>
  words.cause(cause, now).headline || isolate(cause.code);

/** What the panel says first, in one line, and the text under it. */
export const saidOf = ({
  verdict: { causes, health, lastKnown },
  words,
  now,
}: WordedVerdict): readonly [headline: string, text: string] => {
  if (health === 'unknown' && lastKnown) {
    const lastHealth = words.healthWord(lastKnown.health).toLowerCase();
    return [
      words.t('panel.stale'),
      words.t('panel.staleText', { at: lastKnown.at, now, health: lastHealth }),
    ];
  }
  if (health === 'healthy') return [words.t('panel.sending'), words.t('panel.sendingText')];
  const [cause] = causes;
  if (!cause) return [words.t('panel.noReason'), ''];
  const { explanation } = words.cause(cause, now);
  const until = cause.clearsAt === null ? '' : words.until(cause.clearsAt, now);
  return [
    nameOf(cause, words, now),
    // Many explanations say it themselves.
    explanation.includes(until)
      ? explanation
      : `${explanation} ${words.t('panel.clears', { at: cause.clearsAt, now, until })}`,
  ];
};

/** Headline with its sign, and the text under it. */
export const Head = ({
  glyph,
  headline,
  children,
}: {
  readonly glyph: Health;
  readonly headline: string;
  readonly children?: ComponentChildren;
}) => (
  <div class="head">
    <Glyph health={glyph} size={20} />
    <div>
      <h2>{headline}</h2>
      {children}
    </div>
  </div>
);

/** All that is known about the campaign: why, what to do, what today could hold, how its inboxes stand. */
export const Answer = ({ verdict, incident, copied, words, now, on }: AnswerProps) => {
  const { causes, capacity, counters, health } = verdict;
  // Of a campaign that sends, every cause is only a note.
  const isSending = health === 'healthy';
  const first = isSending ? undefined : causes[0];
  const others = causes.slice(first ? 1 : 0, MOST_CAUSES);
  const more = causes.length - MOST_CAUSES;
  const advice = first && words.cause(first, now).advice;
  // Every code of a campaign that was stopped begins so (INSTANTLY.md 3.3). Where nothing can be done, the window says so.
  const change = verdict.code?.startsWith('campaign_') ? 'activate_campaign' : 'pause_campaign';
  const [headline, text] = saidOf({ verdict, words, now });
  const followUps = followUpsText(counters, words, now);
  return (
    <>
      <div class="body">
        <Head glyph={health} headline={headline}>
          <span class="hidden">{words.healthWord(health)}</span>
          <p data-cause={first?.code}>{text}</p>
          {advice && <p class="advice">{advice}</p>}
        </Head>
        {others.length > 0 && (
          <ul class="others" aria-label={words.t('panel.also')}>
            {others.map((cause) => (
              <li key={cause.code} data-cause={cause.code}>
                {nameOf(cause, words, now)}
              </li>
            ))}
          </ul>
        )}
        {more > 0 && (
          <button type="button" class="link" onClick={on('openDashboard')}>
            {words.t('panel.more', { count: more })}
          </button>
        )}
        {incident && (
          <p class="incident">
            {words.t('panel.incident', {
              headline: nameOf(incident, words, now),
              campaigns: incident.campaigns,
            })}
          </p>
        )}
        {capacity && <CapacityFigures capacity={capacity} words={words} />}
        <InboxBar counts={counters.inboxes} words={words} />
        <div class="acts">
          {([change, 'copy', 'openDashboard'] as const).map((act) => (
            <button key={act} type="button" class="button" onClick={on(act)}>
              {words.t(`panel.${act}`)}
            </button>
          ))}
          <span role="status">{copied && words.t(`panel.${copied}`)}</span>
        </div>
      </div>
      {followUps && <footer>{followUps}</footer>}
    </>
  );
};
