import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';

/** Under which names a connection is counted. */
export interface Whose {
  /** An IPv4 address; of IPv6 the /64, out of which one phone takes as many as it likes. */
  readonly address: string;
  /** The /24 or the /48 around it. */
  readonly block: string;
  /** One of our own proxies, which calls for many: no cap is its own. */
  readonly isProxy: boolean;
}

/** Whose an address is. An IPv4 address that was written as IPv6 is the same one. */
export function whoseIs(remote: string, proxies: ReadonlySet<string>): Whose {
  const plain = plainAddress(remote);
  const isProxy = proxies.has(plain);
  if (isIPv4(plain)) {
    return { address: plain, block: plain.slice(0, plain.lastIndexOf('.')), isProxy };
  }
  const groups = groupsOf(plain);
  return {
    address: groups.slice(0, 4).join(':'),
    block: groups.slice(0, 3).join(':'),
    isProxy,
  };
}

/**
 * Who asks: the one at the other end of the connection, or, if that is one of our own
 * proxies, the last in X-Forwarded-For that is none. What a caller wrote there itself
 * stands further left, and is not read.
 */
export function callerOf(
  request: IncomingMessage,
  proxies: ReadonlySet<string>,
): Whose {
  const remote = request.socket.remoteAddress ?? '';
  if (!proxies.has(plainAddress(remote))) return whoseIs(remote, proxies);
  const named = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const caller = named
    .map((each) => plainAddress(withoutPort(each.trim())))
    .findLast((each) => each !== '' && !proxies.has(each));
  return whoseIs(caller ?? remote, proxies);
}

/** Some proxies write the port too, and brackets around IPv6 with it. */
const withoutPort = (named: string): string =>
  named.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');

/** Without its zone; as IPv4 if it is one; else in one spelling of many. */
export function plainAddress(remote: string): string {
  const [address = ''] = remote.toLowerCase().split('%', 1);
  const groups = groupsOf(address);
  if (groups.length !== 8) return address;
  const [high = '', low = ''] = groups.slice(6);
  const isMapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff';
  return isMapped ? [...bytesOf(high), ...bytesOf(low)].join('.') : groups.join(':');
}

const bytesOf = (group: string): number[] => {
  const number = Number.parseInt(group, 16);
  return [number >> 8, number & 0xff];
};

/** The eight groups of an IPv6 address, without leading zeros; of anything else itself. */
function groupsOf(address: string): string[] {
  if (!address.includes(':')) return [address];
  const hex = address.replace(
    /(\d+)\.(\d+)\.(\d+)\.(\d+)$/,
    (_, ...[a, b, c, d]: string[]) =>
      `${pairOf(Number(a), Number(b))}:${pairOf(Number(c), Number(d))}`,
  );
  const [left = [], right] = hex
    .split('::', 2)
    .map((part) => part.split(':').filter((group) => group !== ''));
  const gap = right === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(gap).fill('0'), ...(right ?? [])].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}

const pairOf = (high: number, low: number): string => (high * 256 + low).toString(16);
