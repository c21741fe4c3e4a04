type Table = Record<keyof object | string, { request: unknown; answer: unknown }>;

/** Sends one named request of a table to the background and gives its answer. */
export type Send<T> = <K extends keyof T & string>(
  type: K,
  request: T[K] extends { request: infer Request } ? Request : never,
) => Promise<T[K] extends { answer: infer Answer } ? Answer : never>;

/**
 * Binds the messages of one table to `runtime.sendMessage`.
 * Rejects when the background is gone (extension updated) or dropped the message, which answers nothing.
 */
export const sendWith = <T extends { [K in keyof T]: Table[string] }>(
  sendMessage: (message: unknown) => Promise<unknown>,
): Send<T> =>
  (async (type: string, request: unknown) => {
    const answer = await sendMessage({ type, request });
    if (answer === undefined) throw new Error(`no answer to ${type}`);
    return answer;
  }) as Send<T>;
