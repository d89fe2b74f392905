import { expect, test } from 'vitest';
import type { Result } from '@manyhands/base';
import { claimHashOf, lastVersion } from '../identityContent.ts';
import type { IdentityClaim } from '../identityContent.ts';
import { branch, proofOfFork } from '../testing/forking.ts';
import {
  box,
  device,
  guardedBy,
  gaveHelp,
  key,
  listed,
  member,
  LedgerVillage,
} from '../testing/village.ts';
import { addDevice, freezeDevice } from './changeDevices.ts';
import { recoverMember } from './recoverMember.ts';
import { nameGuardians, noGuardians, setKit, switchOff } from './stateIdentity.ts';
import type { Heads } from './stateIdentity.ts';

const biel = member('biel');
const tablet = device('tablet');
const others = ['ana', 'carme', 'didac'];
const heads: Heads = () => ({ ledger: 4, board: 2 });
const from = { member: biel, device: device('biel') };
const aTablet = { device: tablet, box, role: 0 } as const;

function street(): LedgerVillage {
  const village = new LedgerVillage().settle('biel', 'carme', 'didac');
  village.pen('biel').write({ type: 'device.add', ...aTablet });
  return village;
}

const refusal = (answer: Result<unknown, unknown>): unknown =>
  answer.ok ? null : answer.error;

/** Writes what was decided as if the key before had signed it. */
function state(
  village: LedgerVillage,
  by: string,
  claim: Result<IdentityClaim, unknown>,
) {
  if (!claim.ok) throw new Error('refused');
  expect(claimHashOf(claim.value)).toHaveLength(32);
  return village.identify(village.pen('biel', 'tablet'), 'biel', by, claim.value);
}

test('[L12] a kit names key and guardians, and lists every device as it is', () => {
  const village = street();
  const kit = setKit(
    village.ledger(),
    biel,
    {
      key: key('words'),
      ...{ guardians: others.map(member).reverse(), g: 2 },
    },
    heads,
  );
  state(village, biel, kit);
  const ledger = village.ledger();
  expect(ledger.identityOf(biel)).toMatchObject({
    ...{ version: 1, key: key('words'), ...guardedBy(others) },
  });
  expect(ledger.cuts()).toEqual([]);
  expect(
    refusal(setKit(ledger, biel, { key: key('words'), ...noGuardians }, heads)),
  ).toEqual({
    type: 'SameKey',
  });
  state(village, key('words'), nameGuardians(ledger, biel, noGuardians, heads));
  expect(village.ledger().identityOf(biel)).toMatchObject({
    version: 2,
    guardians: [],
  });
});

test('[L12] guardians are other members, and more than half of them decide', () => {
  const ledger = street().ledger();
  const asked = (guardians: string[], g: number): unknown =>
    refusal(
      nameGuardians(ledger, biel, { guardians: guardians.map(member), g }, heads),
    );
  expect(asked(others, 2)).toBeNull();
  expect(asked([], 0)).toBeNull();
  expect(asked(others, 1)).toEqual({ type: 'Quorum', g: 1, guardians: 3 });
  expect(asked(others, 4)).toEqual({ type: 'Quorum', g: 4, guardians: 3 });
  expect(asked(['ana', 'ana'], 2)).toEqual({ type: 'Quorum', g: 2, guardians: 1 });
  expect(asked([], 1)).toEqual({ type: 'Quorum', g: 1, guardians: 0 });
  expect(asked(['biel'], 1)).toEqual({ type: 'WithOneself' });
  expect(asked(['a stranger'], 1)).toEqual({
    ...{ type: 'UnknownMember', member: member('a stranger') },
  });
  const many = Array.from({ length: 10 }, (_, i) => `neighbour ${i}`);
  expect(asked(many, 6)).toEqual({ type: 'TooManyGuardians', limit: 9 });
  expect(
    refusal(nameGuardians(ledger, member('a stranger'), noGuardians, heads)),
  ).toEqual({
    type: 'NotAMember',
  });
});

test('[L12] a device is switched off where it is known, and the others stay', () => {
  const village = street();
  village.pen('biel').write(gaveHelp(member('ana'), 5));
  const off = switchOff(village.ledger(), biel, [device('biel')], heads);
  state(village, biel, off);
  const ledger = village.ledger();
  expect(ledger.devicesOf(biel)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ device: device('biel'), ledgerCut: 4, boardCut: 2 }),
      expect.objectContaining({ device: tablet, ledgerCut: null }),
    ]),
  );
  expect(refusal(switchOff(ledger, biel, [tablet], heads))).toEqual({
    type: 'LastDevice',
  });
  expect(refusal(switchOff(ledger, biel, [device('carme')], heads))).toEqual({
    type: 'NoSuchDevice',
  });
});

test('[L12] switched off is what a member says of a device, and of who is written down on it', () => {
  const village = street();
  const paper = member('paper');
  const agent = village.pen('paper', 'biel');
  village.admit('biel', 'paper', 'biel', 2);
  // A fork ends a log, and nobody has said anything of the device.
  const twin = branch(village.pen('carme'), 0);
  const one = village.pen('carme').write(gaveHelp(member('ana'), 60));
  proofOfFork(village.pen('ana'), one, twin.write(gaveHelp(member('ana'), 61)));
  const before = village.ledger();
  expect(before.isSwitchedOff(member('carme'), device('carme'))).toBe(false);
  for (const who of [biel, paper]) {
    expect(before.isSwitchedOff(who, device('biel'))).toBe(false);
  }
  village.pen('biel').write(gaveHelp(member('ana'), 5));
  agent.write(gaveHelp(member('ana'), 5));
  state(village, biel, switchOff(village.ledger(), biel, [device('biel')], heads));
  const ledger = village.ledger();
  for (const who of [biel, paper]) {
    expect(ledger.isSwitchedOff(who, device('biel'))).toBe(true);
  }
  expect(ledger.isSwitchedOff(biel, tablet)).toBe(false);
  // Rival claims end devices while they stand, and neither is the member's word.
  village.identify(village.pen('didac'), 'didac', member('didac'), {
    key: key('one'),
    devices: [listed('didac', 0)],
  });
  village.identify(village.pen('ana'), 'didac', member('didac'), { key: key('other') });
  expect(village.ledger().isContested(member('didac'))).toBe(true);
  expect(village.ledger().isSwitchedOff(member('didac'), device('didac'))).toBe(false);
});

test('[L12] a keeper that stays is not enough: it cannot state anything', () => {
  const village = new LedgerVillage().settle('biel');
  village.enrol(village.pen('ana'), 'biel', 'laptop', 1);
  const off = switchOff(village.ledger(), biel, [device('biel')], heads);
  expect(refusal(off)).toEqual({ type: 'LastDevice' });
});

test('[L9] a forked log ends at its fork, which ends the pause', () => {
  const village = street();
  const pen = village.pen('biel');
  const twin = branch(pen, 1);
  const one = pen.write(gaveHelp(member('ana'), 60));
  proofOfFork(village.pen('ana'), one, twin.write(gaveHelp(member('ana'), 61)));
  expect(village.ledger().isPaused(biel)).toBe(true);
  state(village, biel, switchOff(village.ledger(), biel, [device('biel')], heads));
  const ledger = village.ledger();
  expect(ledger.isPaused(biel)).toBe(false);
  expect(ledger.cutOf(pen.log)).toBe(1);
});

test('[L12] a contested member, or one with too many devices, states nothing', () => {
  const village = street();
  village.identify(village.pen('biel'), 'biel', biel, { key: key('one') });
  village.identify(village.pen('ana'), 'biel', biel, { key: key('other') });
  expect(refusal(nameGuardians(village.ledger(), biel, noGuardians, heads))).toEqual({
    type: 'Contested',
  });
  const crowd = street();
  for (let i = 0; i < 15; i++) crowd.enrol(crowd.pen('ana'), 'biel', `phone ${i}`, 0);
  expect(refusal(nameGuardians(crowd.ledger(), biel, noGuardians, heads))).toEqual({
    ...{ type: 'TooManyDevices', limit: 16 },
  });
  // The same key: all its devices go on.
  crowd.identify(crowd.pen('biel'), 'biel', biel, { key: biel, ...guardedBy(others) });
  const lost = { member: biel, key: key('new words') };
  expect(refusal(recoverMember(crowd.ledger(), member('ana'), lost, heads))).toEqual({
    type: 'TooManyDevices',
  });
});

test('[findings/A10] guardians write the same words: the second repeats the first', () => {
  const village = street();
  village.identify(village.pen('biel'), 'biel', biel, {
    ...{ key: key('words'), devices: [listed('biel'), listed('tablet')] },
    ...guardedBy(others),
  });
  const lost = { member: biel, key: key('new words') };
  const recover = (by: string, known = heads) =>
    recoverMember(village.ledger(), member(by), lost, known);
  const write = (by: string, known = heads): void => {
    const recovery = recover(by, known);
    if (!recovery.ok) throw new Error('refused');
    village.pen(by).write(recovery.value);
  };
  expect(refusal(recover('biel'))).toEqual({ type: 'NotAGuardian' });
  write('ana');
  expect(refusal(recover('ana'))).toEqual({ type: 'AlreadyWritten' });
  // Another phone shows another key: that is another word.
  const another = { member: biel, key: key('other words') };
  const ledgerNow = village.ledger();
  expect(refusal(recoverMember(ledgerNow, member('ana'), another, heads))).toBeNull();
  // Carme's phone knows more of the lost one, and still says what Ana said.
  write('carme', () => ({ ledger: 9, board: 9 }));
  const ledger = village.ledger();
  expect(ledger.identityOf(biel)).toMatchObject({ version: 2, key: key('new words') });
  expect(ledger.cutOf(village.pen('biel').log)).toBe(4);
  expect(refusal(recover('didac'))).toEqual({ type: 'NothingToDo' });
});

test('[findings/A10] only the very same is repeated: of another key, or of an earlier turn, nothing', () => {
  const village = street();
  const guarded = { devices: [listed('biel')], ...guardedBy(others) };
  village.identify(village.pen('biel'), 'biel', biel, {
    ...{ key: key('words'), ...guarded },
  });
  const recover = (by: string, to: string, length: number): unknown => {
    const lost = { member: biel, key: key(to) };
    const known = () => ({ ledger: length, board: length });
    const recovery = recoverMember(village.ledger(), member(by), lost, known);
    if (!recovery.ok) return recovery.error;
    village.pen(by).write(recovery.value);
    return recovery.value.devices.map(({ ledgerCut }) => ledgerCut);
  };
  expect(recover('ana', 'new words', 5)).toEqual([5, 5]);
  expect(recover('carme', 'other words', 7)).toEqual([7, 7]);
  village.identify(village.pen('biel'), 'biel', key('words'), {
    ...{ version: 2, key: key('second page'), ...guarded },
  });
  expect(recover('carme', 'new words', 9)).toEqual([9, 9]);
});

test('[findings/A10] guardians recover over what a thief claimed with the words', () => {
  const village = street();
  village.identify(village.pen('biel'), 'biel', biel, {
    ...{ key: key('words'), devices: [listed('biel')], ...guardedBy(others) },
  });
  village.identify(village.pen('didac'), 'biel', key('words'), {
    ...{ version: 2, key: key('thief') },
  });
  for (const by of ['ana', 'carme']) {
    const lost = { member: biel, key: key('new words') };
    const recovery = recoverMember(village.ledger(), member(by), lost, heads);
    if (!recovery.ok) throw new Error('refused');
    expect(recovery.value.version).toBe(2);
    village.pen(by).write(recovery.value);
  }
  expect(village.ledger().identityOf(biel).key).toBe(key('new words'));
});

test('[L12] only a full device adds others, or warns of them', () => {
  const village = street();
  const ledger = village.ledger();
  const laptop = { device: device('laptop'), box, role: 1 } as const;
  expect(
    ledger.devicesOf(biel).some((each) => each.device === laptop.device && each.frozen),
  ).toBe(false);
  expect(addDevice(ledger, from, laptop)).toEqual({
    ...{ ok: true, value: { type: 'device.add', ...laptop } },
  });
  expect(refusal(addDevice(ledger, from, aTablet))).toEqual({ type: 'AlreadyADevice' });
  const stranger = { member: biel, device: device('laptop') };
  expect(refusal(addDevice(ledger, stranger, laptop))).toEqual({
    type: 'NotAFullDevice',
  });
  expect(refusal(freezeDevice(ledger, stranger, tablet))).toEqual({
    type: 'NotAFullDevice',
  });
  for (const nobody of [device('laptop'), device('biel')]) {
    expect(refusal(freezeDevice(ledger, from, nobody))).toEqual({
      type: 'NoSuchDevice',
    });
  }
  const freeze = freezeDevice(ledger, from, tablet);
  if (!freeze.ok) throw new Error('refused');
  village.pen('biel').write(freeze.value);
  expect(
    village
      .ledger()
      .devicesOf(biel)
      .some((each) => each.device === tablet && each.frozen),
  ).toBe(true);
  expect(refusal(freezeDevice(village.ledger(), from, tablet))).toEqual({
    type: 'AlreadyFrozen',
  });
  village.identify(village.pen('ana'), 'biel', biel, { devices: [listed('biel', 9)] });
  expect(refusal(addDevice(village.ledger(), from, laptop))).toEqual({
    type: 'NotAFullDevice',
  });
});

test('[L12] the last of a member’s pages can be made, and none after it', () => {
  const village = street();
  let by: string = biel;
  for (let version = 1; version <= lastVersion; version++) {
    const next = key(`page ${version}`);
    village.identify(village.pen('biel'), 'biel', by, { version, key: next });
    by = next;
  }
  const ledger = village.ledger();
  expect(ledger.identityOf(biel).version).toBe(lastVersion);
  const asked = setKit(ledger, biel, { key: key('one more'), ...noGuardians }, heads);
  expect(refusal(asked)).toEqual({ type: 'TooManyKeys' });
});
