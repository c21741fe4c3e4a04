import { useRef, useState } from 'preact/hooks';
import type { AlertMessages, Send } from '#messages';
import type { SilenceKind, SilenceScope, SnoozeChoice } from '#model';

/** Where silencing, or taking it back, stands. `nothing`: the trouble is over, so there is nothing to silence. */
export type Silencing = 'idle' | 'asking' | 'done' | 'failed' | 'no_answer' | 'nothing';

/** What a person wants silenced. */
export interface Wish {
  readonly kind: SilenceKind;
  readonly scopes: readonly SilenceScope[];
  readonly until: SnoozeChoice | null;
  readonly note: string;
}

/** Asks the background to silence and to take back, one thing after another, and says what came of it. */
export const useSilencing = (send: Send<AlertMessages>) => {
  const [state, setState] = useState<Silencing>('idle');
  const isAsking = useRef(false);
  const run = async (questions: readonly (() => Promise<Silencing>)[]): Promise<boolean> => {
    if (isAsking.current) return false;
    isAsking.current = true;
    setState('asking');
    const answers = new Set<Silencing>();
    try {
      for (const question of questions) answers.add(await question());
    } catch (error) {
      console.warn(error);
      answers.add('no_answer');
    }
    isAsking.current = false;
    // Of several campaigns one may have recovered meanwhile: the others are silenced all the same.
    const worst = (['no_answer', 'failed', 'done', 'nothing'] as const).find((one) =>
      answers.has(one),
    );
    setState(worst ?? 'nothing');
    return worst === 'done';
  };
  return {
    state,
    reset: (): void => setState('idle'),
    silence: ({ kind, scopes, until, note }: Wish): Promise<boolean> =>
      run(
        scopes.map((scope) => async () => {
          const answer = await send('alerts.silence', { kind, scope, until, note });
          if (!answer.ok) return 'failed';
          return answer.silence === null ? 'nothing' : 'done';
        }),
      ),
    takeBack: (ids: readonly string[]): Promise<boolean> =>
      run(
        ids.map((id) => async () => {
          const { ok } = await send('alerts.unsilence', { id });
          return ok ? 'done' : 'failed';
        }),
      ),
  };
};
