import { useState } from 'preact/hooks';
import type { AskProblem } from '#messages';
import type { InstantMs } from '#model';

/** How far a person's question to Instantly is. */
export type Asked<Answer> =
  | { readonly kind: 'not_asked' | 'asking' | 'no_answer' }
  | { readonly kind: 'failed'; readonly problem: AskProblem }
  | { readonly kind: 'answered'; readonly answer: Answer; readonly at: InstantMs };

/** What the background gives back: an answer, or why there is none. */
export type Answered<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problem: AskProblem };

/** A question that a press asks; another press asks it anew, but not while it is under way. */
export const useQuestion = <Answer>(
  question: () => Promise<Answered<Answer>>,
  now: () => InstantMs,
): { readonly asked: Asked<Answer>; readonly ask: () => Promise<void> } => {
  const [asked, setAsked] = useState<Asked<Answer>>({ kind: 'not_asked' });
  const ask = async (): Promise<void> => {
    if (asked.kind === 'asking') return;
    setAsked({ kind: 'asking' });
    try {
      const said = await question();
      setAsked(
        said.ok
          ? { kind: 'answered', answer: said.answer, at: now() }
          : { kind: 'failed', problem: said.problem },
      );
    } catch (error) {
      // A background that is gone: the page says so.
      console.warn(error);
      setAsked({ kind: 'no_answer' });
    }
  };
  return { asked, ask };
};
