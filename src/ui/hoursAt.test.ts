import { expect, test } from 'vitest';
import { minutesDragged, minutesTapped, rowsFor } from './hoursAt.ts';

test('a tap means the quarter under the finger', () => {
  expect(minutesTapped({ along: 0.7, down: 0.3 })).toBe(15);
  expect(minutesTapped({ along: 0.7, down: 0.7 })).toBe(30);
  expect(minutesTapped({ along: 0.3, down: 0.7 })).toBe(45);
  expect(minutesTapped({ along: 0.3, down: 0.3 })).toBe(60);
  expect(minutesTapped({ along: 1.7, down: 0.7 })).toBe(90);
});

test('the second row begins at four hours', () => {
  expect(minutesTapped({ along: 0.7, down: 1.3 })).toBe(255);
});

test('right to left, the rounds are mirrored but the clock is not', () => {
  // 0.3 from the right edge is the right half of the first face.
  expect(minutesTapped({ along: 0.3, down: 0.3 }, true)).toBe(15);
  expect(minutesTapped({ along: 0.7, down: 0.3 }, true)).toBe(60);
});

test('a drag counts quarters along the line and never goes back', () => {
  let before = 0;
  for (let along = 0; along <= 4; along += 0.01) {
    const minutes = minutesDragged({ along, down: 0.5 });
    expect(minutes).toBeGreaterThanOrEqual(before);
    expect(minutes % 15).toBe(0);
    before = minutes;
  }
  expect(before).toBe(240);
});

test('a drag past either end stays at that end', () => {
  expect(minutesDragged({ along: -3, down: 0.5 })).toBe(0);
  expect(minutesDragged({ along: 9, down: 0.5 })).toBe(240);
});

test('there is always room for one more hour, up to the most', () => {
  expect(rowsFor(225, 720)).toBe(1);
  expect(rowsFor(240, 720)).toBe(2);
  expect(rowsFor(480, 720)).toBe(3);
  expect(rowsFor(720, 720)).toBe(3);
});
