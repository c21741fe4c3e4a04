export { type Agency, type AgencyOptions, addAgency } from './agency.ts';
export { answer } from './answer.ts';
export { createDemoWorkspaces, type DemoKeys } from './demo-workspaces.ts';
export type { ApiAnswer, ApiRequest } from './request.ts';
export { type ApiKey, createWorkspaces, type Workspaces } from './workspaces.ts';
