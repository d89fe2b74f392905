/**
 * The community's year as a woven cloth: a column for each week, a stitch for each
 * exchange. The cloth grows upwards from its hem; its rows are as many as the busiest
 * week needs, so no stitch is ever left out or stands for two.
 */
export interface Cloth {
  width: number;
  height: number;
  /** The bare threads that wait for stitches. */
  warp: string;
  /** The stitches of each of four colours. */
  yarns: string[];
}

const cell = 10;
const yarns = 4;
/** How many rows or columns of one colour lie side by side, as in a checked cloth. */
const bands = [5, 3, 5, 2];

export function clothOf(weeks: readonly number[]): Cloth {
  const rows = Math.max(8, ...weeks);
  const [width, height] = [weeks.length * cell, rows * cell];
  const paths = Array.from({ length: yarns }, () => '');

  weeks.forEach((exchanges, week) => {
    for (let row = 0; row < exchanges; row++) {
      // A plain weave shows the thread that runs along and the one across by turns.
      const along = (week + row) % 2 === 0;
      const x = week * cell;
      const y = height - (row + 0.5) * cell;
      const stitch = along ? `M${x + 0.6} ${y}h8.8` : `M${x + 5} ${y - 4.4}v8.8`;
      const yarn = colourOf(along ? row : week);
      paths[yarn] = `${paths[yarn] ?? ''}${stitch}`;
    }
  });

  const warp = weeks
    .map((_, week) => `M${week * cell + cell / 2} 0v${height}`)
    .join('');
  return { width, height, warp, yarns: paths };
}

function colourOf(line: number): number {
  let left = line % bands.reduce((sum, band) => sum + band, 0);
  return bands.findIndex((band) => (left -= band) < 0);
}
