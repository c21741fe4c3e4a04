import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Verdict } from '#model';
import { usePopup } from './context.ts';
import { GroupHeading } from './group-heading.tsx';
import type { ListGroup } from './groups.ts';
import { Row } from './row.tsx';
import { useWindow } from './use-window.ts';

/** One line of the list: the heading of a group, or a campaign and its place in the group. */
type Line = {
  readonly key: string;
  readonly height: number;
  readonly group: ListGroup;
} & ({ readonly verdict: Verdict; readonly position: number } | { readonly verdict: null });

const HEADING_PX = 34;
const ROW_PX = 51;

const linesOf = (groups: readonly ListGroup[], closed: ReadonlySet<string>): readonly Line[] =>
  groups.flatMap((group): readonly Line[] => [
    { key: group.id, height: HEADING_PX, group, verdict: null },
    ...(closed.has(group.id)
      ? []
      : group.verdicts.map((verdict, index) => ({
          key: verdict.campaignId,
          height: ROW_PX,
          group,
          verdict,
          position: index + 1,
        }))),
  ]);

/** The parts of the groups that are in the window, in order. */
const partsOf = (lines: readonly (readonly [number, Line])[]) => {
  const parts = new Map<ListGroup, (readonly [number, Line])[]>();
  for (const entry of lines) {
    const part = parts.get(entry[1].group);
    if (part) part.push(entry);
    else parts.set(entry[1].group, [entry]);
  }
  return [...parts];
};

/** A list as long as it likes: only the rows near the visible ones are in the page. */
export const WindowedList = () => {
  const { model } = usePopup();
  const list = useRef<HTMLDivElement>(null);
  const groups = model.groups.value;
  const closed = model.closed.value;
  const lines = useMemo(() => linesOf(groups, closed), [groups, closed]);
  const { items, above, below, measure, scrollTo } = useWindow(list, lines);

  const wanted = model.reveal.value;
  useEffect(() => {
    if (wanted === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-campaign-id="${wanted}"] > button`);
    if (row) {
      model.reveal.value = null;
      row.focus({ preventScroll: true });
    } else scrollTo(lines.findIndex(({ verdict }) => verdict?.campaignId === wanted));
  });

  const inWindow = items.flatMap(({ index }): readonly (readonly [number, Line])[] => {
    const line = lines[index];
    return line ? [[index, line]] : [];
  });
  return (
    <div ref={list} class="windowed">
      <div style={{ height: `${above}px` }} />
      {partsOf(inWindow).map(([group, part]) => {
        const heading = part.find(([, { verdict }]) => verdict === null);
        return (
          <section key={group.id}>
            {heading && <GroupHeading group={group} place={{ index: heading[0], measure }} />}
            <ul aria-label={group.title}>
              {part.map(
                ([index, line]) =>
                  line.verdict && (
                    <Row
                      key={line.key}
                      verdict={line.verdict}
                      place={{
                        index,
                        measure,
                        position: line.position,
                        size: group.verdicts.length,
                      }}
                    />
                  ),
              )}
            </ul>
          </section>
        );
      })}
      <div style={{ height: `${below}px` }} />
    </div>
  );
};
