import type { ComponentChildren } from 'preact';
import type { Capacity, InboxCounts, InstantMs, Verdict, WorkspaceState } from '#model';
import { isolate, nameText } from '#words';
import { Glyph } from '../glyph/index.tsx';
import type { PanelWords } from './words.ts';

interface AnswerProps {
  readonly verdict: Verdict;
  readonly words: PanelWords;
  readonly now: InstantMs;
}

const Figure = ({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <b>{value}</b> {note && <small>{note}</small>}
    </dd>
  </div>
);

const CapacityFigures = ({
  capacity: { today, withoutBottleneck, bottleneck, assumed },
  words,
}: {
  readonly capacity: Capacity;
  readonly words: PanelWords;
}) => (
  <dl class="figures">
    <Figure
      label={words.t('panel.today')}
      value={words.number(Math.round(today.mean))}
      {...(assumed.length > 0 && { note: words.t('panel.upTo') })}
    />
    {bottleneck && (
      <Figure
        label={words.t('panel.bottleneck')}
        value={words.t(`panel.constraint.${bottleneck}`)}
        {...(withoutBottleneck && {
          note: words.t('panel.withoutIt', { mails: Math.round(withoutBottleneck.mean) }),
        })}
      />
    )}
    {!bottleneck && withoutBottleneck && (
      <Figure
        label={words.t('panel.ifRunning')}
        value={words.number(Math.round(withoutBottleneck.mean))}
      />
    )}
  </dl>
);

const InboxBar = ({
  counts,
  words,
}: {
  readonly counts: InboxCounts;
  readonly words: PanelWords;
}) => {
  const parts = [
    { name: 'ready', tone: 'healthy', count: counts.available },
    { name: 'atLimit', tone: 'limited', count: counts.atDailyLimit },
    { name: 'inGap', tone: 'waiting', count: counts.inGap },
    { name: 'disconnected', tone: 'blocked', count: counts.disconnected },
  ] as const;
  const known = parts.flatMap(({ name, tone, count }) => (count ? [{ name, tone, count }] : []));
  if (known.length === 0) return null;
  return (
    <div class="inboxes">
      <div class="bar" role="img" aria-label={words.t('panel.inboxes')}>
        {known.map(({ name, tone, count }) => (
          <i key={name} class={tone} style={{ flexGrow: String(count) }} />
        ))}
      </div>
      <ul>
        {known.map(({ name, tone, count }) => (
          <li key={name}>
            <i class={tone} />
            {words.t(`panel.inboxes.${name}`, { count })}
          </li>
        ))}
      </ul>
    </div>
  );
};

const followUpsOf = (
  { counters: { followUpsWaiting, nextFollowUpAt } }: Verdict,
  words: PanelWords,
  now: InstantMs,
): string => {
  if (!followUpsWaiting) return '';
  const count = followUpsWaiting;
  return nextFollowUpAt === undefined
    ? words.t('panel.followUpsOnly', { count })
    : words.t('panel.followUps', { count, until: words.until(nextFollowUpAt, now) });
};

/** What the panel says first, in one line. */
export const headlineOf = ({ verdict, words, now }: AnswerProps): string => {
  const [cause] = verdict.causes;
  if (verdict.health === 'unknown' && verdict.lastKnown) return words.t('panel.stale');
  if (verdict.health === 'healthy') return words.t('panel.sending');
  return cause
    ? words.cause(cause, now).headline || isolate(cause.code)
    : words.t('panel.noReason');
};

const textOf = ({ verdict, words, now }: AnswerProps): string => {
  const { causes, health, lastKnown } = verdict;
  if (health === 'unknown' && lastKnown) {
    const lastHealth = words.healthWord(lastKnown.health).toLowerCase();
    return words.t('panel.staleText', { at: lastKnown.at, now, health: lastHealth });
  }
  const [cause] = causes;
  if (health === 'healthy') return words.t('panel.sendingText');
  if (!cause) return '';
  const { explanation } = words.cause(cause, now);
  if (cause.clearsAt === null) return explanation;
  const until = words.until(cause.clearsAt, now);
  // Many explanations say it themselves.
  return explanation.includes(until)
    ? explanation
    : `${explanation} ${words.t('panel.clears', { at: cause.clearsAt, now, until })}`;
};

/** How the workspace stands, when that is why the answer is old or missing. */
export const stateTextOf = (state: WorkspaceState, name: string, words: PanelWords): string =>
  state.kind === 'ok'
    ? ''
    : words.t(`panel.state.${state.kind}`, {
        name: nameText(name, words.t('panel.workspace')),
      });

/** Headline with its sign, and the text under it. */
export const Head = ({
  glyph,
  headline,
  children,
}: {
  readonly glyph: Verdict['health'];
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
export const Answer = ({ verdict, words, now }: AnswerProps) => {
  const { causes, capacity, counters, health } = verdict;
  // Of a campaign that sends, every cause is only a note.
  const isSending = health === 'healthy';
  const first = isSending ? undefined : causes[0];
  const others = isSending ? causes : causes.slice(1);
  const advice = first && words.cause(first, now).advice;
  const followUps = followUpsOf(verdict, words, now);
  return (
    <>
      <div class="body">
        <Head glyph={health} headline={headlineOf({ verdict, words, now })}>
          <span class="hidden">{words.healthWord(health)}</span>
          <p data-cause={first?.code}>{textOf({ verdict, words, now })}</p>
          {advice && <p class="advice">{advice}</p>}
        </Head>
        {others.length > 0 && (
          <ul class="others" aria-label={words.t('panel.also')}>
            {others.map((cause) => (
              <li key={cause.code} data-cause={cause.code}>
                {words.cause(cause, now).headline || isolate(cause.code)}
              </li>
            ))}
          </ul>
        )}
        {capacity && <CapacityFigures capacity={capacity} words={words} />}
        {counters.inboxes && <InboxBar counts={counters.inboxes} words={words} />}
      </div>
      {followUps && <footer>{followUps}</footer>}
    </>
  );
};
