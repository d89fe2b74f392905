import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { canonicalUpdate, checkCanonical } from './canonical.ts';
import type { Stretch } from './canonical.ts';

const entry = fc.uint8Array({ minLength: 0, maxLength: 40 });
const logs = fc.uniqueArray(
  fc.record({
    number: fc.oneof(
      fc.maxSafeNat(),
      fc.nat(300),
      fc.constantFrom(0, 2 ** 31, 2 ** 32, 2 ** 53 - 1),
    ),
    root: fc.string({ minLength: 1, maxLength: 10, unit: 'grapheme' }),
    items: fc.array(entry, { minLength: 1, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 6, selector: (log) => log.number },
);
// Two logs never share a root: a root is named after its log.
const apart = logs.map((all) =>
  all.map((log, i) => ({ ...log, root: `${i}/${log.root}` })),
);

/**
 * What Yjs writes when each log's owner adds entry by entry. `Y.Array.push` would wrap
 * bytes in ContentBinary, which never merges, so the items are Yjs's own, made by hand.
 */
function yjsWrites(all: readonly Omit<Stretch, 'from'>[]): Y.Doc {
  const whole = new Y.Doc();
  for (const log of all) {
    const own = new Y.Doc();
    own.clientID = log.number;
    for (const item of log.items) add(own, log.root, new Y.ContentAny([item]));
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(own));
  }
  return whole;
}

function add(doc: Y.Doc, root: string, content: Y.ContentAny): void {
  const array = doc.getArray(root);
  doc.transact((transaction) => {
    const clock = Y.getState(doc.store, doc.clientID);
    const left =
      clock === 0 ? null : Y.getItem(doc.store, Y.createID(doc.clientID, clock - 1));
    const id = Y.createID(doc.clientID, clock);
    const origin = left && left.lastId;
    const item = new Y.Item(id, left, origin, null, null, array, null, content);
    item.integrate(transaction, 0);
  });
}

test('[P1] the canonical update of whole logs is what Yjs itself would have written', () => {
  fc.assert(
    fc.property(apart, (all) => {
      const ours = canonicalUpdate(all.map((log) => ({ ...log, from: 0 })));
      expect(ours).toEqual(Y.encodeStateAsUpdate(yjsWrites(all)));
      expect(checkCanonical(ours).ok).toBe(true);
    }),
  );
});

test('[P1] a later stretch is what Yjs sends to whoever has the first', () => {
  fc.assert(
    fc.property(apart, fc.nat(), (all, cut) => {
      const whole = yjsWrites(all);
      const cuts = all.map((log) => ({ log, from: cut % log.items.length }));
      const held = cuts.filter(({ from }) => from > 0);
      const doc = new Y.Doc();
      Y.applyUpdate(
        doc,
        canonicalUpdate(
          held.map(({ log, from }) => ({
            ...log,
            from: 0,
            items: log.items.slice(0, from),
          })),
        ),
      );
      const later = canonicalUpdate(
        cuts.map(({ log, from }) => ({ ...log, from, items: log.items.slice(from) })),
      );
      expect(later).toEqual(Y.encodeStateAsUpdate(whole, Y.encodeStateVector(doc)));
      Y.applyUpdate(doc, later);
      expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(whole));
    }),
  );
});

test('[P2] an update with any byte changed either stays one, or is refused without a throw', () => {
  fc.assert(
    fc.property(apart, fc.nat(), fc.integer({ min: 1, max: 255 }), (all, at, by) => {
      const bytes = canonicalUpdate(all.map((log) => ({ ...log, from: 0 })));
      const i = at % bytes.length;
      bytes[i] = (bytes[i] ?? 0) ^ by;
      const doc = new Y.Doc();
      if (checkCanonical(bytes).ok) Y.applyUpdate(doc, bytes);
    }),
  );
});

test('[P2] deletions, holes, other contents and other structs are refused', () => {
  const doc = new Y.Doc();
  add(doc, 'l/x', new Y.ContentAny([new Uint8Array(3), new Uint8Array(4)]));
  expect(checkCanonical(Y.encodeStateAsUpdate(doc)).ok).toBe(true);
  doc.getArray('l/x').delete(0, 1);
  expect(checkCanonical(Y.encodeStateAsUpdate(doc)).ok).toBe(false);
  for (const write of [
    (other: Y.Doc) => other.getArray('l/x').push(['text']),
    (other: Y.Doc) => other.getMap('l/x').set('key', new Uint8Array(3)),
    (other: Y.Doc) => other.getArray('l/x').push([new Y.Array()]),
    (other: Y.Doc) => other.getText('l/x').insert(0, 'text'),
  ]) {
    const other = new Y.Doc();
    write(other);
    expect(checkCanonical(Y.encodeStateAsUpdate(other)).ok).toBe(false);
  }
  expect(checkCanonical(new Uint8Array([0, 0])).ok).toBe(true);
  expect(checkCanonical(new Uint8Array([0])).ok).toBe(false);
});
