import { parseWorkspaceId } from '#model';
import { mustBe } from './call.ts';
import type { ClientOptions } from './client.ts';
import { InstantlyError } from './error.ts';
import { checkKeyText } from './key-text.ts';
import { createTransport, type Exchange } from './transport.ts';

/** The transport of one key. Throws `key_rejected` when the key could not even go into a header. */
export const openTransport = ({
  key,
  fetch,
  now,
  timeoutMs = 10_000,
  asWorkspace,
}: ClientOptions): Exchange => {
  const checked = checkKeyText(key);
  if (!checked.ok || checked.key !== key) throw new InstantlyError('key_rejected');
  return createTransport({
    key,
    fetch,
    now,
    timeoutMs,
    asWorkspace: asWorkspace && mustBe(parseWorkspaceId(asWorkspace)),
  });
};
