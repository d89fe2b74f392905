/**
 * Computes WCAG 2 contrast for every pair of colours that meet on screen. The floors are
 * those of the design; the tokens are read from the style sheet itself.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

type Theme = Record<string, string>;

/** The declarations of the rule whose selector ends in `selector`. */
function declared(selector: string): Theme {
  const at = css.indexOf(`${selector} {`);
  if (at < 0) throw new Error(`tokens.css has no ${selector}`);
  const body = css.slice(css.indexOf('{', at) + 1, css.indexOf('}', at));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
      name ?? '',
      (value ?? '').trim(),
    ]),
  );
}

const light = declared("[data-theme='light']");
const dark = declared("\n[data-theme='dark']");
const darkBySystem = declared(":root:not([data-theme='light'])");

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(theme: Theme, first: string, second: string): number {
  const of = (name: string) => {
    const value = theme[name];
    if (value === undefined || !/^#[0-9a-f]{6}$/.test(value)) {
      throw new Error(`--${name} is not a six-digit colour`);
    }
    return luminance(value);
  };
  const [lighter = 0, darker = 0] = [of(first), of(second)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const surfaces = ['baize', 'paper', 'butter', 'sky', 'kraft', 'beet-wash'];
const colouredText = ['beet', 'marigold-text', 'cornflower', 'leaf', 'ember'];
const dyes = Array.from({ length: 8 }, (_, dye) => `dye-${dye}`);

interface Rule {
  rule: string;
  on: string[];
  grounds: string[];
  floor: number;
}

function rules(inkFloor: number): Rule[] {
  return [
    { rule: 'ink', on: ['ink'], grounds: surfaces, floor: inkFloor },
    { rule: 'soft ink', on: ['ink-soft'], grounds: surfaces, floor: 6.1 },
    { rule: 'coloured text', on: colouredText, grounds: surfaces, floor: 5.4 },
    { rule: 'edges', on: ['edge'], grounds: surfaces, floor: 3.4 },
    { rule: 'text of a button', on: ['on-beet'], grounds: ['beet'], floor: 9 },
    { rule: 'its lip', on: ['on-beet'], grounds: ['beet-deep'], floor: 5.4 },
    { rule: 'marks', on: dyes, grounds: surfaces, floor: 4.5 },
    { rule: 'holes and threads', on: dyes, grounds: ['thread'], floor: 4.5 },
  ];
}

describe.each([
  { name: 'light', theme: light, inkFloor: 11.4 },
  { name: 'dark', theme: dark, inkFloor: 12.2 },
])('$name', ({ theme, inkFloor }) => {
  test.each(rules(inkFloor))('$rule: at least $floor', ({ on, grounds, floor }) => {
    const tooFaint = on
      .flatMap((name) => grounds.map((ground) => ({ name, ground })))
      .map(({ name, ground }) => ({ name, ground, is: contrast(theme, name, ground) }))
      .filter(({ is }) => is < floor);

    expect(tooFaint).toEqual([]);
  });

  test('a filled round can be told from the ground, by its fill or its outline', () => {
    for (const ground of surfaces) {
      const seen = Math.max(
        contrast(theme, 'marigold', ground),
        contrast(theme, 'ink', ground),
      );
      expect(seen).toBeGreaterThanOrEqual(3);
    }
  });
});

test('both themes name the same colours', () => {
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});

test('dark by choice and dark by system are one theme', () => {
  expect(darkBySystem).toEqual(dark);
});

test('black on white is 21, so the sum is done right', () => {
  const two = { black: '#000000', white: '#ffffff' };
  expect(contrast(two, 'black', 'white')).toBeCloseTo(21, 5);
});
