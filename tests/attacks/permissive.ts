import { vi } from 'vitest';

/**
 * Loads a module anew with some of its guards replaced: what an attack meets when the guard is gone. Paths are from
 * this folder. Classes loaded so are other ones than those imported at the top of a test.
 */
export const loadWithout = async <Loaded>(
  guards: Readonly<Record<string, (real: never) => object>>,
  load: () => Promise<Loaded>,
): Promise<Loaded> => {
  vi.resetModules();
  for (const [path, replace] of Object.entries(guards)) {
    vi.doMock(path, async (importOriginal) => {
      const real = (await importOriginal()) as object;
      return { ...real, ...replace(real as never) };
    });
  }
  try {
    return await load();
  } finally {
    for (const path of Object.keys(guards)) vi.doUnmock(path);
    vi.resetModules();
  }
};

/** The `kind` or `problem` of whatever is thrown, or that nothing was. */
export const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing was thrown',
    (error: unknown) => {
      const { kind, problem } = Object(error) as { kind?: unknown; problem?: unknown };
      return kind ?? problem ?? error;
    },
  );
