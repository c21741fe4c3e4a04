export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { GatewayError, type GatewayProblem } from './gateway-error.ts';
export { metered } from './metered.ts';
export type { Latch, Priority, Standing } from './standing.ts';
export { ceilingPerSecond, newBucket, takeToken } from './token-bucket.ts';
