export { createDeliverer, type Deliverer, type DeliveriesPort } from './deliverer.ts';
export { deliveriesOf } from './delivery.ts';
export { createKeeper, type Keeper } from './keeper.ts';
export { createPost, type Fetch } from './post.ts';
export { readFacts } from './read-facts.ts';
export type { WebhookWords } from './texts.ts';
