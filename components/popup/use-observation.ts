import { useEffect, useState } from 'preact/hooks';
import type { Verdict } from '#model';
import type { ObservationRecord } from '#store/read';
import { usePopup } from './context.ts';

/** The raw facts behind a verdict; null until they are read, and where there are none. */
export const useObservation = ({
  workspaceId,
  campaignId,
  observedAt,
}: Verdict): ObservationRecord | null => {
  const { ports } = usePopup().model;
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
