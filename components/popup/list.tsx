import { usePopup } from './context.ts';
import { GroupHeading } from './group-heading.tsx';
import { lazy } from './lazy.tsx';
import { Row } from './row.tsx';

/** As many rows as the head holds; a longer list is windowed by code that comes after the first paint. */
const MOST_AT_ONCE = 20;

const FirstRows = () => {
  const { groups, closed } = usePopup().model;
  let left = MOST_AT_ONCE;
  return (
    <>
      {groups.value.map((group) => {
        const isClosed = closed.value.has(group.id);
        const rows = isClosed ? [] : group.verdicts.slice(0, left);
        left -= rows.length;
        return (
          (isClosed || rows.length > 0) && (
            <section key={group.id}>
              <GroupHeading group={group} />
              <ul aria-label={group.title}>
                {rows.map((verdict) => (
                  <Row key={verdict.campaignId} verdict={verdict} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
};

const WindowedList = lazy(
  async () => (await import('./windowed-list.tsx')).WindowedList,
  FirstRows,
);
const Nothing = lazy(async () => (await import('./nothing.tsx')).Nothing);

/** The campaigns in their groups. */
export const List = () => {
  const { groups, closed, isComplete } = usePopup().model;
  if (groups.value.length === 0) return isComplete.value ? <Nothing /> : null;
  const shown = groups.value.reduce(
    (sum, { id, verdicts }) => (closed.value.has(id) ? sum : sum + verdicts.length),
    0,
  );
  return shown > MOST_AT_ONCE ? <WindowedList /> : <FirstRows />;
};
