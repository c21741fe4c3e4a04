import { setDefaultCACertificates } from 'node:tls';
import type { Fetch } from '#alerts';
import { type Fault, makeCertificate } from '#sandbox';
import { type Delivery, spoil, textReply } from '../../sandbox/server/delivery.ts';
import { type ReceivedRequest, startHttpsServer } from '../../sandbox/server/https-server.ts';

/** A place on this machine to which webhooks are sent. */
export interface Receiver {
  readonly port: number;
  /** Everything that arrived, the oldest first. */
  readonly received: readonly ReceivedRequest[];
  /** What goes wrong with the next requests, one each; afterwards all is well. */
  readonly faults: Fault[];
  /** Called as soon as a request has arrived, before it is answered. */
  onArrival: () => void;
  close(): Promise<void>;
}

let making: ReturnType<typeof makeCertificate> | undefined;

/** One certificate for all receivers of a file, which the fetch of Node trusts from then on, in this thread alone. */
const certificateHere = async () => {
  making ??= makeCertificate(['localhost']);
  const certificate = await making;
  setDefaultCACertificates([certificate.cert]);
  return certificate;
};

/** Starts one over HTTPS. */
export const startReceiver = async (): Promise<Receiver> => {
  const certificate = await certificateHere();
  const received: ReceivedRequest[] = [];
  const faults: Fault[] = [];
  const answer = async (request: ReceivedRequest): Promise<Delivery> => {
    received.push(request);
    receiver.onArrival();
    return spoil(textReply(200, 'text/plain', 'ok'), faults.shift());
  };
  const server = await startHttpsServer(certificate, 0, answer);
  const receiver: Receiver = {
    port: server.port,
    received,
    faults,
    onArrival: () => undefined,
    close: server.close,
  };
  return receiver;
};

/** The fetch of Node, asked exactly as the deliverer asks, with every host standing on this machine. */
export const fetchFrom =
  ({ port }: Receiver, change: RequestInit = {}): Fetch =>
  (url, init) =>
    fetch(url.replace(/^https:\/\/[^/]+/, `https://localhost:${port}`), { ...init, ...change });
