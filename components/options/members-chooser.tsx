import { useState } from 'preact/hooks';
import type { GroupMember } from '#messages';
import { useOptions } from './context.ts';
import { useMemberName } from './member-name.ts';
import { SEARCH_FROM, shownMembers } from './members.ts';
import type { Choosing } from './members-model.ts';

const Row = ({
  member,
  isChosen,
}: {
  readonly member: GroupMember;
  readonly isChosen: boolean;
}) => {
  const { model, words } = useOptions();
  const nameOf = useMemberName();
  const { id, name, isWatched } = member;
  return (
    <li data-member-id={id}>
      <label>
        <input
          type="checkbox"
          checked={isChosen || isWatched}
          disabled={isWatched}
          onChange={({ currentTarget }) => model.members.choose([id], currentTarget.checked)}
        />
        <bdi>{nameOf(member)}</bdi>
        {name === '' && <span class="small">{id}</span>}
        {isWatched && <span class="tag">{words.t('group.watched')}</span>}
      </label>
    </li>
  );
};

/** The workspaces of a group, to choose from. */
export const Chooser = ({
  state: { members, chosen },
}: {
  readonly state: Extract<Choosing, { readonly kind: 'choosing' }>;
}) => {
  const { model, words } = useOptions();
  const [query, setQuery] = useState('');
  const shown = shownMembers(members, query, words.locale);
  const free = shown.filter(({ isWatched }) => !isWatched).map(({ id }) => id);
  const chosenHere = free.filter((id) => chosen.has(id)).length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void model.members.add();
      }}
    >
      <fieldset class="choice members">
        <legend>{words.t('group.title')}</legend>
        <p>{words.t('group.text', { count: members.length })}</p>
        <p class="small">{words.t('group.budget')}</p>
        {members.length >= SEARCH_FROM && (
          <input
            type="search"
            aria-label={words.t('group.find')}
            placeholder={words.t('group.find')}
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
            onKeyDown={(event) => {
              // Enter looks for a name here; it does not connect what is chosen.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
        )}
        {free.length > 1 && (
          <label class="all">
            <input
              type="checkbox"
              checked={chosenHere === free.length}
              indeterminate={chosenHere > 0 && chosenHere < free.length}
              onChange={({ currentTarget }) => model.members.choose(free, currentTarget.checked)}
            />
            {words.t('group.all', { count: free.length })}
          </label>
        )}
        <ul>
          {shown.map((member) => (
            <Row key={member.id} member={member} isChosen={chosen.has(member.id)} />
          ))}
        </ul>
        <p class="small" aria-live="polite">
          {shown.length === 0 && words.t('group.nothing')}
        </p>
      </fieldset>
      <div class="actions">
        <button type="submit" class="button first" disabled={chosen.size === 0}>
          {words.t('group.watch', { count: chosen.size })}
        </button>
        <button type="button" class="button" onClick={model.members.close}>
          {words.t('group.notNow')}
        </button>
      </div>
    </form>
  );
};
