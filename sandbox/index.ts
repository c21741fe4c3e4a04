export {
  type Agency,
  addAgency,
  answer,
  createDemoWorkspaces,
  createWorkspaces,
  type DemoKeys,
  type Workspaces,
} from './api/index.ts';
export * from './browsers/index.ts';
export * from './server/index.ts';
