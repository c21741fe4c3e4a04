import type { InboxAddress, InboxFacts, Severity } from '#model';
import { isUnseen } from '#model';
import { triageInbox } from './inbox-triage.ts';

/** How the inboxes of one domain or one provider stand together. */
export interface InboxGroup {
  readonly kind: 'domain' | 'provider';
  readonly name: string;
  readonly total: number;
  readonly down: readonly InboxAddress[];
  /** Red from half, amber from 30 % down; ok below, or with fewer than three inboxes to judge by (DIAGNOSIS.md 3.3). */
  readonly severity: Extract<Severity, 'red' | 'amber' | 'ok'>;
}

const FEWEST = 3;
const RED_SHARE = 0.5;
const AMBER_SHARE = 0.3;

const severityOf = (total: number, down: number): InboxGroup['severity'] => {
  if (total < FEWEST || down / total < AMBER_SHARE) return 'ok';
  return down / total >= RED_SHARE ? 'red' : 'amber';
};

/** The part of an address that other inboxes share. */
export const domainOf = (address: InboxAddress): string =>
  address.slice(address.lastIndexOf('@') + 1);

const providerOf = ({ provider }: InboxFacts): string | undefined =>
  provider === undefined || isUnseen(provider) ? undefined : provider;

/** Inboxes by domain and by provider, worst first. A paused inbox is off by intent and counts as neither. */
export const inboxRollup = (inboxes: readonly InboxFacts[]): readonly InboxGroup[] => {
  const groups = new Map<
    string,
    { kind: InboxGroup['kind']; name: string; total: number; down: InboxAddress[] }
  >();
  const add = (
    kind: InboxGroup['kind'],
    name: string | undefined,
    inbox: InboxFacts,
    isDown: boolean,
  ): void => {
    if (name === undefined) return;
    const key = `${kind}:${name}`;
    const group = groups.get(key) ?? { kind, name, total: 0, down: [] };
    group.total += 1;
    if (isDown) group.down.push(inbox.address);
    groups.set(key, group);
  };
  for (const inbox of inboxes) {
    if (inbox.status === 'paused') continue;
    const isDown = triageInbox(inbox).canSend === false;
    add('domain', domainOf(inbox.address), inbox, isDown);
    add('provider', providerOf(inbox), inbox, isDown);
  }
  return [...groups.values()]
    .map(({ kind, name, total, down }) => ({
      kind,
      name,
      total,
      down: down.toSorted(),
      severity: severityOf(total, down.length),
    }))
    .sort(
      (a, b) =>
        b.down.length / b.total - a.down.length / a.total ||
        b.down.length - a.down.length ||
        (`${a.kind}:${a.name}` < `${b.kind}:${b.name}` ? -1 : 1),
    );
};
