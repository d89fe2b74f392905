/**
 * Where people sit around somebody's ties. The place comes from the person's own seed,
 * so it is the same on every visit; whoever finds it taken moves on to the next free
 * one, and later ties never push earlier ones away.
 */
import type { Point } from './markShape.ts';

export const mostTies = 12;
const seats = 12;

export interface Seat extends Point {
  /** Degrees, clockwise from the top. */
  angle: number;
}

/** One seat for each seed, in the order given: first met first. */
export function seatsFor(seeds: readonly Uint8Array[], radius: number): Seat[] {
  const taken = new Set<number>();
  return seeds.slice(0, mostTies).map((seed) => {
    let seat = (seed[12] ?? 0) % seats;
    while (taken.has(seat)) seat = (seat + 5) % seats; // 5 and 12 share no factor
    taken.add(seat);
    return placeOf(seat, seed, radius);
  });
}

/** A little out of line, as people stand in a ring. */
function placeOf(seat: number, seed: Uint8Array, radius: number): Seat {
  const angle = (seat / seats) * 360 + ((seed[13] ?? 0) / 255 - 0.5) * 9;
  const reach =
    radius * (seat % 2 === 0 ? 1 : 0.74) + ((seed[14] ?? 0) / 255 - 0.5) * 8;
  const radians = (angle * Math.PI) / 180;
  return { angle, x: reach * Math.sin(radians), y: -reach * Math.cos(radians) };
}

/**
 * The running stitch between the middle and a seat: as many stitches as exchanges, at
 * most `most`, evenly spread between the two buttons.
 */
export function stitchesTo(
  seat: Point,
  exchanges: number,
  { from, to, most = 9 }: { from: number; to: number; most?: number },
): string {
  const distance = Math.hypot(seat.x, seat.y);
  const [ux, uy] = [seat.x / distance, seat.y / distance];
  const start = from;
  const end = distance - to;
  const count = Math.max(1, Math.min(most, exchanges));
  const pitch = (end - start) / count;
  const length = Math.min(pitch * 0.62, 16);
  return Array.from({ length: count }, (_, index) => {
    const middle = start + pitch * (index + 0.5);
    const [a, b] = [middle - length / 2, middle + length / 2];
    return `M${round(ux * a)} ${round(uy * a)}L${round(ux * b)} ${round(uy * b)}`;
  }).join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
