import { type InstantMs, MINUTE_MS } from '#model';
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

const putDemo = async (
  { store, now, fetchRecorded }: DemoPort,
  mustStand: boolean,
): Promise<boolean> => {
  const recording = readRecording(await fetchRecorded());
  const workspaces = await store.workspaces();
  const order =
    workspaces.find(({ id }) => id === DEMO_WORKSPACE_ID)?.order ??
    Math.max(-1, ...workspaces.map((one) => one.order)) + 1;
  const { workspace, slice } = demoSlice(recording, now(), order);
  return store.replaceWorkspace(workspace, slice, mustStand);
};

/**
 * Puts the demo into the store as if it had just been checked, in place of an earlier one, after the workspaces that
 * are there. All or nothing. The head is the caller's to build. Throws StoreError, and TypeError when the recording
 * cannot be read.
 */
export const loadDemo = async (port: DemoPort): Promise<void> => {
  await putDemo(port, false);
};

/** A demo older than this is moved to now: before any surface would call its answers old. */
const REFRESH_AFTER_MS = 4 * MINUTE_MS;

/**
 * Moves a demo that is there to now, for nobody checks it: at once when a person asks, else once it is a few minutes
 * old or lies ahead of the clock. Says whether it did. Throws as `loadDemo`.
 */
export const refreshDemo = async (port: DemoPort, isAsked: boolean): Promise<boolean> => {
  const isHere = (await port.store.workspaces()).some(({ id }) => id === DEMO_WORKSPACE_ID);
  if (!isHere) return false;
  const journal = await port.store.journal(DEMO_WORKSPACE_ID);
  const ageMs = port.now() - (journal?.listedAt ?? 0);
  if (!isAsked && ageMs >= 0 && ageMs < REFRESH_AFTER_MS) return false;
  // It may be removed while the recording is read: then it stays away.
  return putDemo(port, true);
};
