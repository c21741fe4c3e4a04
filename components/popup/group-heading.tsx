import { usePopup } from './context.ts';
import type { ListGroup } from './groups.ts';
import type { Place } from './row.tsx';

interface HeadingProps {
  readonly group: ListGroup;
  readonly place?: Place;
}

/** The name of a group and how many are in it; opens and closes it. */
export const GroupHeading = ({ group: { id, title, verdicts }, place }: HeadingProps) => {
  const { model, words } = usePopup();
  return (
    <h2 ref={place?.measure ?? null} data-index={place?.index}>
      <button
        type="button"
        data-group={id}
        aria-expanded={!model.closed.value.has(id)}
        onClick={() => model.toggleGroup(id)}
      >
        <bdi>{title}</bdi> <span>{words.number(verdicts.length)}</span>
      </button>
    </h2>
  );
};
