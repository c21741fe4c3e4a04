import { type InstantMs, parseWorkspaceId } from '#model';
import type { WorkspaceRecord } from '#store/read';
