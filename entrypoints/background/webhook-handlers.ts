import type { Deliverer, Keeper } from '#alerts';
import type { MessageHandlers } from '#messages/guard';

type Handlers = Pick<
  MessageHandlers['extension'],
  'webhook.list' | 'webhook.put' | 'webhook.remove' | 'webhook.test'
>;

/** Places outside the browser to which notices go. */
export const webhookHandlers = (keeper: Keeper, deliverer: Pick<Deliverer, 'test'>): Handlers => ({
  'webhook.list': async () => ({ webhooks: await keeper.list() }),
  'webhook.put': (request) => keeper.put(request),
  'webhook.remove': async ({ id }) => ({ ok: await keeper.remove(id) }),
  'webhook.test': async ({ id }) => {
    const outcome = await deliverer.test(id);
    if (outcome?.kind === 'delivered') return { ok: true };
    // One that was removed meanwhile has no address any more.
    return { ok: false, problem: outcome?.problem ?? { code: 'not_an_address' } };
  },
});
