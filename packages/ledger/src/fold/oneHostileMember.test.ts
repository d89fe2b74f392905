/** What one member, an old page or a phone that was ended may still say, and what not. */
import { expect, test } from 'vitest';
import type { DeviceKey } from '@manyhands/base';
import { branch, carry, proofOfFork } from '../testing/forking.ts';
import {
  LedgerVillage,
  device,
  gaveHelp,
  guardedBy,
  key,
  listed,
  member,
  proven,
} from '../testing/village.ts';
import type { Pen } from '../testing/village.ts';
import { createLedger } from './createLedger.ts';

const [ana, biel, carme] = ['ana', 'biel', 'carme'].map(member) as [
  ReturnType<typeof member>,
  ReturnType<typeof member>,
  ReturnType<typeof member>,
];

/** Biel has made a second page, and the first one was found: its key is `key('biel')`. */
function withFoundPage(): LedgerVillage {
  const village = new LedgerVillage().settle('biel', 'carme');
  const devices = [listed('biel')];
  village.identify(village.pen('biel'), 'biel', biel, { devices });
  const second = { version: 2, key: key('new'), devices };
  village.identify(village.pen('biel'), 'biel', key('biel'), second);
  return village;
}

const leaves = (pen: Pen) => pen.write({ type: 'member.leave' });

test('[L9] a leaving beyond its log’s end is none, however it is carried', () => {
  const village = withFoundPage();
  const thief = village.pen('biel', 'thief');
  village.enrol(thief, 'biel', 'thief', 0, 1, key('biel'));
  const leaving = leaves(thief);
  carry(thief, leaving);
  carry(village.pen('carme'), leaving);
  const ledger = village.ledger();
  expect(ledger.hasStanding(biel, device('thief'))).toBe(true);
  expect(ledger.member(biel)?.left).toBe(false);
  // From a device that goes on it holds, and carrying it takes nothing from it.
  carry(village.pen('carme'), leaves(village.pen('biel')));
  expect(village.ledger().member(biel)?.left).toBe(true);
});

test('[L12] out is what the newest identity ends, listed or not followed', () => {
  const village = withFoundPage();
  village.enrol(village.pen('carme'), 'biel', 'thief', 0, 1, key('biel'));
  village.enrol(village.pen('biel'), 'biel', 'tablet', 0, 2, key('new'));
  const isOut = (phone: string): boolean => village.ledger().isOut(biel, device(phone));
  const speaks = (phone: string): boolean =>
    village.ledger().speaks(biel, device(phone));
  expect(['thief', 'tablet', 'biel', 'nobody'].map(isOut)).toEqual([
    ...[true, false, false, false],
  ]);
  expect(['thief', 'tablet', 'biel', 'nobody'].map(speaks)).toEqual([
    ...[false, true, true, false],
  ]);
  const third = { version: 3, key: key('new'), devices: [listed('biel', 9)] };
  village.identify(village.pen('biel'), 'biel', key('new'), third);
  expect(['thief', 'tablet', 'biel'].map(isOut)).toEqual([true, false, true]);
});

test('[L12] while a number is contested nobody is out who is not listed, nor speaks if one lists them', () => {
  const village = new LedgerVillage().settle('biel');
  const phone = village.pen('biel');
  village.enrol(phone, 'biel', 'tablet', 0);
  village.identify(phone, 'biel', biel, { devices: [listed('biel', 4)] });
  village.identify(phone, 'biel', biel, { devices: [listed('tablet')] });
  const ledger = village.ledger();
  expect(ledger.isContested(biel)).toBe(true);
  expect(ledger.isOut(biel, device('biel'))).toBe(false);
  expect(ledger.speaks(biel, device('biel'))).toBe(false);
  expect(ledger.speaks(biel, device('tablet'))).toBe(true);
});

test('[L12] nor is a phone of before, which a contested number says nothing of', () => {
  const village = withFoundPage();
  village.enrol(village.pen('carme'), 'biel', 'thief', 0, 1, key('biel'));
  expect(village.ledger().isOut(biel, device('thief'))).toBe(true);
  const third = { version: 3, key: key('third') };
  village.identify(village.pen('biel'), 'biel', key('new'), third);
  const devices = [listed('biel')];
  village.identify(village.pen('biel'), 'biel', key('new'), { ...third, devices });
  const ledger = village.ledger();
  expect(ledger.isContested(biel)).toBe(true);
  expect(ledger.isOut(biel, device('thief'))).toBe(false);
});

test('[L14] an agent is out, and silent, with its owner', () => {
  const village = new LedgerVillage().settle('biel');
  village.admit('biel', 'carme', 'biel', 2);
  expect(village.ledger().speaks(carme, device('biel'))).toBe(true);
  village.enrol(village.pen('biel'), 'biel', 'tablet', 0);
  village.identify(village.pen('biel'), 'biel', biel, { devices: [listed('biel', 9)] });
  expect(village.ledger().isOut(carme, device('biel'))).toBe(true);
  expect(village.ledger().speaks(carme, device('biel'))).toBe(false);
});

test('[L12] a key of one guardian below the quorum is claimed by nobody', () => {
  const village = new LedgerVillage().settle('biel', 'carme', 'didac');
  const guards = guardedBy(['ana', 'carme', 'didac']);
  village.identify(village.pen('biel'), 'biel', biel, { key: key('one'), ...guards });
  village.recover('carme', 'biel', { version: 2, key: key('theirs') });
  village.enrol(village.pen('carme'), 'biel', 'thief', 0, 2, key('theirs'));
  const ledger = village.ledger();
  expect(ledger.isClaimed(biel, 2, key('theirs'))).toBe(false);
  expect(ledger.hasStanding(biel, device('thief'))).toBe(false);
  ledger.add([
    proven(village.recover('didac', 'biel', { version: 2, key: key('theirs') })),
  ]);
  expect(ledger.isClaimed(biel, 2, key('theirs'))).toBe(true);
  expect(ledger.hasStanding(biel, device('thief'))).toBe(true);
});

test('[L8] the founder’s two histories below the circle give nobody a voice; members they stay', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const log = village.pen('ana');
  village.vouch('ana', 'biel');
  const twin = branch(log, log.entries.length);
  const one = log.write({ type: 'member.vouch', member: carme });
  village.admit('ana', 'didac');
  village.vouch('ana', 'didac');
  const other = twin.write({ type: 'member.vouch', member: biel });
  const voicesOf = (entries = village.entries): string[] =>
    village
      .ledger(entries)
      .members()
      .flatMap(({ member, voice }) => (voice ? [member] : []))
      .sort();
  expect(voicesOf()).toEqual([ana, biel, carme, member('didac')].sort());
  const before = village.entries;
  const proof = proofOfFork(village.pen('biel'), one, other);
  expect(voicesOf()).toEqual([ana, biel].sort());
  expect(village.ledger().isEverMember(member('didac'))).toBe(true);
  expect(voicesOf([proof, ...before])).toEqual([ana, biel].sort());
});

test('[L14] a device is of whom it signed for, on either log, before who names it', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const fresh = 'newcomer';
  village.admit('ana', 'didac', fresh);
  const didac = member('didac');
  expect(village.ledger().memberOfDevice(device(fresh))).toBe(didac);
  const add = { box: 'b0'.repeat(32), role: 0 } as const;
  village.pen('carme').write({ type: 'device.add', device: device(fresh), ...add });
  expect(village.ledger().memberOfDevice(device(fresh))).toBeNull();
  const board = village.pen('didac', fresh, 'board');
  board.write({ type: 'erase', places: [erased(device(fresh))] });
  expect(village.ledger().memberOfDevice(device(fresh))).toBe(didac);
});

test('[L14] an hour with which a device speaks first may say whose it is, the next does not', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const fresh = 'newcomer';
  village.admit('ana', 'didac', fresh);
  const add = { box: 'b0'.repeat(32), role: 0 } as const;
  village.pen('carme').write({ type: 'device.add', device: device(fresh), ...add });
  const ledger = village.ledger();
  const pen = village.pen('didac', fresh);
  for (const rises of [1, 0]) {
    const before = ledger.peopleVersion;
    ledger.add([proven(pen.write(gaveHelp(biel, 30)))]);
    expect(ledger.memberOfDevice(device(fresh))).toBe(member('didac'));
    expect(ledger.peopleVersion - before).toBe(rises);
  }
});

const erased = (of: DeviceKey) => ({ device: of, seq: 9, bodyHash: 'ab'.repeat(32) });

/** So many statements each: of a first key, of the second, and of one guardian. */
function claims(many: number): LedgerVillage {
  const village = new LedgerVillage().settle('biel', 'carme');
  const pen = village.pen('carme');
  for (let n = 0; n < many; n++) {
    const guards = guardedBy(['carme', `guardian ${n}`]);
    const claim = { key: key('biel'), devices: [listed(`phone ${n}`)], ...guards };
    village.identify(pen, 'biel', biel, claim);
    village.identify(pen, 'biel', key('biel'), { version: 2, key: key(`key ${n}`) });
    village.recover('carme', 'biel', { version: 2, key: key(`recovered ${n}`) });
  }
  return village;
}

test('[L12] each key and each set of guardians is followed once, however many claim it', () => {
  expectLinear(claims, timeOf);
});

/** Each adds the next, all of one member. */
function devices(many: number): LedgerVillage {
  const village = new LedgerVillage().settle('biel');
  for (let n = 0; n < many; n++) {
    const pen = village.pen('biel', n === 0 ? undefined : `phone ${n}`);
    const next = { device: device(`phone ${n + 1}`), box: 'b0'.repeat(32) };
    pen.write({ type: 'device.add', ...next, role: 0 });
  }
  return village;
}

test('[L12] each device is looked at when it comes, and not when the others come', () => {
  expectLinear(devices, (village) => timeOf(village, 'one by one'));
});

/**
 * All of them together cost twelve times a twelfth of them; if each cost something for each
 * other, it would be twelve times as much. The two take equally long, so that whatever else
 * this machine does takes about as much of both; the quickest of nine.
 */
function expectLinear(
  make: (many: number) => LedgerVillage,
  time: (village: LedgerVillage) => number,
): void {
  const [twelfth, whole] = [make(40), make(480)];
  const times = Array.from({ length: 9 }, () => {
    const parts = Array.from({ length: 12 }, () => time(twelfth));
    return { apart: parts.reduce((sum, ms) => sum + ms), together: time(whole) };
  });
  const apart = Math.min(...times.map((each) => each.apart));
  const together = Math.min(...times.map((each) => each.together));
  expect(together / apart).toBeLessThan(6);
}

/** Milliseconds of a fold of all of them at once, as from a disk, or as each comes over a link. */
function timeOf(
  village: LedgerVillage,
  way: 'at once' | 'one by one' = 'at once',
): number {
  const ledger = createLedger(village.community);
  const entries = village.entries.map(proven);
  const start = performance.now();
  if (way === 'at once') ledger.add(entries);
  else for (const each of entries) ledger.add([each]);
  return performance.now() - start;
}
