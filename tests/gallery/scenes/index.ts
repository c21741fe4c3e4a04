import type { Scene } from '../scene.ts';
import { confirmScenes } from './confirm.ts';
import { dashboardScenes } from './dashboard.ts';
import { inboxHealthScenes } from './inbox-health.ts';
import { optionsScenes } from './options.ts';
import { panelScenes } from './panel.ts';
import { pauseScenes } from './pauses.ts';
import { popupScenes, sidepanelScenes } from './popup.ts';

/** Everything that is pictured. */
export const SCENES: readonly Scene[] = [
  ...popupScenes,
  ...sidepanelScenes,
  ...dashboardScenes,
  ...inboxHealthScenes,
  ...pauseScenes,
  ...optionsScenes,
  ...panelScenes,
  ...confirmScenes,
];
