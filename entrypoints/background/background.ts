import { browser } from 'wxt/browser';
import { badgeFor, showBadge } from '#alerts';
import { createAsk } from '#gateway';
import { CHANGED_CHANNEL, type ChangedSignal } from '#messages';
import type { MessageHandlers } from '#messages/guard';
import type { WorkspaceId } from '#model';
import { openWriter } from '#store/write';
import { openVault } from '#vault';
import { armAlarm, createWatcher, type WorkspacesPort } from '#watch';
import { extensionHandlers } from './extension-handlers.ts';
import { panelHandlers } from './panel-handlers.ts';

/** What the entrypoint hooks onto the browser's events. */
export interface Background {
  readonly handlers: MessageHandlers;
  /** Does what is due. Never rejects: what went wrong is stored, shown and tried again. */
  readonly check: (isAsked?: boolean) => void;
}
