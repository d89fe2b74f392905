/**
 * The geometry of a mark: a sewing button worked out from 32 bytes, the same on every
 * device. It helps to recognise somebody; it proves nothing, since two people in a large
 * community may well wear the same button.
 *
 * 1. 5 edges × 4 rims × 12 ways of sewing × 8 dyes = 1,920 kinds, less those of rule 2.
 * 2. No single bar across a plain round, nor within a ring on a square: it reads as "no
 *    entry". The bar becomes strands.
 * 3. Nothing that turns or crosses: every edge is its own mirror image, and threads run
 *    along sides, never across a middle where another thread runs.
 *
 * The drawing fits a square of 100 × 100 whose centre is 0, 0.
 */
export type MarkKind = 'member' | 'organisation' | 'patch';

export type Edge = 'round' | 'scallop' | 'petal' | 'flower' | 'cushion';
export type Rim = 'plain' | 'ring' | 'rings' | 'dots';
export type Sewing =
  | 'two'
  | 'bar'
  | 'strands'
  | 'three'
  | 'triangle'
  | 'bar-and-one'
  | 'four'
  | 'bars'
  | 'square'
  | 'bar-and-two'
  | 'five'
  | 'pentagon';

export interface MarkShape {
  edge: Edge;
  rim: Rim;
  sewing: Sewing;
  /** Index of the dye, 0 to 7: the colour token `--dye-N`. */
  dye: number;
  /** Which way the button was sewn on, in degrees. */
  turn: number;
}

export interface Point {
  x: number;
  y: number;
}

export const edges: readonly Edge[] = [
  'round',
  'scallop',
  'petal',
  'flower',
  'cushion',
];
export const rims: readonly Rim[] = ['plain', 'ring', 'rings', 'dots'];
export const sewings: readonly Sewing[] = [
  'two',
  'bar',
  'strands',
  'three',
  'triangle',
  'bar-and-one',
  'four',
  'bars',
  'square',
  'bar-and-two',
  'five',
  'pentagon',
];
export const dyes = 8;

/** Reads the button off 32 bytes. Fewer bytes are taken as if zeros followed. */
export function markShapeOf(seed: Uint8Array, kind: MarkKind = 'member'): MarkShape {
  const edge = pick(edges, seed, 0);
  const rim = pick(rims, seed, 2);
  const sewing = pick(sewings, seed, 4);
  const isDisc =
    kind === 'member'
      ? edge === 'round' && rim === 'plain'
      : rim === 'ring' || rim === 'rings';
  const looksLikeNoEntry = isDisc && sewing === 'bar';

  return {
    edge,
    rim,
    sewing: looksLikeNoEntry ? 'strands' : sewing,
    dye: word(seed, 6) % dyes,
    turn: (word(seed, 8) % 24) * 15,
  };
}

/** Two bytes at a time, so that a remainder of 5 or 12 stays all but even. */
function word(seed: Uint8Array, at: number): number {
  return (seed[at] ?? 0) * 256 + (seed[at + 1] ?? 0);
}

function pick<T>(choices: readonly T[], seed: Uint8Array, at: number): T {
  return choices[word(seed, at) % choices.length] as T;
}

/** The outline of the button as an SVG path. */
export function outlineOf(edge: Edge, kind: MarkKind): string {
  if (kind !== 'member') return square(corners[edge]);
  const outline = outlines.get(edge) ?? waves[edge]();
  outlines.set(edge, outline);
  return outline;
}

/** Lobes around a circle: radius = middle + depth × cos(lobes × angle). */
function lobed(middle: number, depth: number, lobes: number): string {
  const steps = 144;
  const points = Array.from({ length: steps }, (_, step) => {
    const angle = (step / steps) * 2 * Math.PI;
    const radius = middle + depth * Math.cos(lobes * angle);
    return `${round(radius * Math.sin(angle))} ${round(-radius * Math.cos(angle))}`;
  });
  return `M${points.join('L')}Z`;
}

/** Each is reckoned when the first of them is drawn. */
const waves: Record<Edge, () => string> = {
  round: () => 'M0-47A47 47 0 1 1 0 47A47 47 0 1 1 0-47Z',
  scallop: () => lobed(45.2, 2.3, 14),
  petal: () => lobed(44, 4, 8),
  flower: () => lobed(42.5, 5.5, 5),
  cushion: () => lobed(44, 3.4, 6),
};
const outlines = new Map<Edge, string>();

/** Organisations and patches keep the square; the edge says how its corners are cut. */
const corners: Record<Edge, number> = {
  round: 9,
  scallop: 14,
  petal: 20,
  flower: 4,
  cushion: 26,
};

function square(corner: number, half = 43): string {
  const side = round(2 * (half - corner));
  const arc = (x: number, y: number): string =>
    `a${corner} ${corner} 0 0 1 ${x * corner} ${y * corner}`;
  return (
    `M${round(corner - half)} ${-half}h${side}${arc(1, 1)}v${side}${arc(-1, 1)}` +
    `h${-side}${arc(-1, -1)}v${-side}${arc(1, -1)}Z`
  );
}

/** The stitching that runs just inside the edge of a patch. */
export const patchSeam = square(7, 35);

/** Round dots as one SVG path: a list has a hundred buttons, and each element costs. */
export const dotsPath = (points: readonly Point[], radius: number): string =>
  points
    .map(
      ({ x, y }) =>
        `M${round(x - radius)} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0` +
        `a${radius} ${radius} 0 1 0 ${-2 * radius} 0`,
    )
    .join('');

/** The small dots of a dotted rim. */
export const rimDots = (kind: MarkKind): string =>
  kind === 'member' ? dotsRound : dotsAlong;

function onSquare(half: number, gaps: number): Point[] {
  const step = (2 * half) / gaps;
  return Array.from({ length: gaps }, (_, i) => i * step - half).flatMap((along) => [
    { x: along, y: -half },
    { x: half, y: along },
    { x: -along, y: half },
    { x: -half, y: -along },
  ]);
}

const dotRadius = 2.4;
const dotsRound = dotsPath(onCircle(16, 37, 0), dotRadius);
const dotsAlong = dotsPath(onSquare(36, 4), dotRadius);

export interface Sewn {
  holes: Point[];
  /** Lines of thread, each from hole to hole. */
  threads: Point[][];
  /** Thick thread fills the holes; thin strands leave them open. */
  thick: boolean;
}

const pair = [at(-13, 0), at(13, 0)];
const three = onCircle(3, 15, 0);
const four = [at(-12, -12), at(12, -12), at(12, 12), at(-12, 12)];
const five = onCircle(5, 17, 0);

const sewn: Record<Sewing, Sewn> = {
  two: { holes: pair, threads: [], thick: false },
  bar: { holes: pair, threads: [pair], thick: true },
  strands: {
    holes: pair,
    threads: [
      [at(-13, -3.2), at(13, -3.2)],
      [at(-13, 3.2), at(13, 3.2)],
    ],
    thick: false,
  },
  three: { holes: three, threads: [], thick: false },
  triangle: { holes: three, threads: [closed(three)], thick: false },
  'bar-and-one': { holes: three, threads: [three.slice(1)], thick: true },
  four: { holes: four, threads: [], thick: false },
  bars: { holes: four, threads: [four.slice(0, 2), four.slice(2)], thick: true },
  square: { holes: four, threads: [closed(four)], thick: false },
  'bar-and-two': { holes: four, threads: [four.slice(0, 2)], thick: true },
  five: { holes: five, threads: [], thick: false },
  pentagon: { holes: five, threads: [closed(five)], thick: false },
};

/** Where the holes are and how the thread runs, before the button is turned. */
export function sewingOf(sewing: Sewing): Sewn {
  return sewn[sewing];
}

/** Lines of thread as one SVG path. */
export function threadPath(threads: Point[][]): string {
  return threads
    .map((line) => `M${line.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}`)
    .join('');
}

function at(x: number, y: number): Point {
  return { x, y };
}

function closed(points: Point[]): Point[] {
  return [...points, ...points.slice(0, 1)];
}

function onCircle(count: number, radius: number, start: number): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = start + (i / count) * 2 * Math.PI;
    return { x: round(radius * Math.sin(angle)), y: round(-radius * Math.cos(angle)) };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
