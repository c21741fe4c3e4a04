import { GatewayError } from '#gateway';
import { InstantlyError } from '#instantly';
import type { ConnectProblem } from '#messages';
import type { InstantMs } from '#model';
import { StoreError } from '#store/write';
import { VaultError } from '#vault';

const ASK_AGAIN_MS = 60_000;

const ofGateway = ({ problem, until }: GatewayError, now: InstantMs): ConnectProblem => {
  switch (problem) {
    case 'paused':
    case 'deferred':
      return { code: 'rate_limited', until: until ?? now + ASK_AGAIN_MS };
    case 'latched':
    case 'key_missing':
      return { code: 'key_rejected', message: '' };
    case 'superseded':
      // Replaced or removed while it was asked: there is no answer about the key that holds now.
      return { code: 'timeout' };
  }
};

const ofInstantly = (error: InstantlyError, now: InstantMs): ConnectProblem => {
  const message = error.vendorMessage;
  switch (error.kind) {
    case 'key_rejected':
    case 'no_plan':
      return { code: error.kind, message };
    case 'scope_missing':
      return { code: 'scope_missing', scopes: error.scopes, message };
    case 'rate_limited':
      return { code: 'rate_limited', until: error.notBefore ?? now + ASK_AGAIN_MS };
    case 'offline':
    case 'timeout':
      return { code: error.kind };
    case 'bad_body':
    case 'body_too_large':
      return { code: 'bad_body', message };
    default:
      return { code: 'server_fault', message };
  }
};

/** Why asking with a key failed, in a form that can be worded. Throws what is a fault of our own. */
export const problemOf = (error: unknown, now: InstantMs): ConnectProblem => {
  if (error instanceof VaultError && error.problem === 'locked') return { code: 'locked' };
  if (error instanceof VaultError || error instanceof StoreError) return { code: 'storage_failed' };
  if (error instanceof GatewayError) return ofGateway(error, now);
  if (error instanceof InstantlyError) return ofInstantly(error, now);
  throw error;
};
