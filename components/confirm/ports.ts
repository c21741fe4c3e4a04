import type { ChangeMessages, Send } from '#messages';
import type { InstantMs } from '#model';
import type { WorkspaceRecord } from '#store/read';

/** What the window that confirms a change needs of the world; the entrypoint passes it in. */
export interface ConfirmPorts {
  /** What the background gave this window, from its address. */
  readonly ticket: string;
  send: Send<ChangeMessages>;
  readWorkspaces(): Promise<readonly WorkspaceRecord[]>;
  /** Calls back after each commit of the background; gives a function that ends it. */
  subscribe(onChanged: () => void): () => void;
  /** Calls back whenever the window comes to the front; gives a function that ends it. */
  watchFront(onFront: () => void): () => void;
  close(): void;
  now(): InstantMs;
}
