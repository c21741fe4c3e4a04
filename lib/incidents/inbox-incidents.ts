import {
  BROKEN_INBOX_CODES,
  type CauseCode,
  type InboxAddress,
  type InboxFacts,
  type Incident,
  type IncidentSubject,
  isUnseen,
  type Verdict,
} from '#model';
import type { Affected, Candidate } from './candidate.ts';
import { isRestored } from './restores.ts';

/** Causes of inboxes that campaigns can share. Those that end by themselves as planned are no incident. */
const OF_INBOXES: readonly CauseCode[] = [...BROKEN_INBOX_CODES, 'warmup_banned'];

/** From this many inboxes on a domain or a provider is judged as a whole (DIAGNOSIS.md 3.3). */
const FEWEST = 3;
const DOMAIN_SHARE = 0.3;
const PROVIDER_SHARE = 0.5;

const isHarsh = ({ severity }: Affected['cause']): boolean =>
  severity === 'red' || severity === 'amber';

const addressesOf = ({ cause }: Affected): readonly InboxAddress[] => {
  const { addresses } = cause.params;
  return Array.isArray(addresses) ? (addresses as readonly InboxAddress[]) : [];
};

/** Affected campaigns in groups that share inboxes, directly or through one another. */
const connected = (affected: readonly Affected[]): readonly (readonly Affected[])[] => {
  const groups: { readonly addresses: Set<InboxAddress>; readonly members: Affected[] }[] = [];
  for (const one of affected) {
    const addresses = new Set(addressesOf(one));
    const members = [one];
    for (let at = groups.length - 1; at >= 0; at -= 1) {
      const group = groups[at];
      if (!group || group.addresses.isDisjointFrom(addresses)) continue;
      for (const address of group.addresses) addresses.add(address);
      members.push(...group.members);
      groups.splice(at, 1);
    }
    groups.push({ addresses, members });
  }
  return groups.map(({ members }) => members);
};

const domainOf = (address: InboxAddress): string => address.slice(address.lastIndexOf('@') + 1);

const providerOf = ({ provider }: InboxFacts): string | null =>
  provider === undefined || isUnseen(provider) ? null : provider;

/** The domain or provider that all these inboxes have in common and that is broken as a whole. */
const commonRoot = (
  addresses: readonly InboxAddress[],
  inboxes: ReadonlyMap<InboxAddress, InboxFacts>,
): IncidentSubject => {
  const alone: IncidentSubject = { kind: 'inboxes', addresses };
  if (addresses.length < FEWEST) return alone;
  const isMuch = (count: number, share: number): boolean =>
    count >= FEWEST && addresses.length / count >= share;
  const all = [...inboxes.values()].filter(({ status }) => status !== 'paused');
  const domains = new Set(addresses.map(domainOf));
  const [domain] = domains;
  if (domains.size === 1 && domain !== undefined) {
    const siblings = all.filter(({ address }) => domainOf(address) === domain).length;
    if (isMuch(siblings, DOMAIN_SHARE)) return { kind: 'domain', domain };
  }
  const providers = new Set(
    addresses.map((address) => {
      const facts = inboxes.get(address);
      return facts ? providerOf(facts) : null;
    }),
  );
  const [provider] = providers;
  if (providers.size === 1 && provider) {
    const siblings = all.filter((facts) => providerOf(facts) === provider).length;
    if (isMuch(siblings, PROVIDER_SHARE)) return { kind: 'provider', provider };
  }
  return alone;
};

/** A group that grew or shrank keeps the id it had, so that it stays one incident. */
const idOf = (
  code: CauseCode,
  subject: IncidentSubject,
  addresses: readonly InboxAddress[],
  previous: readonly Incident[],
): string => {
  if (subject.kind === 'domain') return `${code}|domain|${subject.domain}`;
  if (subject.kind === 'provider') return `${code}|provider|${subject.provider}`;
  const own = new Set<string>(addresses);
  const known = previous.find(
    (incident) =>
      incident.code === code &&
      incident.subject.kind === 'inboxes' &&
      incident.subject.addresses.some((address) => own.has(address)),
  );
  return known?.id ?? `${code}|inboxes|${addresses[0]}`;
};

const candidateOf = (
  code: CauseCode,
  affected: readonly Affected[],
  inboxes: ReadonlyMap<InboxAddress, InboxFacts>,
  previous: readonly Incident[],
): Candidate => {
  const addresses = [...new Set(affected.flatMap(addressesOf))].sort();
  const subject = commonRoot(addresses, inboxes);
  const answer = affected.map(({ cause }) => cause.params['answer']).find((text) => text != null);
  return {
    id: idOf(code, subject, addresses, previous),
    code,
    subject,
    params: {
      count: addresses.length,
      inboxes: addresses.length,
      addresses,
      answer: answer ?? null,
      ...(subject.kind === 'domain' && { domain: subject.domain }),
      ...(subject.kind === 'provider' && { provider: subject.provider }),
    },
    affected,
    restores: affected.filter(({ verdict }) => isRestored(verdict, code)).length,
  };
};

/** Groups of one cause on one broken domain or provider are one incident, also where no campaign joins them. */
const merged = (
  code: CauseCode,
  affected: readonly Affected[],
  inboxes: ReadonlyMap<InboxAddress, InboxFacts>,
): readonly (readonly Affected[])[] => {
  const together = commonRoot([...new Set(affected.flatMap(addressesOf))], inboxes);
  return code !== 'warmup_banned' && together.kind !== 'inboxes' ? [affected] : connected(affected);
};

/** One incident per cause and group of inboxes that at least two campaigns share. */
export const inboxIncidents = (
  verdicts: readonly Verdict[],
  facts: readonly InboxFacts[],
  previous: readonly Incident[],
): readonly Candidate[] => {
  const inboxes = new Map(facts.map((inbox) => [inbox.address, inbox]));
  return OF_INBOXES.flatMap((code) => {
    const affected = verdicts.flatMap((verdict): Affected[] => {
      const cause = verdict.causes.find((one) => one.code === code);
      return cause && isHarsh(cause) ? [{ verdict, cause }] : [];
    });
    if (affected.length < 2) return [];
    return merged(code, affected, inboxes)
      .filter((group) => group.length >= 2)
      .map((group) => candidateOf(code, group.toSorted(byCampaign), inboxes, previous));
  });
};

const byCampaign = (a: Affected, b: Affected): number =>
  a.verdict.campaignId < b.verdict.campaignId ? -1 : 1;
