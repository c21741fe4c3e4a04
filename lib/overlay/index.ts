export {
  type Candidate,
  findCandidates,
  findTitle,
  type Known,
  type Place,
  placesOf,
  wordFindings,
} from './locate/index.ts';
export type { Locator } from './locator.ts';
export { createMarks } from './marks.ts';
export type { Findings, MarksPorts, MarksView } from './marks-ports.ts';
export {
  createPanel,
  type PanelFrame,
  type PanelPorts,
  type PanelState,
  type PanelView,
} from './panel.ts';
export { type Route, routeOf } from './routes.ts';
