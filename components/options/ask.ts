/** Runs a question to the background; null when it did not answer, which is then said where it was asked. */
export const ask = async <T>(question: () => Promise<T>): Promise<T | null> => {
  try {
    return await question();
  } catch (error) {
    console.warn(error);
    return null;
  }
};

/** Where something asked of the background stands. `failed`: it answered that it could not do it. */
export type Doing = 'idle' | 'asking' | 'done' | 'failed' | 'no_answer';

/** What an answer that is only yes or no comes to. */
export const doingAfter = (answer: { readonly ok: boolean } | null): Doing =>
  answer === null ? 'no_answer' : answer.ok ? 'done' : 'failed';
