import { useEffect, useState } from 'preact/hooks';
import type { AskProblem } from '#messages';
import { type CampaignId, MINUTE_MS, type WorkspaceId } from '#model';
import type { SentDaysRecord } from '#store/read';
import { useDashboard } from './context.ts';
import type { DashboardModel } from './model.ts';

/** How the days of one workspace, or of one campaign in it, stand. */
export interface DaysOf {
  readonly workspaceId: WorkspaceId;
  readonly known: SentDaysRecord | null;
  /** `no_answer`: not even the background answered. */
  readonly problem: AskProblem | { readonly kind: 'no_answer' } | null;
  readonly isAsking: boolean;
}

/** As often as the background would ask again. */
const AGAIN_MS = 10 * MINUTE_MS;

const asked = async (
  { ports }: DashboardModel,
  workspaceId: WorkspaceId,
  campaignId: CampaignId | null,
  stored: SentDaysRecord | null,
): Promise<DaysOf> => {
  try {
    const { known, problem } = await ports.send('ask.sentDays', { workspaceId, campaignId });
    return { workspaceId, known, problem, isAsking: false };
  } catch (error) {
    console.warn(error);
    return { workspaceId, known: stored, problem: { kind: 'no_answer' }, isAsking: false };
  }
};

/** What was sent per day: at once what is stored, then what Instantly says. Null until the store was read. */
export const useSentDays = (
  workspaceIds: readonly WorkspaceId[],
  campaignId: CampaignId | null,
): readonly DaysOf[] | null => {
  const { model } = useDashboard();
  const [days, setDays] = useState<readonly DaysOf[] | null>(null);
  const turn = Math.floor(model.slowNow.value / AGAIN_MS);
  const key = workspaceIds.join(' ');
  useEffect(() => {
    let isGone = false;
    const show = (next: readonly DaysOf[]): void => {
      if (!isGone) setDays(next);
    };
    const ids = key.split(' ').filter(Boolean) as WorkspaceId[];
    const read = async (): Promise<void> => {
      const stored = await Promise.all(
        ids.map(async (id) => (await model.ports.readSentDays(id, campaignId)) ?? null),
      );
      show(
        ids.map((workspaceId, place) => ({
          workspaceId,
          known: stored[place] ?? null,
          problem: null,
          isAsking: true,
        })),
      );
      show(
        await Promise.all(
          ids.map((id, place) => asked(model, id, campaignId, stored[place] ?? null)),
        ),
      );
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [model, key, campaignId, turn]);
  return days;
};
