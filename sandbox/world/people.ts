const FIRST_NAMES = [
  'jonas',
  'mira',
  'amara',
  'liam',
  'sofia',
  'noah',
  'elena',
  'marcus',
  'priya',
  'tomas',
  'hannah',
  'diego',
  'yuki',
  'oliver',
  'nadia',
  'felix',
  'grace',
  'arjun',
  'clara',
  'mateo',
  'ingrid',
  'samuel',
  'leila',
  'victor',
  'emma',
  'rashid',
  'anna',
  'lucas',
  'zoe',
  'henrik',
  'maya',
  'daniel',
  'fatima',
  'peter',
  'lena',
  'carlos',
  'ruth',
  'ivan',
  'chloe',
  'ben',
] as const;

const LAST_NAMES = [
  'keller',
  'stahl',
  'okafor',
  'byrne',
  'rossi',
  'lindqvist',
  'petrova',
  'hale',
  'raman',
  'novak',
  'weiss',
  'alvarez',
  'tanaka',
  'wright',
  'haddad',
  'brandt',
  'mbeki',
  'mehta',
  'dupont',
  'silva',
  'larsen',
  'osei',
  'farahani',
  'moreau',
  'clarke',
  'aziz',
  'kowalska',
  'meyer',
  'papas',
  'dahl',
] as const;

const DOMAIN_STEMS = [
  'northwind-mail',
  'getnorthwind',
  'trynorthwind',
  'northwindhq',
  'northwind-team',
  'hellonorthwind',
  'meetnorthwind',
  'northwindreach',
] as const;

const INBOXES_PER_DOMAIN = 5;

/** Address of the n-th inbox: five people to a domain, as senders buy them; all under the reserved `.example`. */
export function personAddress(index: number, stems: readonly string[] = DOMAIN_STEMS): string {
  const first = FIRST_NAMES[index % FIRST_NAMES.length];
  const round = Math.floor(index / FIRST_NAMES.length);
  const last = LAST_NAMES[(index + 7 * round) % LAST_NAMES.length];
  const domainIndex = Math.floor(index / INBOXES_PER_DOMAIN);
  const stem = stems[domainIndex % stems.length];
  const edition = Math.floor(domainIndex / stems.length);
  return `${first}.${last}@${stem}${edition === 0 ? '' : edition + 1}.example`;
}
