import { useEffect, useState } from 'preact/hooks';
import type { CampaignId, Verdict, WorkspaceId } from '#model';
import type { ObservationRecord } from '#store/read';

/** Where the raw facts of one campaign are read. */
export interface ObservationPort {
  readObservation(
    workspaceId: WorkspaceId,
    campaignId: CampaignId,
  ): Promise<ObservationRecord | undefined>;
}

/** The raw facts behind a verdict; null until they are read, and where there are none. */
export const useObservation = (
  ports: ObservationPort,
  { workspaceId, campaignId, observedAt }: Verdict,
): ObservationRecord | null => {
  const [observation, setObservation] = useState<ObservationRecord | null>(null);
  useEffect(() => {
    let isGone = false;
    void ports.readObservation(workspaceId, campaignId).then((read) => {
      if (!isGone) setObservation(read ?? null);
    });
    return () => {
      isGone = true;
    };
    // A later verdict was made of later facts.
  }, [ports, workspaceId, campaignId, observedAt]);
  return observation;
};

/** Instantly's own sentence about a campaign, untrusted text; empty when it gave none. */
export const messageIn = (observation: ObservationRecord | null): string =>
  observation?.reading.kind === 'read' ? (observation.reading.snapshot.message ?? '') : '';
