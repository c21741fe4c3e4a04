import { HEALTHS, type Health } from '#model';
import { useDashboard } from './context.ts';
import type { Segment } from './segment.ts';
import { durationsOf } from './timeline.ts';

/** A campaign's past as one bar; for those who do not see it, how long each state lasted. */
export const Strip = ({ segments }: { readonly segments: readonly Segment[] }) => {
  const { words } = useDashboard();
  const sums = durationsOf(segments);
  const parts = HEALTHS.filter((health: Health) => sums[health] > 0).map((health) =>
    words.t('history.lasted', {
      health: words.healthWord(health),
      for: words.duration(sums[health]),
    }),
  );
  if (sums.unwatched > 0) {
    parts.push(words.t('history.unwatched', { for: words.duration(sums.unwatched) }));
  }
  const text = new Intl.ListFormat(words.locale).format(parts);
  return (
    <span class="strip" role="img" aria-label={text} title={text}>
      {segments.map(({ from, to, health }) => (
        <i key={from} class={health ?? 'unwatched'} style={{ flexGrow: String(to - from) }} />
      ))}
    </span>
  );
};
