import { signal } from '@preact/signals';
import type { WorkspaceId } from '#model';
import {
  exportFileName,
  type ImportCounts,
  type ImportPlan,
  type ImportProblem,
  MOST_IMPORT_BYTES,
  parseImport,
  planImport,
  splitImport,
  supportFileName,
} from '#transfer';
import { ask, type Doing, doingAfter } from './ask.ts';
import type { OptionsPorts } from './ports.ts';
import { createSaving } from './saving.ts';

/** Where an import stands. */
export type Importing =
  | { readonly kind: 'idle' | 'reading' | 'failed' }
  | { readonly kind: 'refused'; readonly problem: ImportProblem | { readonly code: 'unreadable' } }
  | { readonly kind: 'planned'; readonly plan: ImportPlan }
  | { readonly kind: 'sending'; readonly part: number; readonly parts: number }
  | { readonly kind: 'done'; readonly counts: ImportCounts };

const NOTHING: ImportCounts = { history: 0, incidents: 0, actions: 0, settings: 0 };

const sum = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  history: a.history + b.history,
  incidents: a.incidents + b.incidents,
  actions: a.actions + b.actions,
  settings: a.settings + b.settings,
});

const readFile = async (
  file: Pick<File, 'size' | 'text'>,
): Promise<ReturnType<typeof parseImport>> =>
  file.size > MOST_IMPORT_BYTES
    ? { ok: false, problem: { code: 'too_large' } }
    : parseImport(await file.text());

/** What can be done with all that is stored. */
export const createDataModel = (
  ports: OptionsPorts,
  connectedIds: () => ReadonlySet<WorkspaceId>,
  afterErase: () => Promise<unknown>,
) => {
  const size = signal<number | null>(null);
  const hasIds = signal(false);
  const support = createSaving(
    ports,
    () => ports.gatherSupport(hasIds.value),
    () => supportFileName(ports.now()),
  );
  const exporting = createSaving(
    ports,
    () => ports.exportAll(),
    ({ exportedAt }) => exportFileName(exportedAt),
  );
  const importing = signal<Importing>({ kind: 'idle' });
  const erasing = signal<Doing | 'asked' | 'mismatch'>('idle');

  const refresh = async (): Promise<void> => {
    size.value = await ask(() => ports.readSize());
  };
  const chooseFile = async (file: Pick<File, 'size' | 'text'>): Promise<void> => {
    importing.value = { kind: 'reading' };
    const parsed = await ask(() => readFile(file));
    if (parsed === null) importing.value = { kind: 'refused', problem: { code: 'unreadable' } };
    else if (!parsed.ok) importing.value = { kind: 'refused', problem: parsed.problem };
    else {
      const plan = planImport(parsed.data, connectedIds(), ports.now());
      importing.value = { kind: 'planned', plan };
    }
  };
  const importPlanned = async (): Promise<void> => {
    if (importing.value.kind !== 'planned') return;
    const parts = splitImport(importing.value.plan.data);
    let counts = NOTHING;
    for (const [place, text] of parts.entries()) {
      importing.value = { kind: 'sending', part: place + 1, parts: parts.length };
      const answer = await ask(() => ports.send('data.import', { text }));
      if (!answer?.ok) {
        importing.value = { kind: 'failed' };
        return;
      }
      counts = sum(counts, answer.restored);
    }
    importing.value = { kind: 'done', counts };
  };
  const erase = async (): Promise<void> => {
    if (erasing.value === 'asking') return;
    erasing.value = 'asking';
    const answer = await ask(() => ports.send('data.erase', {}));
    if (answer?.ok) {
      ports.forgetPages();
      await afterErase();
    }
    erasing.value = doingAfter(answer);
  };

  return {
    size,
    exporting,
    importing,
    erasing,
    refresh,
    support,
    hasIds,
    chooseFile,
    importPlanned,
    forgetFile: (): void => {
      importing.value = { kind: 'idle' };
    },
    erase,
  };
};
