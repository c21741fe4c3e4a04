export { findIncidents, type IncidentInput, leverOf } from './find-incidents.ts';
export type { WorkspaceStanding } from './global-incidents.ts';
