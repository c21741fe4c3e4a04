export { type DemoSlice, demoSlice } from './demo-slice.ts';
export { DEMO_WORKSPACE_ID } from './demo-workspace-id.ts';
export { type DemoPort, loadDemo, refreshDemo, removeDemo } from './load-demo.ts';
export type { RecordedChange, RecordedFacts, RecordedState, Recording } from './recording.ts';
