import { parseCampaignId } from '#model';
import { campaignUrl } from '../links.ts';
import { type KeyAction, keyAction } from '../popup/keyboard.ts';
import { copyCampaign } from './campaign.tsx';
import type { Dashboard } from './context.ts';
import { campaignHash, sectionHash } from './routes.ts';
import type { CampaignRow } from './rows.ts';

const ROW = 'tr[data-campaign-id]';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, select, textarea') !== null;

const isAtList = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`main input[type=search], ${ROW} a.name`) !== null;

/** The campaign that a key is about: the one whose page is open, else the row with the focus. */
const currentRow = ({ model }: Dashboard): CampaignRow | undefined => {
  const route = model.route.value;
  const focused = document.activeElement?.closest<HTMLElement>('[data-campaign-id]');
  const id =
    route.kind === 'campaign' ? route.campaignId : parseCampaignId(focused?.dataset['campaignId']);
  return model.allRows.value.find(({ verdict }) => verdict.campaignId === id);
};

const move = (step: 1 | -1): void => {
  const rows = [...document.querySelectorAll<HTMLElement>(ROW)];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  const link = next?.querySelector<HTMLElement>('a.name');
  link?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
};

/** Goes one step back: the search first, then from a campaign to the list; false when there is nothing to close. */
const close = ({ model }: Dashboard): boolean => {
  if (model.query.value !== '') model.query.value = '';
  else if (model.route.value.kind === 'campaign') model.ports.goTo(sectionHash('campaigns'));
  else return false;
  return true;
};

/** Opens the form of a campaign's own page, and goes there first where it is not open. */
const silence = (dashboard: Dashboard, wanted: 'acknowledge' | 'snooze'): boolean => {
  const { model } = dashboard;
  const row = currentRow(dashboard);
  if (!row) return false;
  model.wantedAct.value = wanted;
  if (model.route.value.kind !== 'campaign') {
    model.ports.goTo(campaignHash(row.verdict.campaignId));
  }
  return true;
};

const act = (action: KeyAction, dashboard: Dashboard): boolean => {
  const { model } = dashboard;
  switch (action) {
    case 'find':
      document.querySelector<HTMLElement>('main input[type=search]')?.focus();
      return true;
    case 'next':
      move(1);
      return true;
    case 'previous':
      move(-1);
      return true;
    case 'openUrl': {
      const row = currentRow(dashboard);
      if (row) model.ports.openUrl(campaignUrl(row.verdict.campaignId));
      return row !== undefined;
    }
    case 'copy': {
      const row = currentRow(dashboard);
      if (row) void copyCampaign(dashboard, row, 'operator');
      return row !== undefined;
    }
    case 'pause': {
      const button = document.querySelector<HTMLElement>('main [data-offer=pause_campaign]');
      button?.click();
      return button !== null;
    }
    case 'acknowledge':
    case 'snooze':
      return silence(dashboard, action);
    case 'check':
      void model.checkNow();
      return true;
    case 'help':
      model.isHelpOpen.value = true;
      return true;
    case 'close':
      return close(dashboard);
  }
};

const isPaletteKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey;

/** Listens to the dashboard's keys until the signal aborts. */
export const listenToKeys = (dashboard: Dashboard, signal: AbortSignal): void => {
  const { model } = dashboard;
  const onKey = (event: KeyboardEvent): void => {
    // An open dialog closes itself, and a menu has taken its Escape already.
    if (event.defaultPrevented) return;
    if (isPaletteKey(event)) {
      event.preventDefault();
      if (!model.isHelpOpen.value) model.isPaletteOpen.value = true;
      return;
    }
    if (model.isPaletteOpen.value || model.isHelpOpen.value) return;
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const action = keyAction({
      key,
      ctrlKey,
      metaKey,
      altKey,
      isTyping: isField(target),
      isAtList: isAtList(target),
    });
    if (action && act(action, dashboard)) event.preventDefault();
  };
  document.addEventListener('keydown', onKey, { signal });
};
