import type { InstantMs } from '#model';
import type { StoreWriter } from '#store/write';
import { demoSlice } from './demo-slice.ts';
import { DEMO_WORKSPACE_ID } from './demo-workspace-id.ts';
import { readRecording } from './recording.ts';

/** What loading needs of the world. */
export interface DemoPort {
  readonly store: StoreWriter;
  readonly now: () => InstantMs;
  /** The parsed JSON of the packaged `demo/recorded.json`. */
  readonly fetchRecorded: () => Promise<unknown>;
}

/** Erases the demo from the store, with everything it left there, and builds the head anew. Throws StoreError. */
export const removeDemo = (store: StoreWriter): Promise<void> =>
  store.removeWorkspace(DEMO_WORKSPACE_ID);

/**
 * Puts the demo into the store as if it had just been checked, in place of an earlier one, after the workspaces that
 * are there. Leaves no part of it behind when it fails. The head is the caller's to build. Throws StoreError, and
 * TypeError when the recording cannot be read.
 */
export const loadDemo = async ({ store, now, fetchRecorded }: DemoPort): Promise<void> => {
  const recording = readRecording(await fetchRecorded());
  await removeDemo(store);
  const order = Math.max(-1, ...(await store.workspaces()).map((one) => one.order)) + 1;
  const { workspace, slice } = demoSlice(recording, now(), order);
  await store.putWorkspace(workspace);
  try {
    await store.commitSlice(slice);
  } catch (error) {
    await removeDemo(store);
    throw error;
  }
};
