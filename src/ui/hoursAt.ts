/**
 * Which hours a finger means. The rounds lie in rows of four and are read like text.
 *
 * A *tap* means the quarter that was tapped: the slice of the clock face under the
 * finger. A *drag* follows the line of rounds instead: a quarter of an hour for every
 * quarter of a round's width, because a face has no left-to-right order of its own.
 */
export const roundsPerRow = 4;
export const quarter = 15;
const hour = 60;

export interface DialPoint {
  /** From the edge where reading starts, in rounds: 0 to 4. */
  along: number;
  /** From the top, in rounds. */
  down: number;
}

/** Minutes at the slice under a tap; `mirrored` when the rounds run right to left. */
export function minutesTapped({ along, down }: DialPoint, mirrored = false): number {
  const { column, row } = cellOf({ along, down });
  const x = (along - column - 0.5) * (mirrored ? -1 : 1);
  const y = down - row - 0.5;
  // Clockwise from twelve o'clock, as a share of a turn.
  const turn = (Math.atan2(x, -y) / (2 * Math.PI) + 1) % 1;
  const quarters = Math.floor(turn * 4) + 1;
  return before(column, row) + quarters * quarter;
}

/** Minutes at the place a drag has come to. */
export function minutesDragged({ along, down }: DialPoint): number {
  const { column, row } = cellOf({ along, down });
  const quarters = Math.round(clamp(along - column, 0, 1) * 4);
  return before(column, row) + quarters * quarter;
}

/** How many rows of rounds are on offer: always one more hour than is chosen. */
export function rowsFor(minutes: number, max: number): number {
  const rows = Math.floor(minutes / (roundsPerRow * hour)) + 1;
  return clamp(rows, 1, Math.ceil(max / (roundsPerRow * hour)));
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

function cellOf({ along, down }: DialPoint): { column: number; row: number } {
  return {
    column: clamp(Math.floor(along), 0, roundsPerRow - 1),
    row: Math.max(0, Math.floor(down)),
  };
}

function before(column: number, row: number): number {
  return (row * roundsPerRow + column) * hour;
}
