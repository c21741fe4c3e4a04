import { useOptions } from './context.ts';
import { useMemberName } from './member-name.ts';
import type { Choosing, FailedMember } from './members-model.ts';
import { Problem } from './problem.tsx';

type Of<Kind extends Choosing['kind']> = Extract<Choosing, { readonly kind: Kind }>;

/** How far the chosen workspaces are connected. */
export const Adding = ({ state: { place, all, member } }: { readonly state: Of<'adding'> }) => {
  const { words } = useOptions();
  const text = words.t('group.adding', { place, all, name: useMemberName()(member) });
  return (
    <div role="status" class="asking">
      <bdi>{text}</bdi>
      <progress aria-label={words.t('group.title')} max={all} value={place - 1} />
    </div>
  );
};

/** Failures of one kind are told together: thirty workspaces behind one outage are one problem. */
const byProblem = (failed: readonly FailedMember[]) =>
  Map.groupBy(failed, ({ problem }) => problem?.code ?? null);

const Failures = ({ failed }: Pick<Of<'added'>, 'failed'>) => {
  const { model, words } = useOptions();
  const nameOf = useMemberName();
  return (
    <>
      <p class="bad">{words.t('group.failed', { count: failed.length })}</p>
      {[...byProblem(failed)].map(([code, group]) => (
        <div key={code}>
          <ul class="failed">
            {group.map(({ member }) => (
              <li key={member.id}>
                <bdi>{nameOf(member)}</bdi>
              </li>
            ))}
          </ul>
          {group[0]?.problem ? (
            <Problem problem={group[0].problem} retry={model.members.again} />
          ) : (
            <div role="alert" class="alert">
              {words.t('options.noAnswer')}
            </div>
          )}
        </div>
      ))}
    </>
  );
};

/** What came of it, for each that failed why. */
export const Added = ({ state: { count, failed } }: { readonly state: Of<'added'> }) => {
  const { model, words } = useOptions();
  return (
    <>
      {count > 0 && (
        <p role="status" class="good">
          {words.t('group.added', { count })}
        </p>
      )}
      {failed.length > 0 && <Failures failed={failed} />}
      <div class="actions">
        <button type="button" class="button" onClick={model.members.again}>
          {words.t('group.again')}
        </button>
        <button type="button" class="button" onClick={model.members.close}>
          {words.t('group.close')}
        </button>
      </div>
    </>
  );
};
