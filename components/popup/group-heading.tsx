import { usePopup } from './context.ts';
import type { ListGroup } from './groups.ts';
import type { Line, Part } from './lines.ts';

interface HeadingProps {
  readonly group: ListGroup;
  readonly line: Line;
  readonly measure: Part['measure'] | undefined;
}

/** The name of a group and how many are in it; opens and closes it. */
export const GroupHeading = ({ group: { id, title, verdicts }, line, measure }: HeadingProps) => {
  const { model, words } = usePopup();
  return (
    <h2 ref={measure ?? null} data-index={line.index}>
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
