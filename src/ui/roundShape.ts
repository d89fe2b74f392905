/**
 * The geometry of hours: a round is an hour, a quarter of it is fifteen minutes.
 * Angles start at twelve o'clock and run clockwise, as on any clock.
 */
import type { Point } from './markShape.ts';

const minutesPerHour = 60;

/**
 * The slice of a clock face that `fraction` (above 0, below 1) of an hour fills.
 * A whole hour is a circle, which an arc cannot draw.
 */
export function slicePath(centre: Point, radius: number, fraction: number): string {
  const end = onRound(centre, radius, fraction);
  return (
    `M${centre.x} ${centre.y}V${round(centre.y - radius)}` +
    `A${radius} ${radius} 0 ${fraction > 0.5 ? 1 : 0} 1 ${end.x} ${end.y}Z`
  );
}

/** The place on the rim where the hand points after `fraction` of an hour. */
export function onRound(centre: Point, radius: number, fraction: number): Point {
  const angle = fraction * 2 * Math.PI;
  return {
    x: round(centre.x + radius * Math.sin(angle)),
    y: round(centre.y - radius * Math.cos(angle)),
  };
}

/** Half a round around 0, 0: what one of the two signed. */
export function halfPath(radius: number, side: 'left' | 'right'): string {
  return `M0 ${-radius}A${radius} ${radius} 0 0 ${side === 'left' ? 0 : 1} 0 ${radius}Z`;
}

export interface Coin {
  radius: number;
  centre: Point;
}

/**
 * The rounds that two people sign together: one for each hour, and a smaller one for
 * the rest whose *area* is its share of an hour. They lie in rows that stay countable:
 * up to four in a row, then six.
 */
export function coinsOf(
  minutes: number,
  full: number,
  gap: number,
): { coins: Coin[]; width: number; height: number } {
  const hours = Math.floor(minutes / minutesPerHour);
  const rest = (minutes % minutesPerHour) / minutesPerHour;
  const radii = Array.from({ length: hours }, () => full);
  if (rest > 0) radii.push(round(full * Math.sqrt(rest)));

  const perRow = radii.length <= 4 ? 4 : 6;
  const pitch = 2 * full + gap;
  let width = 0;
  const coins = radii.map((radius, index) => {
    const left = (index % perRow) * pitch;
    width = Math.max(width, left + 2 * radius);
    return {
      radius,
      centre: { x: round(left + radius), y: Math.floor(index / perRow) * pitch + full },
    };
  });
  const rows = Math.ceil(radii.length / perRow);
  return { coins, width: round(width), height: rows * pitch - gap };
}

export interface Pile {
  /** Baskets of ten hours each. */
  baskets: number;
  /** Whole hours outside the baskets. */
  rounds: number;
  /** What is left over, as a share of an hour. */
  rest: number;
}

/** How many baskets, rounds and quarters show `minutes`; which side is for others. */
export function pileOf(minutes: number): Pile {
  const whole = Math.abs(minutes);
  const hours = Math.floor(whole / minutesPerHour);
  const baskets = hours > 10 ? Math.floor(hours / 10) : 0;
  return {
    baskets,
    rounds: hours - baskets * 10,
    rest: (whole % minutesPerHour) / minutesPerHour,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
