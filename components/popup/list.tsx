import { useMemo, useRef, useState } from 'preact/hooks';
import { usePopup } from './context.ts';
import { GroupHeading } from './group-heading.tsx';
import { lazy } from './lazy.tsx';
import { linesOf, type Part } from './lines.ts';
import { Row } from './row.tsx';
import type { WindowingProps } from './windowing.tsx';

/** About as many lines as the head holds; a longer list is windowed by code that comes after the first paint. */
const MOST_AT_ONCE = 25;
/** More lines than a popup shows at once: the others of the head come with the second paint. */
const FIRST_SCREEN = 14;

const Windowing = lazy<WindowingProps>(async () => (await import('./windowing.tsx')).Windowing);
const Nothing = lazy(async () => (await import('./nothing.tsx')).Nothing);

/** The campaigns in their groups. Of a long list only the lines near the visible ones are in the page. */
export const List = () => {
  const { groups, closed, isComplete } = usePopup().model;
  const list = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState<Part | null>(null);
  const lines = useMemo(() => linesOf(groups.value, closed.value), [groups.value, closed.value]);
  if (lines.length === 0) return isComplete.value ? <Nothing /> : null;
  const isLong = lines.length > MOST_AT_ONCE;
  const window = isLong ? part : null;
  const most = isComplete.value ? MOST_AT_ONCE : FIRST_SCREEN;
  const shown = lines.slice(window?.first ?? 0, window?.end ?? most);
  return (
    <div ref={list}>
      {isLong && <Windowing list={list} lines={lines} onPart={setPart} />}
      <div key="above" style={{ height: `${window?.above ?? 0}px` }} />
      {[...Map.groupBy(shown, ({ group }) => group)].map(([group, members]) => (
        <section key={group.id}>
          {members[0]?.verdict === null && (
            <GroupHeading group={group} line={members[0]} measure={window?.measure} />
          )}
          <ul aria-label={group.title}>
            {members.map(
              (line) =>
                line.verdict && (
                  <Row
                    key={line.key}
                    verdict={line.verdict}
                    line={line}
                    measure={window?.measure}
                  />
                ),
            )}
          </ul>
        </section>
      ))}
      <div key="below" style={{ height: `${window?.below ?? 0}px` }} />
    </div>
  );
};
