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
  yarns: Yarn[];
}

/** The stitches that lie one way and have one colour: dashes of lines that run up from the hem. */
export interface Yarn {
  /** One of four. */
  colour: number;
  d: string;
  /** How broad a dash is, and where on its line dashes lie. */
  width: number;
  dashes: string;
}

const cell = 10;
const colours = [0, 1, 2, 3];
/** How many rows or columns of one colour lie side by side, as in a checked cloth. */
const bands = [5, 3, 5, 2];
const bandsAll = bands.reduce((sum, band) => sum + band, 0);
/** A stitch is as long as that, and as broad as the yarn. */
const [long, broad] = [8.8, 6.6];

/**
 * A plain weave shows the thread that runs along and the one across by turns. However many
 * stitches there are, they are drawn by these few lines: a town has a hundred thousand.
 */
export function clothOf(weeks: readonly number[]): Cloth {
  const rows = Math.max(8, ...weeks);
  const [width, height] = [weeks.length * cell, rows * cell];
  const lines = (isOne: (week: number) => boolean): string =>
    weeks
      .map((exchanges, week) =>
        exchanges > 0 && isOne(week)
          ? `M${middleOf(week)} ${height}v${-exchanges * cell}`
          : '',
      )
      .join('');
  const yarns = colours.flatMap((colour) =>
    [0, 1].flatMap((parity): Yarn[] => [
      {
        colour,
        width: long,
        d: lines((week) => week % 2 === parity),
        dashes: dashesOf(broad, 2 * bandsAll, (row) => {
          return row % 2 === parity && colourOf(row) === colour;
        }),
      },
      {
        colour,
        width: broad,
        d: lines((week) => week % 2 === parity && colourOf(week) === colour),
        dashes: dashesOf(long, 2, (row) => row % 2 !== parity),
      },
    ]),
  );
  const warp = weeks.map((_, week) => `M${middleOf(week)} 0v${height}`).join('');
  return { width, height, warp, yarns: yarns.filter(({ d }) => d !== '') };
}

const middleOf = (week: number): number => week * cell + cell / 2;

/** What repeats after so many rows: a dash in the middle of each row that is `isOne`. */
function dashesOf(length: number, rows: number, isOne: (row: number) => boolean) {
  const dashes: number[] = [0];
  let end = 0;
  for (let row = 0; row < rows; row++) {
    if (!isOne(row)) continue;
    const start = row * cell + (cell - length) / 2;
    dashes.push(start - end, length);
    end = start + length;
  }
  dashes.push(rows * cell - end);
  return dashes.map((each) => Number(each.toFixed(2))).join(' ');
}

function colourOf(line: number): number {
  let left = line % bandsAll;
  return bands.findIndex((band) => (left -= band) < 0);
}
