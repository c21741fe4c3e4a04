import { useState } from 'preact/hooks';
import { type InboxGroup, inboxRollup } from '#diagnosis';
import type { Health, InboxFacts } from '#model';
import { tidy } from '#words';
import { Glyph } from '../glyph/index.tsx';
import type { TrackedInbox } from './ask-inboxes.ts';
import { useDashboard } from './context.ts';
import { DomainHealth } from './domain-health.tsx';
import { providerWord } from './inbox-cells.tsx';
import type { InboxRow } from './inbox-rows.ts';

const GROUPS_SHOWN = 8;

interface GroupProps {
  readonly group: InboxGroup;
  /** The inboxes of a domain; of a provider none are asked about. */
  readonly inboxes: readonly TrackedInbox[];
}

const Group = ({ group, inboxes }: GroupProps) => {
  const { words } = useDashboard();
  const { kind, name, total, down, severity } = group;
  const health: Health =
    severity === 'red' ? 'blocked' : severity === 'amber' ? 'degraded' : 'healthy';
  const label =
    kind === 'provider' ? providerWord(name as NonNullable<InboxFacts['provider']>, words) : name;
  const [first, ...others] = inboxes;
  return (
    <li data-group={`${kind}:${name}`}>
      <Glyph health={down.length > 0 && health === 'healthy' ? 'limited' : health} size={16} />
      <bdi>{tidy(label, 80)}</bdi>
      <span class="quiet">
        {down.length === 0
          ? words.t('inboxes.group.fine', { count: total })
          : words.t('inboxes.group.down', { down: words.number(down.length), count: total })}
      </span>
      {first && <DomainHealth domain={name} inboxes={[first, ...others]} />}
    </li>
  );
};

interface GroupsProps {
  readonly kind: InboxGroup['kind'];
  readonly groups: readonly InboxGroup[];
  readonly rows: readonly InboxRow[];
}

const Groups = ({ kind, groups, rows }: GroupsProps) => {
  const { words } = useDashboard();
  const [areAllShown, setAreAllShown] = useState(false);
  const byDomain = Map.groupBy(kind === 'domain' ? rows : [], ({ domain }) => domain);
  const shown = areAllShown ? groups : groups.slice(0, GROUPS_SHOWN);
  return (
    <div class="card">
      <h2>{words.t(`inboxes.by.${kind}`)}</h2>
      <ul>
        {shown.map((group) => (
          <Group
            key={group.name}
            group={group}
            inboxes={(byDomain.get(group.name) ?? []).map(({ facts }) => facts)}
          />
        ))}
        {groups.length > GROUPS_SHOWN && (
          <li class="quiet">
            {!areAllShown && words.t('dashboard.more', { count: groups.length - GROUPS_SHOWN })}
            <button
              type="button"
              class="link"
              data-all-groups
              onClick={() => setAreAllShown(!areAllShown)}
            >
              {words.t(areAllShown ? 'inboxes.fewerDomains' : 'inboxes.allDomains')}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
};

/** Inboxes by domain and by provider, and what can be asked about a domain. */
export const InboxGroups = ({ rows }: { readonly rows: readonly InboxRow[] }) => {
  const groups = inboxRollup(rows.map(({ facts }) => facts));
  return (
    <div class="rollup">
      {(['domain', 'provider'] as const).map((kind) => (
        <Groups
          key={kind}
          kind={kind}
          groups={groups.filter((group) => group.kind === kind)}
          rows={rows}
        />
      ))}
    </div>
  );
};
