import { packaged } from '#locales/en/packaged';
import { openWriter } from '#store/write';
import type { GalleryGlobals } from '../stage.ts';

const world = globalThis as typeof globalThis & GalleryGlobals;
const writer = openWriter(
  () => world.around.now,
  undefined,
  async () => packaged,
);

// With the product's own writer: what it refuses to store, no surface will ever show.
world.fill = async ({ stored, actions = [] }) => {
  localStorage.clear();
  for (const { id } of await writer.workspaces()) await writer.removeWorkspace(id);
  for (const { workspace, slice } of stored) {
    await writer.putWorkspace(workspace);
    await writer.commitSlice(slice);
  }
  for (const action of actions) await writer.addAction(action);
  await writer.refreshHead();
};
