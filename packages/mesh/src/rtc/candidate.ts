import type { Shape } from '@manyhands/codec';
import { concat, fromHex, toHex } from '@manyhands/codec';

/**
 * Somewhere a device can be reached: an address of its own, the one under which it is
 * seen from outside (`srflx`), or that of a relay of packets (RFC 8839 §5.1).
 */
export interface Candidate {
  readonly type: 'host' | 'srflx' | 'relay';
  /** `name`: a UUID that the browser put in place of a private address (mDNS). */
  readonly family: 'ip4' | 'ip6' | 'name';
  /** 4 bytes, or 16. */
  readonly address: Uint8Array;
  readonly port: number;
}

/** The first byte of a packed candidate. A name stands for addresses of its own only. */
const kinds: readonly (readonly [Candidate['type'], Candidate['family']])[] = [
  ['host', 'ip4'],
  ['host', 'ip6'],
  ['host', 'name'],
  ['srflx', 'ip4'],
  ['srflx', 'ip6'],
  ['relay', 'ip4'],
  ['relay', 'ip6'],
];
/** RFC 8445 §5.1.2.2. */
const preferences: Readonly<Record<Candidate['type'], number>> = {
  host: 126,
  srflx: 100,
  relay: 0,
};

/** kind u8 ‖ address ‖ port u16. */
export const candidateShape: Shape<Candidate> = {
  read(value) {
    if (!(value instanceof Uint8Array)) return undefined;
    const [type, family] = kinds[value[0] ?? kinds.length] ?? [];
    if (type === undefined || family === undefined) return undefined;
    const address = value.slice(1, -2);
    const [high = 0, low = 0] = value.slice(-2);
    const port = high * 256 + low;
    if (address.length !== (family === 'ip4' ? 4 : 16) || port === 0) return undefined;
    return { type, family, address, port };
  },
  write: ({ type, family, address, port }) =>
    concat(
      Uint8Array.of(kinds.findIndex(([t, f]) => t === type && f === family)),
      address,
      Uint8Array.of(port >> 8, port & 255),
    ),
};

const line = /^a=candidate:\S+ 1 udp \d+ (\S+) (\d+) typ (host|srflx|relay)(?: |$)/i;

/** What one line of a session description names; null for what a link does not use. */
export function readCandidate(text: string): Candidate | null {
  const [, name = '', digits, type] = line.exec(text) ?? [];
  const port = Number(digits);
  if (type === undefined || !(port > 0 && port < 65_536)) return null;
  const known = type.toLowerCase() as Candidate['type'];
  for (const [family, read] of readers) {
    const address = read(name);
    if (address === null) continue;
    const isKnown = kinds.some(([t, f]) => t === known && f === family);
    return isKnown ? { type: known, family, address, port } : null;
  }
  return null;
}

/** The line of the `place`-th candidate: earlier ones are tried first. */
export function candidateLine(candidate: Candidate, place: number): string {
  const { type, port } = candidate;
  // RFC 8445 §5.1.2.1
  const priority = preferences[type] * 2 ** 24 + (65_535 - place) * 2 ** 8 + 255;
  // Where it is seen from is nobody's business here (RFC 8839 §5.1 allows zeros).
  const origin = type === 'host' ? '' : ' raddr 0.0.0.0 rport 9';
  return `a=candidate:${place + 1} 1 udp ${priority} ${addressText(candidate)} ${port} typ ${type}${origin}`;
}

function addressText({ family, address }: Candidate): string {
  if (family === 'ip4') return address.join('.');
  const digits = toHex(address);
  if (family === 'ip6') return (digits.match(/.{4}/g) ?? []).join(':');
  return `${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}.local`;
}

const readers: readonly [Candidate['family'], (text: string) => Uint8Array | null][] = [
  ['ip4', readIp4],
  ['ip6', readIp6],
  ['name', readName],
];

function readIp4(text: string): Uint8Array | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null;
  const parts = text.split('.').map(Number);
  return parts.every((part) => part < 256) ? Uint8Array.from(parts) : null;
}

/** RFC 4291 §2.2, without a scope or a dotted end: browsers write neither. */
function readIp6(text: string): Uint8Array | null {
  const [head = '', tail, ...more] = text.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [front, back] = [groups(head), groups(tail ?? '')];
  const missing = 8 - front.length - back.length;
  const isWhole = tail === undefined ? missing === 0 : missing > 0;
  if (!isWhole || more.length > 0) return null;
  const all = [...front, ...Array.from({ length: missing }, () => '0'), ...back];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return fromHex(all.map((group) => group.toLowerCase().padStart(4, '0')).join(''));
}

function readName(text: string): Uint8Array | null {
  const [, ...parts] =
    /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\.local$/i.exec(
      text,
    ) ?? [];
  return parts.length === 0 ? null : fromHex(parts.join('').toLowerCase());
}
