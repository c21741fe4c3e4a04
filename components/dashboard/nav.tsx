import { HEALTHS, type Health, isOpenOutcome } from '#model';
import { nameText, tidy } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { useDashboard } from './context.ts';
import { SECTIONS, type Section, sectionHash } from './routes.ts';

const Figure = ({ section }: { readonly section: Section }) => {
  const { model, words } = useDashboard();
  switch (section) {
    case 'campaigns':
      return <span>{words.number(model.verdicts.value.length)}</span>;
    case 'incidents': {
      const open = model.openIncidents.value.length;
      return open > 0 ? <span>{words.number(open)}</span> : null;
    }
    case 'inboxes': {
      const down = model.inboxes.value.filter(({ triage }) => triage.canSend === false).length;
      return down > 0 ? <span>{words.t('dashboard.down', { count: down })}</span> : null;
    }
    case 'changes': {
      const waiting = model.actions.value.filter(({ outcome }) => isOpenOutcome(outcome)).length;
      return waiting > 0 ? <span>{words.number(waiting)}</span> : null;
    }
    default:
      return null;
  }
};

const WorkspaceFilter = () => {
  const { model, words } = useDashboard();
  const all = model.allWorkspaces.value ?? [];
  if (all.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
    <div role="group" aria-labelledby="workspaces" class="workspaces">
      <h2 id="workspaces">{words.t('dashboard.workspaces')}</h2>
      {all.map(({ id, name, isDemo, state }) => (
        <button
          type="button"
          key={id}
          data-workspace-id={id}
          aria-pressed={model.chosen.value === id}
          onClick={() => {
            model.chosen.value = model.chosen.value === id ? null : id;
          }}
        >
          <bdi title={tidy(name, 300)}>{nameText(name, words.t('popup.workspace'), 60)}</bdi>
          {isDemo && <span class="tag">{words.t('popup.demo')}</span>}
          {state.kind !== 'ok' && (
            <span class="trouble" title={words.t(`state.${state.kind}`)}>
              <span aria-hidden="true">!</span>
              <span class="hidden">{words.t(`state.${state.kind}`)}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
};

/** The sections with their figures, and which workspace is looked at. */
export const Nav = () => {
  const { model, words } = useDashboard();
  const route = model.route.value;
  const here: Section = route.kind === 'section' ? route.section : 'campaigns';
  const worst: Health = HEALTHS.find((health) => model.counts.value[health] > 0) ?? 'unknown';
  return (
    <nav aria-label={words.t('dashboard.nav')}>
      <strong class="brand">
        <Glyph health={worst} size={18} />
        {words.t('dashboard.title')}
      </strong>
      {SECTIONS.map((section) => (
        <a
          key={section}
          href={sectionHash(section)}
          aria-current={here === section ? 'page' : undefined}
        >
          {words.t(`dashboard.section.${section}`)} <Figure section={section} />
        </a>
      ))}
      <WorkspaceFilter />
      <div class="foot">
        <button
          type="button"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => {
            model.isPaletteOpen.value = true;
          }}
        >
          {words.t('palette.open')}{' '}
          <span aria-hidden="true">
            <kbd>Ctrl K</kbd>
          </span>
        </button>
        <button type="button" onClick={model.ports.openOptions}>
          {words.t('popup.settings')}
        </button>
      </div>
    </nav>
  );
};
