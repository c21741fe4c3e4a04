import { useEffect, useRef, useState } from 'preact/hooks';
import { usePopup } from './context.ts';
import { Row } from './row.tsx';

/** Rows that are in the page at first, and how many more follow when the end comes near. */
const STEP = 100;

/** The campaigns, grouped by what they ask of the reader, worst first. Long lists grow as they are scrolled. */
export const List = () => {
  const { model, words } = usePopup();
  const [limit, setLimit] = useState(STEP);
  const end = useRef<HTMLDivElement>(null);
  const groups = model.groups.value;
  const shown = groups.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
  const hasMore = shown > limit;

  // Observed anew after each growth: the end may still be in sight.
  useEffect(() => {
    if (!hasMore || !end.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setLimit((rows) => rows + STEP),
      { rootMargin: '600px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasMore, limit]);

  if (shown === 0) {
    const count = model.verdicts.value.length;
    return (
      <div class="nothing">
        <p>{words.t('popup.nothingFound')}</p>
        <p>{words.t('popup.nothingFoundText', { count })}</p>
        <button type="button" class="button" onClick={model.showAll}>
          {words.t('popup.clearFilter')}
        </button>
      </div>
    );
  }
  let left = limit;
  return (
    <>
      {groups.map(({ name, verdicts }) => {
        const rows = verdicts.slice(0, Math.max(0, left));
        left -= rows.length;
        return (
          rows.length > 0 && (
            <section key={name} aria-labelledby={`group-${name}`}>
              <h2 id={`group-${name}`}>
                {words.t(`popup.group.${name}`)} <span>{words.number(verdicts.length)}</span>
              </h2>
              <ul>
                {rows.map((verdict) => (
                  <Row key={verdict.campaignId} verdict={verdict} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      <div ref={end} />
    </>
  );
};
