/**
 * The community's year as a woven cloth: a column for each week, a stitch for each
 * exchange. The cloth grows upwards from its hem; its rows are as many as the busiest
 * week needs, so no stitch is ever left out or stands for two.
 */
export interface Cloth {
  width: number;
  height: number;
  /** The stitches that lie along the cloth, and those that lie across it. */
  along: string;
  across: string;
}

const cell = 10;

export function clothOf(weeks: readonly number[]): Cloth {
  const rows = Math.max(4, ...weeks);
  const height = rows * cell;
  let along = '';
  let across = '';
  weeks.forEach((exchanges, week) => {
    for (let row = 0; row < exchanges; row++) {
      const x = week * cell + cell / 2;
      const y = height - row * cell - cell / 2;
      // A plain weave: over, under, over.
      if ((week + row) % 2 === 0) along += `M${x - 3} ${y}h6`;
      else across += `M${x} ${y - 3}v6`;
    }
  });
  return { width: weeks.length * cell, height, along, across };
}
