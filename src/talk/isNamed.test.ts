import { expect, test } from 'vitest';
import type { ConversationItem } from '@manyhands/community';
import { isNamed } from './isNamed.ts';

test('what both signed is named by the entry of either, whichever came first', () => {
  const signed = { entries: [{ id: 'b' }, { id: 'a' }] };
  const gift = { kind: 'gift', key: 'b', gift: { signed } };
  const thing = { kind: 'handOver', key: 'b', open: { handing: signed } };
  const word = { kind: 'word', key: 'b' };
  const named = [gift, thing, word].map((each) =>
    ['a', 'b', 'c', null].map((key) =>
      isNamed(each as unknown as ConversationItem, key),
    ),
  );
  expect(named).toEqual([
    [true, true, false, false],
    [true, true, false, false],
    [false, true, false, false],
  ]);
});
