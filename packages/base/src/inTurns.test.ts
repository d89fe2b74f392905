import { expect, test } from 'vitest';
import { inTurns } from './inTurns.ts';

const whose = (said: string) => said[0];

test('nobody’s many crowd out another’s few', () => {
  const items = ['ana 1', 'ana 2', 'ana 3', 'biel 1', 'carme 1', 'biel 2'];
  expect(inTurns(items, whose)).toEqual([
    ...['ana 1', 'biel 1', 'carme 1'],
    ...['ana 2', 'biel 2'],
    'ana 3',
  ]);
});

test('what is somebody’s stays in order, and whose came first begins', () => {
  expect(inTurns(['biel 1', 'ana 1', 'ana 2', 'biel 2'], whose)).toEqual([
    ...['biel 1', 'ana 1'],
    ...['biel 2', 'ana 2'],
  ]);
  expect(inTurns([], whose)).toEqual([]);
});
