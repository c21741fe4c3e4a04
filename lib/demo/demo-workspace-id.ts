import type { WorkspaceId } from '#model';

/** The id under which the demo is stored, on every machine the same; Instantly gives out no UUID that is mostly zeros. */
export const DEMO_WORKSPACE_ID = '00000000-0000-4000-8000-00000000de30' as WorkspaceId;
