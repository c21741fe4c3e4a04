export { type Agency, addAgency } from './agency.ts';
export { answer } from './answer.ts';
export { createDemoWorkspaces, type DemoKeys } from './demo-workspaces.ts';
export type { ApiAnswer } from './request.ts';
export { createWorkspaces, type Workspaces } from './workspaces.ts';
