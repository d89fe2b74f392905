/**
 * What this folder, the stores and the keeper rely on of Yjs that its documentation does not
 * promise. Each test fails when the installed version does otherwise: then the code here
 * is to be read again.
 */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { canonicalUpdate, checkCanonical } from './canonical.ts';
import { countEntries } from './countEntries.ts';

const [number, other] = [7, 9];
const entry = (byte: number): Uint8Array => Uint8Array.of(byte, byte);
const stretch = (from: number, ...bytes: number[]) => ({
  number,
  root: 'log',
  from,
  items: bytes.map(entry),
});

function docWith(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

test('an update is told once, with its origin, and in the bytes that were applied', () => {
  const doc = new Y.Doc();
  const told: [Uint8Array, unknown][] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) =>
    told.push([update, origin]),
  );
  const updates = [stretch(0, 1, 2), stretch(2, 3)].map((each) =>
    canonicalUpdate([each]),
  );
  for (const update of updates) Y.applyUpdate(doc, update, 'here');
  expect(told).toEqual(updates.map((update) => [update, 'here']));
});

test('what came in steps is written as one struct of each log, the highest number first', () => {
  const inSteps = docWith(
    canonicalUpdate([stretch(0, 1)]),
    canonicalUpdate([{ ...stretch(0, 4), number: other, root: 'board' }]),
    canonicalUpdate([stretch(1, 2, 3)]),
  );
  const whole = Y.encodeStateAsUpdate(inSteps);
  expect(checkCanonical(whole).ok).toBe(true);
  expect(whole).toEqual(
    canonicalUpdate([
      stretch(0, 1, 2, 3),
      { ...stretch(0, 4), number: other, root: 'board' },
    ]),
  );
});

test('structs are kept by client: items of any content, whose parent is a shared type', () => {
  const doc = docWith(
    canonicalUpdate([stretch(0, 1, 2)]),
    canonicalUpdate([stretch(2, 3)]),
  );
  expect([...doc.store.clients.keys()]).toEqual([number]);
  const structs = doc.store.clients.get(number) ?? [];
  const items = structs.map((struct) => {
    if (!(struct instanceof Y.Item)) throw new Error('an item');
    if (!(struct.content instanceof Y.ContentAny)) throw new Error('of any content');
    return struct.content.arr as Uint8Array[];
  });
  expect(items.flat()).toEqual([1, 2, 3].map(entry));
  const [first] = structs;
  expect(first instanceof Y.Item && first.parent).toBe(doc.share.get('log'));
  expect(first instanceof Y.GC).toBe(false);
});

test('one entry is one tick of its client’s clock', () => {
  const doc = docWith(
    canonicalUpdate([stretch(0, 1, 2, 3)]),
    canonicalUpdate([{ ...stretch(0, 4), number: other, root: 'board' }]),
  );
  expect(Y.getState(doc.store, number)).toBe(3);
  expect(countEntries(doc)).toBe(4);
});

test('what comes before what it follows waits, where one can see that it does', () => {
  const doc = docWith(canonicalUpdate([stretch(2, 3)]));
  expect(doc.store.pendingStructs).not.toBeNull();
  expect(countEntries(doc)).toBe(0);
  Y.applyUpdate(doc, canonicalUpdate([stretch(0, 1, 2)]));
  expect(doc.store.pendingStructs).toBeNull();
  expect(countEntries(doc)).toBe(3);
});

test('so does a deletion of what is not there; what is deleted has another content', () => {
  const writer = new Y.Doc();
  writer.clientID = number;
  writer.getArray('log').push([entry(1)]);
  const before = Y.encodeStateVector(writer);
  writer.getArray('log').delete(0);
  const deletion = Y.encodeStateAsUpdate(writer, before);
  const doc = docWith(deletion);
  expect(doc.store.pendingDs).not.toBeNull();
  Y.applyUpdate(doc, canonicalUpdate([stretch(0, 1)]));
  expect(doc.store.pendingDs).toBeNull();
  const [struct] = doc.store.clients.get(number) ?? [];
  expect(struct instanceof Y.Item && struct.content instanceof Y.ContentAny).toBe(
    false,
  );
});
