import type { SandboxOptions } from '#sandbox';
import { MARKUP, NAMELESS, UNRULY } from '../attacks/hostile-names.ts';

type Retell = NonNullable<SandboxOptions['retell']>;

/** Every name of every kind, in turn; the megabytes come first, so that no world is without. */
const NAMES = [...Object.values(UNRULY).toReversed(), ...MARKUP, ...NAMELESS.map(([name]) => name)];
const ESSAY = `<a href="https://evil.example/">x</a>\u202e ${MARKUP[0]} `.repeat(1_000);

/** Texts that are shown of a workspace, a tag, a mail server and Instantly itself. */
const TEXTS: Readonly<Record<string, string>> = {
  label: `${MARKUP[0]}\u202e`,
  status_message: ESSAY,
  ai_summary: ESSAY,
  response: ESSAY,
  e_message: ESSAY,
};

export const WORKSPACE_NAME = `${MARKUP[0]} \u05d0\u202e${'W'.repeat(200_000)}`;

/** What a person sees of it. */
export const SHOWN_WORKSPACE_NAME = `${MARKUP[0]} \u05d0`;

const retold = (value: unknown, nameOf: (id: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => retold(one, nameOf));
  if (typeof value !== 'object' || value === null) return value;
  const { id } = value as { id?: unknown };
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => {
      if (field === 'name' && typeof id === 'string') return [field, nameOf(id)];
      const text = typeof inner === 'string' ? TEXTS[field] : undefined;
      return [field, text ?? retold(inner, nameOf)];
    }),
  );
};

/** Makes every text of Instantly's hostile; a campaign keeps the name that it got first. */
export const hostileWorld = (): {
  readonly retell: Retell;
  readonly names: ReadonlyMap<string, string>;
} => {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? NAMES[names.size % NAMES.length] ?? '';
    names.set(id, name);
    return name;
  };
  return {
    names,
    retell: (answer, { path }) => ({
      ...answer,
      body: retold(answer.body, path.includes('/workspaces') ? () => WORKSPACE_NAME : nameOf),
    }),
  };
};
