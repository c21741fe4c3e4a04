export type { ChangeFacts, Subject } from './action-definition.ts';
export { type Changes, createChanges } from './changes.ts';
export { planChange } from './plan-change.ts';
export type { Asked, ChangesPort } from './port.ts';
export { sessionTickets, type Ticket, type TicketPlace } from './tickets.ts';
