import type { AskProblem, QuestionMessages } from '#messages';
import type { WorkspaceState } from '#model';
import { openReader } from '#store/read';

type Days = QuestionMessages['ask.sentDays'];

const reader = openReader();

const problemIn = (state: WorkspaceState | undefined): AskProblem | null => {
  switch (state?.kind) {
    case 'key_rejected':
      return { kind: state.kind, message: state.message };
    case 'no_plan':
    case 'offline':
    case 'locked':
    case 'permission_missing':
      return { kind: state.kind };
    case 'rate_limited':
      return { kind: state.kind, notBefore: state.until };
    case 'api_down':
      return { kind: 'fault', message: state.message };
    default:
      return null;
  }
};

/** What the background answers about mails per day: what is stored, and why it is not newer. */
export const storedDays = async ({
  workspaceId,
  campaignId,
}: Days['request']): Promise<Days['answer']> => {
  const workspace = (await reader.workspaces()).find(({ id }) => id === workspaceId);
  return {
    known: (await reader.sentDays(workspaceId, campaignId)) ?? null,
    problem: problemIn(workspace?.state),
  };
};
