/**
 * Where the phones of a community find each other, as a charter names it: relays, and what
 * helps two phones to a direct line. Read from what somebody typed, or from a charter that
 * somebody else has written: then what cannot be meant is left out, and breaks nothing.
 */
import { fitsPoint, isHost, readIce, urlOf } from '@manyhands/door';
import type { IceServer } from '@manyhands/door';
import { textBytes } from '../opened/index.ts';

/** A charter has room for eight of each (formats §4). */
const pointsAtMost = 8;
/** All of them together, so that name, agreement and these fit in one charter. */
const pointsBytes = 2_000;

/**
 * The address of a relay out of what somebody calls it: `relay.example`,
 * `https://relay.example` or the whole address. Null for what is none.
 */
export function readRelay(typed: string): string | null {
  const text = typed.trim();
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `wss://${text}`;
  const url = urlOf(whole.replace(/^http/i, 'ws'));
  if (url === null || !['ws:', 'wss:'].includes(url.protocol)) return null;
  if (url.hash !== '' || url.username !== '' || !isHost(url.hostname)) return null;
  if (url.pathname === '/') url.pathname = '/relay';
  return fitsPoint(url.href) ? url.href : null;
}

/** What a founder typed, one on each line. */
export interface TypedPoints {
  readonly relays: string;
  readonly stun: string;
  readonly turn: string;
}

export type PointsFault =
  | { readonly type: 'NotOne'; readonly line: string }
  | { readonly type: 'TooMany'; readonly most: number }
  | { readonly type: 'TooLong' };

/** What a charter will name, and what of the typed does not do, by field. */
export interface MeetingPoints {
  readonly relays: readonly string[];
  readonly ice: readonly string[];
  readonly faults: Partial<Record<keyof TypedPoints, PointsFault>>;
}

/** The relay beside the app takes one of the eight places. */
export function pointsOf({ relays, stun, turn }: TypedPoints): MeetingPoints {
  const isOf = (kind: IceServer['kind']) => (line: string) =>
    readIce(line)?.kind === kind ? line : null;
  const named = readLines(relays, readRelay, pointsAtMost - 1);
  const stuns = readLines(stun, isOf('stun'), pointsAtMost);
  const turns = readLines(turn, isOf('turn'), pointsAtMost - stuns.points.length);
  const points = [...named.points, ...stuns.points, ...turns.points];
  const isTooLong = textBytes(points.join('')) > pointsBytes;
  return {
    relays: named.points,
    ice: [...stuns.points, ...turns.points],
    faults: {
      ...named.fault('relays'),
      ...stuns.fault('stun'),
      ...turns.fault('turn'),
      ...(isTooLong ? { turn: { type: 'TooLong' } } : {}),
    },
  };
}

function readLines(
  text: string,
  read: (line: string) => string | null,
  most: number,
): {
  points: string[];
  fault: (field: keyof TypedPoints) => MeetingPoints['faults'];
} {
  const lines = text.split('\n').map((line) => line.trim());
  const typed = lines.filter((line) => line !== '');
  const wrong = typed.find((line) => read(line) === null);
  const points = [...new Set(typed.map(read).filter((point) => point !== null))];
  return {
    points: points.slice(0, most),
    fault: (field) => {
      if (wrong !== undefined) return { [field]: { type: 'NotOne', line: wrong } };
      if (points.length > most) return { [field]: { type: 'TooMany', most } };
      return {};
    },
  };
}

/** The host alone: what a person recognises, and no password with it. */
export function hostOf(point: string): string {
  const ice = readIce(point);
  const host = ice ? ice.urls.replace(/^[a-z]+:|\?.*$/g, '') : urlOf(point)?.host;
  return host ?? point;
}
