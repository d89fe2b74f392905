import { expect, test } from 'vitest';
import { branch, carry, proofOfFork } from '../testing/forking.ts';
import { settledVillage, hourEndsOf } from '../testing/settled.ts';
import {
  box,
  device,
  guardedBy,
  gaveHelp,
  key,
  listed,
  member,
  proven,
  yes,
} from '../testing/village.ts';

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');

test('[L12] before anything is stated a member is their own key', () => {
  const ledger = settledVillage().ledger();
  expect(ledger.identityOf(biel)).toEqual({
    version: 0,
    key: biel,
    devices: [],
    g: 0,
    guardians: [],
  });
  expect(ledger.membersWithKey(biel)).toEqual([biel]);
  expect(ledger.isContested(biel)).toBe(false);
});

test('[L12] the kit is version 1, signed by K0, and a restored device enrols under it', () => {
  const village = settledVillage();
  village.identify(village.pen('biel'), 'biel', biel, {
    key: key('biel'),
    devices: [listed('biel')],
    ...guardedBy(['ana', 'carme', 'didac']),
  });
  const enrol = village.enrol(village.pen('ana'), 'biel', 'tablet', 0, 1, key('biel'));
  const hour = village.pen('biel', 'tablet').write(gaveHelp(ana, 60));
  village.pen('ana').write(yes(hour));
  const ledger = village.ledger();
  expect(ledger.identityOf(biel)).toMatchObject({ version: 1, key: key('biel'), g: 2 });
  expect(ledger.membersWithKey(key('biel'))).toEqual([biel]);
  expect(ledger.membersWithKey(biel)).toEqual([]);
  expect(ledger.roleOf(biel, device('tablet'))).toBe(0);
  expect(hourEndsOf(ledger)).toEqual({ biel: null, tablet: null });
  expect(ledger.balanceOf(biel)).toBe(60);
  const without = village.ledger(village.entries.filter((each) => each !== enrol));
  expect(without.hasStanding(biel, device('tablet'))).toBe(false);
});

test('[L12] a signature by no key of the version before is no statement', () => {
  const village = settledVillage();
  village.identify(village.pen('carme'), 'biel', biel, { version: 1 });
  village.identify(village.pen('carme'), 'biel', key('a stranger'), { version: 2 });
  village.enrol(village.pen('carme'), 'biel', 'thief', 0, 1, key('a stranger'));
  village.enrol(village.pen('carme'), 'biel', 'tablet', 0, 2, key('biel'));
  const ledger = village.ledger();
  expect(ledger.identityOf(biel).version).toBe(1);
  expect(ledger.isContested(biel)).toBe(false);
  expect(ledger.hasStanding(biel, device('thief'))).toBe(false);
  expect(ledger.hasStanding(biel, device('tablet'))).toBe(false);
});

test('[L12] a key that comes to be known later counts then, by place and in a witness', () => {
  const village = settledVillage();
  const first = village.identify(village.pen('biel'), 'biel', biel, {
    devices: [listed('biel')],
  });
  const second = village.identify(village.pen('biel'), 'biel', key('biel'), {
    version: 2,
    devices: [listed('biel', 9)],
  });
  village.enrol(village.pen('ana'), 'biel', 'tablet', 0, 1, key('biel'));
  const carried = carry(village.pen('carme'), second);
  const ledger = village.ledger(
    village.entries.filter((each) => ![first, second, carried].includes(each)),
  );
  expect(ledger.identityOf(biel).version).toBe(0);
  expect(ledger.hasStanding(biel, device('tablet'))).toBe(false);
  ledger.add([proven(carried)]);
  expect(ledger.identityOf(biel).version).toBe(0);
  expect(ledger.takeClaimedKeys()).toEqual([]);
  ledger.add([proven(first)]);
  expect(ledger.hasStanding(biel, device('tablet'))).toBe(true);
  expect(ledger.identityOf(biel).version).toBe(2);
  expect(ledger.takeClaimedKeys().map(({ version }) => version)).toEqual([1, 2]);
  expect(ledger.takeClaimedKeys()).toEqual([]);
});

test('[L12] a device adds another, with no more right than it has itself', () => {
  const village = settledVillage();
  const add = (phone: string, who: string, role: 0 | 1 = 0) =>
    village
      .pen('biel', phone)
      .write({ type: 'device.add', device: device(who), box, role });
  add('biel', 'tablet');
  add('tablet', 'laptop', 1);
  add('laptop', 'thief');
  const ledger = village.ledger();
  expect(ledger.roleOf(biel, device('tablet'))).toBe(0);
  expect(ledger.roleOf(biel, device('laptop'))).toBe(1);
  expect(ledger.roleOf(biel, device('thief'))).toBeNull();
  expect(ledger.memberOfDevice(device('tablet'))).toBe(biel);
  // Whom nobody let in may certify what they like: no device speaks for them.
  village.enrol(village.pen('ana'), 'a stranger', 'a found phone', 0);
  expect(village.ledger().memberOfDevice(device('a found phone'))).toBeNull();
});

test('[L12] what a device adds beyond its end ends at 0, however it is carried', () => {
  const village = settledVillage();
  const phone = village.pen('biel');
  phone.write({ type: 'device.add', device: device('tablet'), box, role: 0 });
  const late = phone.write({
    type: 'device.add',
    device: device('thief'),
    box,
    role: 0,
  });
  const hour = village.pen('biel', 'thief').write(gaveHelp(ana, 60));
  village.pen('ana').write(yes(hour));
  village.identify(village.pen('ana'), 'biel', biel, { devices: [listed('biel', 1)] });
  carry(phone, late);
  carry(village.pen('biel', 'thief'), late);
  const ledger = village.ledger();
  expect(hourEndsOf(ledger)).toEqual({ biel: 1, tablet: null, thief: 0 });
  expect(ledger.balanceOf(ana)).toBe(0);
  // The hour that Ana had in good faith is hers to keep, like any beyond a cut.
  expect(ledger.unwitnessedOf(ana)).toEqual([hour.id]);
});

test('[L12] where a device is listed the list decides, else its newest certificate', () => {
  const village = settledVillage();
  village.enrol(village.pen('ana'), 'biel', 'tablet', 0);
  village.enrol(village.pen('ana'), 'biel', 'laptop', 0);
  village.enrol(village.pen('ana'), 'biel', 'laptop', 1, 1, key('biel'));
  village.identify(village.pen('ana'), 'biel', biel, {
    devices: [listed('biel', 7, 3)],
  });
  const ledger = village.ledger();
  expect(hourEndsOf(ledger)).toEqual({ biel: 7, tablet: 0, laptop: null });
  expect(ledger.roleOf(biel, device('laptop'))).toBe(0);
  expect(ledger.devicesOf(biel)).toContainEqual(
    expect.objectContaining({ device: device('biel'), ledgerCut: 7, boardCut: 3 }),
  );
  expect(ledger.cuts()).toHaveLength(4);
  expect(ledger.cutOf({ ...village.pen('biel').log, kind: 'board' })).toBe(3);
});

test('[L12] the same key with another list cuts nothing else', () => {
  const village = settledVillage();
  village.enrol(village.pen('ana'), 'biel', 'tablet', 0);
  village.identify(village.pen('ana'), 'biel', biel, {
    key: biel,
    devices: [listed('tablet', 4)],
  });
  expect(hourEndsOf(village.ledger())).toEqual({ biel: null, tablet: 4 });
});

test('[findings/A10] a thief’s old key enrols nothing that acts', () => {
  const village = settledVillage();
  village.identify(village.pen('biel'), 'biel', biel, { devices: [listed('biel')] });
  village.enrol(village.pen('carme'), 'biel', 'thief', 0, 0);
  const hour = village
    .pen('biel', 'thief')
    .write(gaveHelp(carme, 600, { gave: false }));
  village.pen('carme').write(yes(hour));
  village.pen('biel', 'thief').write({ type: 'member.leave' });
  village.pen('biel', 'thief').write({ type: 'device.freeze', device: device('biel') });
  const ledger = village.ledger();
  expect(hourEndsOf(ledger)).toEqual({ biel: null, thief: 0 });
  expect([ledger.balanceOf(carme), ledger.member(biel)?.left]).toEqual([0, false]);
  expect(
    ledger
      .devicesOf(biel)
      .some((each) => each.device === device('biel') && each.frozen),
  ).toBe(false);
});

test('[findings/A8] whom a device let in before its end, or after, stays a member', () => {
  const village = settledVillage();
  village.admit('biel', 'tomorrow');
  village.identify(village.pen('ana'), 'biel', biel, { devices: [listed('biel', 0)] });
  const ledger = village.ledger();
  expect(hourEndsOf(ledger)).toEqual({ biel: 0 });
  expect(ledger.isEverMember(member('tomorrow'))).toBe(true);
});

test('[L12] a freeze is a word to apps, and ends no log', () => {
  const village = settledVillage();
  village.enrol(village.pen('ana'), 'biel', 'tablet', 0);
  village.enrol(village.pen('ana'), 'biel', 'laptop', 1);
  const free = village.ledger().stateHash();
  village
    .pen('biel', 'laptop')
    .write({ type: 'device.freeze', device: device('biel') });
  village.pen('ana').write({ type: 'device.freeze', device: device('biel') });
  expect(
    village
      .ledger()
      .devicesOf(biel)
      .some((each) => each.device === device('biel') && each.frozen),
  ).toBe(false);
  village
    .pen('biel', 'tablet')
    .write({ type: 'device.freeze', device: device('biel') });
  const ledger = village.ledger();
  expect(
    ledger
      .devicesOf(biel)
      .some((each) => each.device === device('biel') && each.frozen),
  ).toBe(true);
  expect(
    ledger
      .devicesOf(biel)
      .some((each) => each.device === device('tablet') && each.frozen),
  ).toBe(false);
  expect(ledger.stateHash()).toBe(free);
  // A thief's freeze goes with the thief's log, and nobody carries it over.
  const freeze = village.pen('biel', 'tablet').entries.at(-1);
  carry(village.pen('carme'), freeze);
  village.identify(village.pen('ana'), 'biel', biel, {
    key: biel,
    devices: [listed('tablet', 0)],
  });
  expect(
    village
      .ledger()
      .devicesOf(biel)
      .some((each) => each.device === device('biel') && each.frozen),
  ).toBe(false);
});

test('[L9] [L12] a statement that ends a forked log at the fork ends the pause', () => {
  const village = settledVillage();
  const pen = village.pen('biel');
  pen.write(gaveHelp(ana, 30));
  const twin = branch(pen, 1);
  const one = pen.write(gaveHelp(ana, 60));
  const other = twin.write(gaveHelp(ana, 90));
  proofOfFork(village.pen('ana'), one, other);
  expect(village.ledger().isPaused(biel)).toBe(true);
  const state = (version: number, by: string, cut: number | null): void => {
    const devices = [listed('biel', cut)];
    village.identify(village.pen('ana'), 'biel', by, { version, key: biel, devices });
  };
  state(1, biel, null);
  expect(village.ledger().isPaused(biel)).toBe(true);
  state(2, biel, 2);
  expect(village.ledger().isPaused(biel)).toBe(true);
  state(3, biel, 1);
  const ledger = village.ledger();
  expect(ledger.isPaused(biel)).toBe(false);
  expect(ledger.member(biel)?.paused).toBe(false);
  // An earlier fork, proven later, pauses anew.
  const early = branch(pen, 0).write(gaveHelp(ana, 7));
  const firstEntry = pen.entries[0];
  if (!firstEntry) throw new Error('Bug: nothing written');
  ledger.add([proven(proofOfFork(village.pen('ana'), firstEntry, early))]);
  expect(ledger.isPaused(biel)).toBe(true);
});

test('[findings/A10] who names another’s key as their own gains nothing by it', () => {
  const village = settledVillage();
  village.identify(village.pen('biel'), 'biel', biel, { key: key('words') });
  village.identify(village.pen('carme'), 'carme', carme, { key: key('words') });
  const ledger = village.ledger();
  expect(ledger.membersWithKey(key('words'))).toEqual([biel, carme].sort());
});

test('[replica/P7] what another may not ask for is told; of ordinary kits nothing is', () => {
  const village = settledVillage();
  const kit = village.identify(village.pen('biel'), 'biel', biel, {
    devices: [listed('biel')],
  });
  expect(village.ledger().identityEvidence()).toEqual([]);
  const enrol = village.enrol(village.pen('ana'), 'biel', 'tablet', 0, 1, key('biel'));
  expect(village.ledger().identityEvidence()).toEqual([]);
  const laptop = { device: device('laptop'), box, role: 0 } as const;
  const add = village.pen('biel').write({ type: 'device.add', ...laptop });
  expect(village.ledger().identityEvidence()).toEqual([]);
  const off = village.identify(village.pen('ana'), 'biel', key('biel'), {
    version: 2,
    key: key('biel'),
    devices: [listed('biel', 1)],
  });
  const told = village.ledger().identityEvidence();
  expect(told.toSorted()).toEqual([kit.id, enrol.id, add.id, off.id].sort());
});

test('[replica/P7] so is a claim that leaves one out, though it lists another that needs no listing', () => {
  const village = settledVillage();
  const kit = village.identify(village.pen('biel'), 'biel', biel, {
    devices: [listed('tablet')],
  });
  const enrol = village.enrol(village.pen('ana'), 'biel', 'tablet', 0, 1, key('biel'));
  const told = village.ledger().identityEvidence();
  expect(told.toSorted()).toEqual([kit.id, enrol.id].sort());
});
