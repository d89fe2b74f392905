import { beforeEach, expect, test } from 'vitest';
import { Credits } from './credits.ts';

let time = 0;
let credits: Credits<string>;
beforeEach(() => {
  time = 0;
  credits = new Credits({ atOnce: 10, perSecond: 2 }, () => time);
});

test('[R4] so much at once, and so much more each second', () => {
  expect(credits.spend('ana', 10)).toBe(true);
  expect(credits.spend('ana', 1)).toBe(false);
  time += 1_000;
  expect(credits.spend('ana', 3)).toBe(false);
  expect(credits.spend('ana', 2)).toBe(true);
  expect(credits.spend('ana', 1)).toBe(false);
});

test('[R4] what was refused costs nothing, and a long rest earns no more than all', () => {
  for (let n = 0; n < 100; n++) credits.spend('ana', 11);
  expect(credits.spend('ana', 10)).toBe(true);
  time += 1e9;
  expect(credits.spend('ana', 11)).toBe(false);
});

test('[R4] each has their own', () => {
  credits.spend('ana', 10);
  expect(credits.spend('biel', 10)).toBe(true);
});

test('[R2] whose credit is whole again is forgotten', () => {
  for (let n = 0; n < 1_000; n++) credits.spend(`phone ${n}`, 10);
  expect(credits.size).toBe(1_000);
  time += 4_999;
  credits.spend('biel', 1);
  expect(credits.size).toBe(1_001);
  time += 1_001;
  credits.spend('biel', 1);
  expect(credits.size).toBe(1);
});
