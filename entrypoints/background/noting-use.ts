import type { MessageHandlers } from '#messages/guard';

type Handlers = MessageHandlers['extension'];

/** Handlers that note before each message of a page of ours that a person is at work: an automatic lock waits anew. */
export const notingUse = (note: () => Promise<void>, handlers: Handlers): Handlers =>
  Object.fromEntries(
    Object.entries(handlers).map(([type, handle]) => [
      type,
      async (request: never, tabId: number | undefined) => {
        await note();
        return handle(request, tabId);
      },
    ]),
  ) as unknown as Handlers;
