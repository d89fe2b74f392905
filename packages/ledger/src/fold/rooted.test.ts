import { assert } from '@manyhands/base';
import { expect, test } from 'vitest';
import { branch, proofOfFork } from '../testing/forking.ts';
import { member, proven, LedgerVillage } from '../testing/village.ts';

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');
const didac = member('didac');

test('[L8] rooted is who has a voice, and whom the founder let in while the circle was open', () => {
  const village = new LedgerVillage({ circle: 3, voice: 1 }).settle('biel', 'carme');
  village.admit('ana', 'didac');
  const ledger = village.ledger();
  const rooted = [ana, biel, carme, didac].filter((each) => ledger.isRooted(each));
  expect(rooted).toEqual([ana, biel, carme]);
  village.vouch('ana', 'didac');
  expect(village.ledger().isRooted(didac)).toBe(true);
});

test('[L8] whom an ordinary member let in is not, nor whom nobody knows', () => {
  const village = new LedgerVillage().settle('biel');
  village.admit('biel', 'carme');
  const ledger = village.ledger();
  expect(ledger.isEverMember(carme)).toBe(true);
  expect(ledger.isRooted(carme)).toBe(false);
  expect(ledger.isRooted(didac)).toBe(false);
});

test('[L8] a second history of the founding log below the circle makes nobody rooted', () => {
  const village = new LedgerVillage({ circle: 3 }).settle('biel', 'carme');
  const pen = village.pen('ana');
  const other = branch(pen, 2).write({ type: 'member.vouch', member: biel });
  const ledger = village.ledger();
  expect(ledger.isRooted(carme)).toBe(true);
  const one = pen.entries[2];
  assert(one, 'Carme was let in there');
  ledger.add([proven(proofOfFork(village.pen('biel'), one, other))]);
  expect(ledger.isRooted(carme)).toBe(false);
  // Who founded it has a voice all the same.
  expect(ledger.isRooted(ana)).toBe(true);
});
