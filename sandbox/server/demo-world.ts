import { answer, type DemoKeys, type Workspaces } from '../api/index.ts';
import type { World } from './world.ts';

/** The demo workspaces as the world behind both hosts; the web app offers the two that are in use. */
export const demoWorld = (workspaces: Workspaces, keys: DemoKeys): World => ({
  webAppKeys: [keys.main, keys.second],
  answer(request, now) {
    workspaces.runUntil(now);
    return answer(workspaces, request);
  },
});
