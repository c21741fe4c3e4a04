import type { Around, Stage } from './stage.ts';

const walk = (value: unknown, into: Set<string>): void => {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) for (const item of value) walk(item, into);
  else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) walk(item, into);
  }
};

/** Every text of a stage's data: names, addresses, answers of servers, codes. None of it is ours to translate. */
export const knownTexts = (
  { stored, actions = [], alerts }: Stage,
  answers: Around['answers'] = {},
): readonly string[] => {
  const texts = new Set<string>();
  for (const { workspace, slice } of stored) {
    walk(workspace, texts);
    walk([slice.fleet, slice.inboxes, slice.incidents, slice.observations], texts);
  }
  walk(actions, texts);
  walk([alerts?.silences ?? [], answers['webhook.list']], texts);
  for (const text of [...texts]) {
    const [, domain] = /^[^@\s]+@([^@\s]+)$/.exec(text) ?? [];
    if (domain) texts.add(domain);
  }
  return [...texts].filter((text) => /\p{L}{2,}/u.test(text)).map((text) => text.trim());
};
