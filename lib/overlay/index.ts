export {
  type Candidate,
  findCandidates,
  findTitle,
  type Known,
  type Place,
  placesOf,
} from './locate/index.ts';
export type { Locator } from './locator.ts';
export { createMarks } from './marks.ts';
export type { Findings, Found, MarksPorts, MarksView } from './marks-ports.ts';
export { createPanel } from './panel.ts';
export type {
  PanelAction,
  PanelFrame,
  PanelPorts,
  PanelState,
  PanelView,
  Told,
} from './panel-ports.ts';
export { CORNERS, type Corner } from './placement.ts';
export { type Route, routeOf } from './routes.ts';
export { createTitlePill } from './title-pill.ts';
