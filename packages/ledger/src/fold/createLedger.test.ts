import { expect, test } from 'vitest';
import { encode } from '@manyhands/codec';
import { readEntry } from '../entry.ts';
import { zeroId } from '../log.ts';
import {
  gaveHelp,
  listed,
  member,
  minutes,
  proven,
  LedgerVillage,
  yes,
} from '../testing/village.ts';

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');

test('[L2] the same entry twice is the same entry once', () => {
  const village = new LedgerVillage().settle('biel');
  const asked = village.pen('biel').write(gaveHelp(ana));
  village.pen('ana').write(yes(asked));
  const ledger = village.ledger();
  const { version } = ledger;
  const hash = ledger.stateHash();
  ledger.add(village.entries.map(proven));
  expect(ledger.version).toBe(version);
  expect(ledger.stateHash()).toBe(hash);
  expect(ledger.balanceOf(biel)).toBe(60);
});

test("[A1] what was written for another community is nobody's here", () => {
  const here = new LedgerVillage().settle('biel');
  const there = new LedgerVillage({ name: 'Another street' }).settle('biel');
  const asked = there.pen('biel').write(gaveHelp(ana));
  there.pen('ana').write(yes(asked));
  const ledger = here.ledger([...here.entries, ...there.entries]);
  expect(ledger.stateHash()).toBe(here.ledger().stateHash());

  // The same bytes read as an entry of this community have another id.
  const { log, seq, stored } = asked;
  const moved = readEntry({ ...log, community: here.community }, seq, zeroId, stored);
  expect(moved.ok && moved.value.id).not.toBe(asked.id);
});

test('[A1] a board entry is nothing to the ledger', () => {
  const village = new LedgerVillage().settle('biel');
  const hash = village.ledger().stateHash();
  const thanks = { type: 'thanks', proposal: zeroId, text: 'Thank you' } as const;
  village.pen('biel', 'biel', 'board').write(thanks);
  expect(village.ledger().stateHash()).toBe(hash);
});

test('[L5] past the limit is a flag, and the transfer exists', () => {
  const village = new LedgerVillage({ limit: minutes(60) }).settle('biel');
  for (const length of [60, 1]) {
    const asked = village.pen('biel').write(gaveHelp(ana, length));
    village.pen('ana').write(yes(asked));
    const ledger = village.ledger();
    expect(ledger.transfer(asked.id, ana)?.status).toBe('exists');
    expect(ledger.pastLimit(ana)).toBe(length === 1);
    expect(ledger.pastLimit(biel)).toBe(false);
  }
});

test('[L15] of a kind this version does not know, one writer hides their own sums', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const tomorrow = encode([20, 0, [0, 1, [], null]]);
  expect(village.ledger().hidesSumsOf(biel)).toBe(false);
  village.pen('biel').writeBytes(tomorrow);
  const ledger = village.ledger();
  expect(ledger.hidesSumsOf(biel)).toBe(true);
  expect(ledger.hidesSumsOf(ana)).toBe(false);
  expect(ledger.needsUpdate()).toBe(false);
});

test('[L15] three with a voice hide everybody’s, of at most three two do', () => {
  const village = new LedgerVillage().settle('biel', 'carme', 'didac');
  const tomorrow = encode([63, 0, []]);
  for (const who of ['biel', 'carme']) village.pen(who).writeBytes(tomorrow);
  expect(village.ledger().needsUpdate()).toBe(false);
  for (const who of ['biel', 'carme']) village.vouch('ana', who);
  expect(village.ledger().needsUpdate()).toBe(true);
  expect(village.ledger().hidesSumsOf(ana)).toBe(true);
  village.vouch('ana', 'didac');
  expect(village.ledger().needsUpdate()).toBe(false);
  village.pen('didac').writeBytes(tomorrow);
  expect(village.ledger().needsUpdate()).toBe(true);
});

test('[L15] what is written beyond a cut, or above the last number, hides nothing', () => {
  const village = new LedgerVillage().settle('biel');
  village.pen('biel').writeBytes(encode([64, 0, []]));
  expect(village.ledger().hidesSumsOf(biel)).toBe(false);
  village.identify(village.pen('biel'), 'biel', biel, { devices: [listed('biel', 1)] });
  village.pen('biel').writeBytes(encode([20, 0, []]));
  expect(village.ledger().hidesSumsOf(biel)).toBe(false);
});

test('[L15] but only from those who were let in', () => {
  const village = new LedgerVillage().settle('biel');
  const tomorrow = encode([20, 0, []]);
  village.pen('carme').writeBytes(tomorrow);
  village.enrol(village.pen('didac'), 'didac', 'didac', 0);
  village.pen('didac').writeBytes(tomorrow);
  const ledger = village.ledger();
  expect(ledger.hidesSumsOf(carme)).toBe(false);
  ledger.add([proven(village.admit('ana', 'carme'))]);
  expect(ledger.hidesSumsOf(carme)).toBe(true);
});

test('[B4] a known kind that fits nothing keeps its place and says nothing', () => {
  const village = new LedgerVillage().settle('biel');
  for (const body of [
    encode([10, 0, []]),
    encode([11, 0, [new Uint8Array(32), null, null]]),
    encode([9, 0, null]),
    encode([9, -1, []]),
    encode([9, 0, [], []]),
    encode('not even an array'),
    Uint8Array.of(0xff, 0xff),
  ]) {
    expect(village.pen('biel').writeBytes(body).content).toEqual({
      type: 'meaningless',
    });
  }
  const asked = village.pen('biel').write(gaveHelp(ana));
  const ledger = village.ledger();
  expect(ledger.needsUpdate()).toBe(false);
  expect(ledger.transfer(asked.id, ana)?.status).toBe('open');
});

test('views are in the order that screens show', () => {
  const village = new LedgerVillage().settle('biel');
  const write = (day: number, time: number): string =>
    village.pen('biel').write({ ...gaveHelp(ana), day: day as never }, time).id;
  const older = write(10, 9);
  const late = write(11, 8);
  const later = write(11, 9);
  const ledger = village.ledger();
  const idsOf = (list: { proposal: string }[]): string[] =>
    list.map((each) => each.proposal);
  expect(idsOf(ledger.transfersOf(ana))).toEqual([later, late, older]);
  expect(idsOf(ledger.waitingFor(ana))).toEqual([later, late, older]);
  expect(idsOf(ledger.askedBy(biel))).toEqual([later, late, older]);
  expect(ledger.waitingFor(biel)).toEqual([]);
  expect(ledger.askedBy(ana)).toEqual([]);
});

test('a transfer is the same object until it changes', () => {
  const village = new LedgerVillage().settle('biel');
  const asked = village.pen('biel').write(gaveHelp(ana));
  const ledger = village.ledger();
  const open = ledger.transfer(asked.id, ana);
  ledger.add([proven(village.pen('biel').write(gaveHelp(ana)))]);
  expect(ledger.transfer(asked.id, ana)).toBe(open);
  ledger.add([proven(village.pen('ana').write(yes(asked)))]);
  expect(ledger.transfer(asked.id, ana)).not.toBe(open);
  expect(open?.status).toBe('open');
});

test('an empty ledger answers every question', () => {
  const ledger = new LedgerVillage().ledger([]);
  expect(ledger.charter()).toBeNull();
  expect(ledger.members()).toEqual([]);
  expect(ledger.balanceOf(ana)).toBe(0);
  expect(ledger.pastLimit(ana)).toBe(false);
  expect(ledger.transfersOf(ana)).toEqual([]);
  expect(ledger.needsUpdate()).toBe(false);
  expect(ledger.stateHash()).toMatch(/^[0-9a-f]{64}$/);
});

test('[L2] the hash taken in steps is that of its first step, whatever comes between', () => {
  const village = new LedgerVillage().settle('biel');
  for (let n = 1; n <= 40; n++) {
    const asked = village.pen('biel').write(gaveHelp(ana));
    if (n % 3 > 0) village.pen('ana').write(yes(asked));
  }
  const ledger = village.ledger();
  const before = village.ledger().stateHash();
  const hashing = ledger.hashState();
  expect(hashing.next().done).toBe(false);
  village.pen('ana').write(gaveHelp(biel));
  ledger.add(village.entries.map(proven));
  let step = hashing.next();
  while (step.done !== true) step = hashing.next();
  expect(step.value).toBe(before);
  expect(ledger.stateHash()).not.toBe(before);
});
