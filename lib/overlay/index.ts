export {
  createPanel,
  type PanelFrame,
  type PanelPorts,
  type PanelState,
  type PanelView,
} from './panel.ts';
export { type Route, routeOf } from './routes.ts';
