import { expect, test } from 'vitest';
import { hideIn } from './hideIn.ts';

function batchOf(count: number): HTMLElement {
  const batch = document.createElement('div');
  for (let i = 0; i < count; i++) batch.append(document.createElement('p'));
  return batch;
}
const shown = (batch: HTMLElement) =>
  batch.hidden
    ? []
    : [...batch.children].flatMap((each, i) =>
        (each as HTMLElement).hidden ? [] : [i],
      );

const cards = ['a', 'b', 'c'];

test('what is not found is hidden, and all of it when nothing is', () => {
  const batch = batchOf(3);
  hideIn(batch, cards, new Set(['a', 'c']), true);
  expect(shown(batch)).toEqual([0, 2]);
  hideIn(batch, cards, new Set(), true);
  expect(shown(batch)).toEqual([]);
  hideIn(batch, cards, new Set(['b']), true);
  expect(shown(batch)).toEqual([1]);
});

test('before its turn what changes is hidden as one, and what does not is left', () => {
  const batch = batchOf(3);
  hideIn(batch, cards, new Set(['a']), true);
  hideIn(batch, cards, new Set(['a', 'z']), false);
  expect(shown(batch)).toEqual([0]);
  hideIn(batch, cards, new Set(['b']), false);
  expect(shown(batch)).toEqual([]);
  hideIn(batch, cards, new Set(['b']), true);
  expect(shown(batch)).toEqual([1]);
});

test('a card that comes between two others is hidden where it stands', () => {
  const batch = batchOf(2);
  hideIn(batch, ['a', 'b'], new Set(['a']), true);
  batch.prepend(document.createElement('p'));
  hideIn(batch, ['new', 'a', 'b'], new Set(['a']), true);
  expect(shown(batch)).toEqual([1]);
});
