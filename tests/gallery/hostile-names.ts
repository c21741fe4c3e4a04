import type { Verdict } from '#model';

const NAMES = [
  '<img src=x onerror="document.title=1"><b>bold</b>',
  '"><script>document.title=1</script>',
  'A\u202e gnipeels si elbat eht \u202c and on',
  'اسم حملة طويل جدا مع أرقام 123 و كلمات كثيرة',
  'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(12),
  'Very long name that goes on and on, word by word, '.repeat(9),
  '',
  '   \u0000\u0007\t\n  ',
  '👩‍🚀👩‍👩‍👧‍👦🏳️‍🌈'.repeat(20),
  'Z̸̢̛͎̘a̷͚̓l̶̡̈́g̵̱̈o̷̤͌ ̴̳̀t̵̟̆e̴̹͝x̷̡̚t̵̙͝'.repeat(4),
  '{campaign} {count} %s $'.concat('{x} constructor __proto__'),
  '\ud800 lone surrogate',
];

const nameAt = (place: number): string => NAMES[place % NAMES.length] ?? '';

/** The same campaigns under names that somebody chose to break the page with; their inboxes too. */
export const hostile = Object.assign(
  (verdicts: readonly Verdict[]): readonly Verdict[] =>
    verdicts.map((verdict, place) => ({
      ...verdict,
      name: nameAt(place),
      causes: verdict.causes.map((cause) => ({
        ...cause,
        params: Object.fromEntries(
          Object.entries(cause.params).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.map((_, at) => `${nameAt(at + 4)}@x.co`) : value,
          ]),
        ),
      })),
    })),
  { workspace: `<u>Northwind</u> \u202e${'Outbound'.repeat(30)}` },
);
