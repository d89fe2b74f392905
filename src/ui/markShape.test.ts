import { expect, test } from 'vitest';
import {
  dyes,
  edges,
  markShapeOf,
  outlineOf,
  rims,
  sewingOf,
  sewings,
} from './markShape.ts';
import type { MarkShape, Point } from './markShape.ts';

/** A seed that asks for these choices, before any rule steps in. */
function seedFor(edge: number, rim: number, sewing: number, dye: number, turn = 0) {
  return Uint8Array.from([0, edge, 0, rim, 0, sewing, 0, dye, 0, turn]);
}

const everyKind: MarkShape[] = edges.flatMap((_, edge) =>
  rims.flatMap((__, rim) =>
    sewings.flatMap((___, sewing) =>
      Array.from({ length: dyes }, (____, dye) =>
        markShapeOf(seedFor(edge, rim, sewing, dye)),
      ),
    ),
  ),
);

test('the same 32 bytes give the same button on every device', () => {
  const seed = Uint8Array.from({ length: 32 }, (_, index) => (index * 37) % 256);

  expect(markShapeOf(seed)).toEqual({
    edge: 'petal',
    rim: 'dots',
    sewing: 'bar-and-two',
    dye: 3,
    turn: 315,
  });
});

test('some 1,900 kinds can be told apart', () => {
  const kinds = new Set(
    everyKind.map(({ edge, rim, sewing, dye }) => `${edge} ${rim} ${sewing} ${dye}`),
  );

  expect(kinds.size).toBe(5 * 4 * 12 * 8 - 8);
});

test('every kind is about as likely as any other', () => {
  const seen = new Map<string, number>();
  for (let first = 0; first < 256; first++) {
    for (let second = 0; second < 256; second++) {
      const { edge } = markShapeOf(Uint8Array.from([first, second]));
      seen.set(edge, (seen.get(edge) ?? 0) + 1);
    }
  }

  const counts = [...seen.values()];
  expect(counts).toHaveLength(edges.length);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});

test('no single bar lies across a plain round', () => {
  const noEntry = everyKind.filter(
    ({ edge, rim, sewing }) => edge === 'round' && rim === 'plain' && sewing === 'bar',
  );

  expect(noEntry).toEqual([]);
});

test('no single bar lies within a ring on a square', () => {
  const bars = rims.map((rim, index) => {
    const { sewing } = markShapeOf(seedFor(0, index, 1, 0), 'organisation');
    return [rim, sewing];
  });

  expect(Object.fromEntries(bars)).toEqual({
    plain: 'bar',
    ring: 'strands',
    rings: 'strands',
    dots: 'bar',
  });
});

test('no edge turns like a pinwheel: each is its own mirror image', () => {
  for (const edge of edges) {
    const points = pointsOf(outlineOf(edge, 'member'));
    for (const { x, y } of points) {
      const mirrored = points.some(
        (other) => Math.abs(other.x + x) < 0.02 && Math.abs(other.y - y) < 0.02,
      );
      expect(mirrored, `${edge} at ${x}, ${y}`).toBe(true);
    }
  }
});

test('no thread crosses another, so no cross and no rune comes about', () => {
  for (const sewing of sewings) {
    const pieces = sewingOf(sewing).threads.flatMap((line) =>
      line.slice(1).map((end, index) => [line[index], end] as [Point, Point]),
    );
    for (const [index, first] of pieces.entries()) {
      for (const second of pieces.slice(index + 1)) {
        expect(cross(first, second), sewing).toBe(false);
      }
    }
  }
});

test('foolish input: no bytes, few bytes', () => {
  expect(markShapeOf(new Uint8Array())).toEqual(markShapeOf(new Uint8Array(32)));
  expect(() => markShapeOf(Uint8Array.of(255))).not.toThrow();
});

function pointsOf(path: string): Point[] {
  return [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}

/** True when two pieces of thread meet anywhere but at their ends. */
function cross([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
