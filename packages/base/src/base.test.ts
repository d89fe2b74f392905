import { expect, test } from 'vitest';
import { assert, err, ok } from './index.ts';
import type { Result } from './index.ts';

test('[B1] a Result says which it is, and the other half is not there', () => {
  const answers: Result<number, string>[] = [ok(60), err('WithOneself')];
  expect(answers.map((each) => (each.ok ? each.value : each.error))).toEqual([
    60,
    'WithOneself',
  ]);
  expect(answers).toEqual([
    { ok: true, value: 60 },
    { ok: false, error: 'WithOneself' },
  ]);
});

test('[B4] assert names the bug, and lets truth pass', () => {
  assert(true, 'never seen');
  expect(() => assert(false, 'minutes below zero')).toThrow('Bug: minutes below zero');
});
