import { expect, test } from 'vitest';
import { settledVillage, hourEndsOf } from '../testing/settled.ts';
import { guardedBy, key, listed, member, LedgerVillage } from '../testing/village.ts';
import { isQuorum } from './claimed.ts';

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');
const didac = member('didac');

test('[findings/A10] guardians outrank a claim by the key, whatever the thief claimed', () => {
  const village = settledVillage();
  village.identify(village.pen('biel'), 'biel', biel, {
    key: key('words'),
    devices: [listed('biel')],
    ...guardedBy(['ana', 'carme', 'didac']),
  });
  village.identify(village.pen('didac'), 'biel', key('words'), {
    version: 2,
    key: key('thief'),
    devices: [listed('biel', 0)],
  });
  village.identify(village.pen('didac'), 'biel', key('thief'), { version: 3 });
  const stolen = village.ledger();
  expect(stolen.identityOf(biel)).toMatchObject({ version: 3, guardians: [] });
  const recovery = { version: 2, key: key('new words'), devices: [listed('biel')] };
  village.recover('ana', 'biel', recovery);
  expect(village.ledger().recoveriesUnderWay(biel)).toMatchObject([
    { version: 2, key: key('new words'), by: [ana], g: 2 },
  ]);
  village.recover('carme', 'biel', recovery);
  const ledger = village.ledger();
  expect(ledger.identityOf(biel)).toMatchObject({
    version: 2,
    key: key('new words'),
    g: 2,
    guardians: [ana, carme, didac].sort(),
  });
  expect(ledger.recoveriesUnderWay(biel)).toEqual([]);
  expect(hourEndsOf(ledger)).toEqual({ biel: null });
  // Words found after a recovery change nothing.
  const after = ledger.stateHash();
  village.identify(village.pen('didac'), 'biel', key('words'), { version: 2 });
  village.identify(village.pen('didac'), 'biel', key('words'), { version: 3 });
  expect(village.ledger().stateHash()).toBe(after);
});

test('[findings/A10] one guardian twice, a keeper, or who is none, makes no quorum', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  village.enrol(village.pen('ana'), 'didac', 'didac', 1);
  village.enrol(village.pen('ana'), 'ana', "ana's other", 0);
  village.identify(village.pen('biel'), 'biel', biel, {
    key: key('words'),
    devices: [listed('biel')],
    ...guardedBy(['ana', 'didac', 'a stranger']),
  });
  const recovery = { version: 2, key: key('new words') };
  const { content } = village.recover('ana', 'biel', recovery);
  if (content.type !== 'guardian.recover') throw new Error('Bug: no recovery');
  village.pen('ana', "ana's other").write(content);
  village.recover('didac', 'biel', recovery);
  village.recover('carme', 'biel', recovery);
  expect(village.ledger().identityOf(biel).version).toBe(1);
  village.enrol(village.pen('ana'), 'didac', 'didac', 0);
  expect(village.ledger().identityOf(biel).version).toBe(2);
});

test('[findings/A10] rival claims cancel, their cuts hold, and guardians decide', () => {
  const village = settledVillage();
  village.identify(village.pen('biel'), 'biel', biel, {
    key: key('words'),
    devices: [listed('biel')],
    ...guardedBy(['ana', 'carme', 'didac']),
  });
  village.identify(village.pen('biel'), 'biel', key('words'), {
    version: 2,
    key: key('one'),
    devices: [listed('biel', 8)],
  });
  village.identify(village.pen('carme'), 'biel', key('words'), {
    version: 2,
    key: key('other'),
    devices: [listed('biel', 5), listed('x', 0)],
  });
  village.identify(village.pen('carme'), 'biel', key('one'), { version: 3 });
  const ledger = village.ledger();
  expect(ledger.isContested(biel)).toBe(true);
  expect(ledger.identityOf(biel)).toMatchObject({ version: 1, key: key('words') });
  expect(hourEndsOf(ledger)).toEqual({ biel: 5 });
  const recovery = { version: 2, key: key('new words'), devices: [listed('biel', 6)] };
  for (const guardian of ['ana', 'didac']) village.recover(guardian, 'biel', recovery);
  const decided = village.ledger();
  expect(decided.isContested(biel)).toBe(false);
  expect(hourEndsOf(decided)).toEqual({ biel: 6 });
});

test('[findings/A10] two quorums of one number need a guardian who wrote both, and cancel', () => {
  const village = settledVillage();
  village.identify(village.pen('biel'), 'biel', biel, {
    key: key('words'),
    devices: [listed('biel')],
    ...guardedBy(['ana', 'carme', 'didac']),
  });
  const write = (name: string, ...by: string[]): void => {
    for (const each of by)
      village.recover(each, 'biel', { version: 2, key: key(name) });
  };
  write('one', 'ana', 'carme');
  write('other', 'carme', 'didac');
  const ledger = village.ledger();
  expect(ledger.isContested(biel)).toBe(true);
  expect(ledger.identityOf(biel).version).toBe(1);
  expect(ledger.recoveriesUnderWay(biel)).toHaveLength(2);
});

test('[findings/A10] where there are no guardians, nobody is enough of them', () => {
  expect(isQuorum(new Set([ana]), { g: 0, guardians: [] })).toBe(false);
  expect(isQuorum(new Set([ana]), { g: 1, guardians: [ana] })).toBe(true);
});
