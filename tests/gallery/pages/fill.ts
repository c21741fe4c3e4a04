import { packaged } from '#locales/en/packaged';
import { ALERT_PRESETS } from '#model';
import { openWriter } from '#store/write';
import type { GalleryGlobals } from '../stage.ts';

const world = globalThis as typeof globalThis & GalleryGlobals;
const writer = openWriter(
  () => world.around.now,
  undefined,
  async () => packaged,
);

// With the product's own writer: what it refuses to store, no surface will ever show.
world.fill = async ({ stored, actions = [], alerts = {} }) => {
  localStorage.clear();
  for (const { id } of await writer.workspaces()) await writer.removeWorkspace(id);
  for (const { workspace, slice } of stored) {
    await writer.putWorkspace(workspace);
    await writer.commitSlice(slice);
  }
  for (const action of actions) await writer.addAction(action);
  const { rules = ALERT_PRESETS.standard, silences = [], log = [] } = alerts;
  await writer.putAlertRules(rules);
  await writer.changeSilences(() => silences);
  await writer.commitAlerts({ log });
  await writer.refreshHead();
};
