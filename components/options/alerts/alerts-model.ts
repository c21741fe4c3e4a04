import { signal } from '@preact/signals';
import type { AlertRules, CampaignId, Silence } from '#model';
import { ask, type Doing, doingAfter } from '../ask.ts';
import type { OptionsPorts } from '../ports.ts';

/** Where switching desktop notifications stands. `refused`: the browser did not allow them. */
export type Switching = Doing | 'refused';

/** What campaigns and tags are called: untrusted text. */
export interface Labels {
  readonly campaigns: ReadonlyMap<CampaignId, string>;
  readonly tags: ReadonlyMap<string, string>;
}

/** What people are told, and what they do not want to hear of. */
export const createAlertsModel = (ports: OptionsPorts) => {
  /** Null until they were read. */
  const rules = signal<AlertRules | null>(null);
  const saving = signal<Doing>('idle');
  const isNotifying = signal<boolean | null>(null);
  const switching = signal<Switching>('idle');
  const trying = signal<Doing>('idle');
  const silences = signal<readonly Silence[]>([]);
  const labels = signal<Labels>({ campaigns: new Map(), tags: new Map() });
  const takingBack = signal<Doing>('idle');
  let saves = 0;

  const readLabels = async (): Promise<void> => {
    const [fleets, tags] = await Promise.all([
      ask(() => ports.readFleets()),
      ask(() => ports.readTags()),
    ]);
    labels.value = {
      campaigns: new Map(
        (fleets ?? []).flatMap(({ verdicts }) =>
          verdicts.map(({ campaignId, name }) => [campaignId, name]),
        ),
      ),
      tags: new Map((tags ?? []).map(({ id, label }) => [id, label])),
    };
  };
  const refresh = async (): Promise<void> => {
    const savesBefore = saves;
    const [nextRules, nextNotifying, nextSilences] = await Promise.all([
      ask(() => ports.readAlertRules()),
      ask(() => ports.readNotifying()),
      ask(() => ports.readSilences()),
    ]);
    // What was chosen while this was read is newer than what was read.
    if (nextRules && saves === savesBefore && saving.value !== 'asking') rules.value = nextRules;
    isNotifying.value = nextNotifying ?? isNotifying.value;
    if (nextSilences && nextSilences.length > 0) await readLabels();
    silences.value = nextSilences ?? silences.value;
  };
  const setRules = async (next: AlertRules): Promise<void> => {
    const before = rules.value;
    saves += 1;
    const own = saves;
    rules.value = next;
    saving.value = 'asking';
    const outcome = doingAfter(await ask(() => ports.send('alerts.setRules', { rules: next })));
    if (own !== saves) return;
    saving.value = outcome;
    if (outcome !== 'done') rules.value = before;
  };
  const setNotifying = async (isOn: boolean): Promise<void> => {
    switching.value = 'asking';
    trying.value = 'idle';
    const answer = await ask(() => ports.send('alerts.setNotifying', { isOn }));
    if (answer?.ok) isNotifying.value = isOn;
    switching.value = answer?.ok ? 'idle' : doingAfter(answer);
  };

  return {
    rules,
    saving,
    isNotifying,
    switching,
    trying,
    silences,
    labels,
    takingBack,
    refresh,
    setRules,
    /** Call it as the first act of a click: browsers refuse to ask after any wait. */
    turnOn: async (): Promise<void> => {
      const asked = ask(() => ports.requestNotifications());
      switching.value = 'asking';
      if (await asked) await setNotifying(true);
      else switching.value = 'refused';
    },
    turnOff: (): Promise<void> => setNotifying(false),
    tryOne: async (): Promise<void> => {
      trying.value = 'asking';
      trying.value = doingAfter(await ask(() => ports.send('alerts.tryNotification', {})));
    },
    takeBack: async (id: string): Promise<void> => {
      takingBack.value = 'asking';
      const outcome = doingAfter(await ask(() => ports.send('alerts.unsilence', { id })));
      if (outcome === 'done') silences.value = silences.value.filter((one) => one.id !== id);
      takingBack.value = outcome;
    },
  };
};
