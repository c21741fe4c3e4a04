import type { InstantMs, WorkspaceId } from '#model';
import type { Ask, Outcome } from './core/ask.ts';
import type { SliceCommit } from './core/conclude.ts';
import type { Attention, Memory } from './core/memory.ts';
import { step, type WatchEffect, type WatchEvent, type WatchState } from './core/step.ts';

/** Everything the watcher can do to the world. Each call may be the last one before the worker is killed. */
export interface EffectsPort {
  readonly now: () => InstantMs;
  /** All that is stored of a workspace; null when it is gone. */
  readonly load: (workspaceId: WorkspaceId) => Promise<Memory | null>;
  /** Wished interval of a campaign that runs well, in ms. */
  readonly runningMs: () => Promise<number>;
  /** Never rejects for anything Instantly or the network did: that is an outcome. */
  readonly ask: (memory: Memory, ask: Ask) => Promise<Outcome>;
  /** Writes one slice in one transaction; false when the key or the workspace is no longer the same. */
  readonly commit: (commit: SliceCommit) => Promise<boolean>;
}

interface Run {
  state: WatchState;
  memory: Memory | null;
}

/**
 * Plays the watcher of one workspace until it has nothing more to do now.
 * Gives the instant of the next due work; null when there is none (latched, removed).
 */
export const runWorkspace = (
  port: EffectsPort,
  workspaceId: WorkspaceId,
  attention: Attention,
): Promise<InstantMs | null> =>
  new Promise((resolve, reject) => {
    const run: Run = { state: { phase: 'idle' }, memory: null };

    const happen = (event: WatchEvent): void => {
      if (event.kind === 'loaded') run.memory = event.memory;
      const { state, effects } = step(run.state, event, port.now());
      run.state = state;
      for (const effect of effects) carryOut(effect).catch(reject);
    };

    const carryOut = async (effect: WatchEffect): Promise<void> => {
      switch (effect.kind) {
        case 'load':
          return happen({
            kind: 'loaded',
            memory: await port.load(workspaceId),
            runningMs: await port.runningMs(),
          });
        case 'ask': {
          if (run.memory === null) throw new Error('an ask before anything was loaded');
          const outcome = await port.ask(run.memory, effect.ask);
          return happen({ kind: 'answered', ask: effect.ask, outcome });
        }
        case 'commit':
          return happen(await committed(effect.commit));
        case 'finish':
          return resolve(effect.dueAt);
      }
    };

    const committed = async (commit: SliceCommit): Promise<WatchEvent> => {
      try {
        const isCurrent = await port.commit(commit);
        if (isCurrent) run.memory = commit.after;
        return { kind: 'committed', isCurrent };
      } catch (error) {
        console.warn('Sendwatch could not store a check; it will try again.', error);
        return { kind: 'commit_failed' };
      }
    };

    happen({ kind: 'wake', attention });
  });
