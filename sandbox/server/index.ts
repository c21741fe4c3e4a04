export { type Audit, createAudit, INSTANTLY_LIMITS, type RateCap } from './audit.ts';
export { makeCertificate } from './certificate.ts';
export { demoWorld } from './demo-world.ts';
export type { Fault, FaultMatch, FaultRule, FaultScript } from './faults.ts';
export type { LoggedRequest } from './request-log.ts';
export {
  API_HOST,
  APP_HOST,
  type Sandbox,
  type ServeOptions,
  serveWorld,
} from './serve-world.ts';
export { type DemoSandbox, type SandboxOptions, startSandbox } from './start-sandbox.ts';
export type { World, WorldAnswer, WorldRequest } from './world.ts';
export type { WorldClock } from './world-clock.ts';
