import { iceServersOf } from '@manyhands/door';
import type { IceServer } from '@manyhands/door';
import type { Check, Finding } from '@manyhands/community/opened';
import { hostOf } from '@manyhands/community/admission';

/** What a place looks for others through. */
export interface Ways {
  readonly relays: readonly string[];
  /** As the charter names them. */
  readonly ice: readonly string[];
}

/** Everything that can be tried from here, in the order in which it is told. */
export const connectionChecks = ({ relays, ice }: Ways): Check[] => [
  checkApp,
  checkStorage,
  checkNetwork,
  ...relays.map((relay) => (signal: AbortSignal) => checkRelay(relay, signal)),
  checkDirect,
  ...iceServersOf(ice).map((server) => (signal: AbortSignal) => {
    return checkIce(server, signal);
  }),
];

/** Whether this app would open without a network. */
async function checkApp(): Promise<Finding> {
  if (!('serviceWorker' in navigator)) return { topic: 'app', found: 'cannot' };
  const registration = await navigator.serviceWorker.getRegistration();
  const isReady = registration?.active?.state === 'activated';
  return { topic: 'app', found: isReady ? 'ready' : 'notYet' };
}

async function checkStorage(): Promise<Finding> {
  // Only a secure page has it, whatever the types say.
  const storage = (navigator as Partial<Navigator>).storage;
  if (!storage) return { topic: 'storage', found: 'unknown' };
  const isPromised = await storage.persisted();
  return { topic: 'storage', found: isPromised ? 'promised' : 'notPromised' };
}

const checkNetwork = (): Promise<Finding> =>
  Promise.resolve({
    topic: 'network',
    found: navigator.onLine ? 'online' : 'offline',
  });

async function checkRelay(relay: string, signal: AbortSignal): Promise<Finding> {
  const { probeRelay } = await import('@manyhands/mesh');
  const found = await probeRelay(relay, signal);
  return { topic: 'relay', host: hostOf(relay), found };
}

async function checkDirect(signal: AbortSignal): Promise<Finding> {
  const { probeDirect } = await import('@manyhands/mesh');
  const { can, stood } = await probeDirect({ iceServers: [] }, signal);
  return { topic: 'direct', found: can ? (stood ? 'works' : 'fails') : 'cannot' };
}

async function checkIce(server: IceServer, signal: AbortSignal): Promise<Finding> {
  const { probeDirect } = await import('@manyhands/mesh');
  const { kind, ...iceServer } = server;
  const way = kind === 'stun' ? 'srflx' : 'relay';
  const { ways } = await probeDirect({ iceServers: [iceServer] }, signal, way);
  const host = iceServer.urls.replace(/^[a-z]+:|\?.*$/g, '');
  return { topic: kind, host, found: ways.has(way) ? 'works' : 'fails' };
}
