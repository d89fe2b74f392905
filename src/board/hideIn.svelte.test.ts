import { expect, test } from 'vitest';
import { hideIn } from './hideIn.ts';

function batchOf(count: number): HTMLElement {
  const batch = document.createElement('div');
  for (let i = 0; i < count; i++) batch.append(document.createElement('p'));
  return batch;
}
const shown = (batch: HTMLElement) =>
  'skipped' in batch.dataset
    ? []
    : [...batch.children].flatMap((each, i) =>
        (each as HTMLElement).hidden ? [] : [i],
      );

const cards = ['a', 'b', 'c'];

test('what is not found is hidden, and all of it skipped when nothing is', () => {
  const batch = batchOf(3);
  hideIn(batch, cards, new Set(['a', 'c']), 'now');
  expect(shown(batch)).toEqual([0, 2]);
  hideIn(batch, cards, new Set(), 'now');
  expect(shown(batch)).toEqual([]);
  hideIn(batch, cards, new Set(['b']), 'now');
  expect(shown(batch)).toEqual([1]);
});

test('before its turn what changes is skipped as one, and what does not is left', () => {
  const batch = batchOf(3);
  hideIn(batch, cards, new Set(['a']), 'now');
  hideIn(batch, cards, new Set(['a', 'z']), 'later');
  expect(shown(batch)).toEqual([0]);
  hideIn(batch, cards, new Set(['b']), 'later');
  expect(shown(batch)).toEqual([]);
  hideIn(batch, cards, new Set(['b']), 'now');
  expect(shown(batch)).toEqual([1]);
});

test('of what changes some are seen first, and what does not change is left', () => {
  const batch = batchOf(3);
  const turn = { first: new Set(['a']) };
  hideIn(batch, cards, new Set(['a', 'b']), turn);
  expect(shown(batch)).toEqual([0]);
  hideIn(batch, cards, new Set(['a', 'b']), 'now');
  expect(shown(batch)).toEqual([0, 1]);
  hideIn(batch, cards, new Set(['a', 'b']), turn);
  expect(shown(batch)).toEqual([0, 1]);
});

test('a card that comes between two others is hidden where it stands', () => {
  const batch = batchOf(2);
  hideIn(batch, ['a', 'b'], new Set(['a']), 'now');
  batch.prepend(document.createElement('p'));
  hideIn(batch, ['new', 'a', 'b'], new Set(['a']), 'now');
  expect(shown(batch)).toEqual([1]);
});
