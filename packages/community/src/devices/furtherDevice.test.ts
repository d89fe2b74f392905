import { assert, beforeEach, describe, expect, test } from 'vitest';
import { createSealingKey, createSigningKey } from '@manyhands/keys';
import { toHex } from '@manyhands/codec';
import type { DeviceKey, Minutes, NoteId } from '@manyhands/base';
import { addDevice } from '@manyhands/ledger';
import type { SealedText } from '@manyhands/ledger';
import { checkDigits, requestDevice } from '@manyhands/door';
import {
  freezeMine,
  holdsIdentity,
  nameDevice,
  readDeviceNames,
  switchOffDevices,
} from './devices.ts';
import type { ShownLink } from '../threshold/pendingDevice.ts';
import { makeDeviceLink } from './furtherDevice.ts';
import { notReadableOn, sealAgainFor } from '../opened/sealing.ts';
import { showMyself } from '../people/profile.ts';
import { Village } from '../testing/village.ts';

let village: Village;

beforeEach(async () => {
  village = await Village.found('Ana');
  await village.admit('Biel', { by: 'Ana' });
});

async function newDevice() {
  const [device, sealing] = [await createSigningKey(), await createSealingKey()];
  return {
    device,
    box: sealing.publicKey,
    key: toHex(device.publicKey) as DeviceKey,
  };
}

async function linkOf(name: string): Promise<ShownLink> {
  const shown = await makeDeviceLink(village.placeOf(name));
  assert(shown, 'a member can make a link');
  return shown;
}

describe('the door for a further device', () => {
  test('asks its owner while the link is shown, and a yes makes it a device of theirs', async () => {
    const place = village.placeOf('Ana');
    const shown = await linkOf('Ana');
    const laptop = await newDevice();
    const request = await requestDevice(shown.link, laptop);
    place.pendingDevice.show(shown);
    const answer = place.pendingDevice.ask(request, place.membership.member);
    expect(place.pendingDevice.asking?.digits).toBe(
      checkDigits(shown.link, laptop.key),
    );

    expect(await place.pendingDevice.sayYes(place)).toEqual({
      ok: true,
      value: laptop.key,
    });
    expect(await answer).toEqual({ ok: true, value: undefined });
    const { member } = place.membership;
    expect(place.replica.ledger.hasStanding(member, laptop.key)).toBe(true);
    expect(place.pendingDevice.asking).toBeNull();
  });

  test('knows no other link, nor one that is not shown any more', async () => {
    const { pendingDevice: door, membership } = village.placeOf('Ana');
    const [shown, other] = [await linkOf('Ana'), await linkOf('Ana')];
    const request = await requestDevice(shown.link, await newDevice());
    const unknown = { ok: false, error: { type: 'InviteUnknown' } };
    expect(await door.ask(request, membership.member)).toEqual(unknown);
    door.show(other);
    expect(await door.ask(request, membership.member)).toEqual(unknown);
    door.show(shown);
    door.hide();
    expect(await door.ask(request, membership.member)).toEqual(unknown);
  });

  test('does not open for a request in the name of somebody else', async () => {
    const { pendingDevice: door } = village.placeOf('Ana');
    const shown = await linkOf('Ana');
    door.show(shown);
    const request = await requestDevice(shown.link, await newDevice());
    expect(await door.ask(request, village.memberOf('Biel'))).toMatchObject({
      error: { type: 'InviteUnknown' },
    });
  });

  test('a no is said to who waits, and whoever comes second is busy until then', async () => {
    const { pendingDevice: door, membership } = village.placeOf('Ana');
    const shown = await linkOf('Ana');
    door.show(shown);
    const ask = async () =>
      door.ask(await requestDevice(shown.link, await newDevice()), membership.member);
    const first = ask();
    await expect.poll(() => door.asking).not.toBeNull();
    expect(await ask()).toMatchObject({ error: { type: 'Busy' } });
    door.hide();
    expect(await first).toMatchObject({ error: { type: 'InviteClosed' } });
    expect(await ask()).toMatchObject({ error: { type: 'InviteUnknown' } });
  });
});

test('the digits are twelve, and differ with the device and the link', async () => {
  const [one, two] = [await linkOf('Ana'), await linkOf('Ana')];
  const [laptop, tablet] = [await newDevice(), await newDevice()];
  const all = [one, two].flatMap(({ link }) =>
    [laptop, tablet].map(({ key }) => checkDigits(link, key)),
  );
  expect(new Set(all).size).toBe(4);
  for (const digits of all) expect(digits).toMatch(/^\d{4} \d{4} \d{4}$/);
});

describe('what two wrote', () => {
  test('can be read on a device added later once it is sealed again, and only once', async () => {
    await village.help('Biel', 'Ana', 60, { text: 'The kitchen tap' });
    await village.help('Ana', 'Biel', 30, { text: 'Bread' });
    const laptop = await village.addDevice('Ana', 'Ana’s laptop');
    const { device } = laptop.membership;
    const phone = village.placeOf('Ana');
    const read = async () =>
      (await laptop.openHours()).map(({ note }) => note?.text).sort();
    expect(await read()).toEqual([undefined, undefined]);
    expect(notReadableOn(phone, device)).toHaveLength(2);

    const counted: number[][] = [];
    await sealAgainFor(phone, device, (done, of) => counted.push([done, of]));
    expect(counted).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
    expect(await read()).toEqual(['Bread', 'The kitchen tap']);
    expect(notReadableOn(phone, device)).toEqual([]);
  });

  test('[findings/A11] is not sealed to a keeper, which stands where others are', async () => {
    const ana = village.placeOf('Ana');
    const tablet = await newDevice();
    const added = addDevice(ana.replica.ledger, ana.membership, {
      device: tablet.key,
      box: toHex(tablet.box),
      role: 1,
    });
    assert(added.ok, 'a full device adds a keeper');
    await ana.writer.append('ledger', added.value);
    await village.help('Ana', 'Biel', 60, { text: 'The kitchen tap' });
    const [hour] = village.as('Ana').hours;
    const hints = ana.replica.board
      .sealedIn(hour?.transfer.note as NoteId)
      .flatMap(({ sealed }) => sealed.wraps.map(({ hint }) => hint));
    expect(hints.some((hint) => ana.membership.device.startsWith(hint))).toBe(true);
    expect(hints.some((hint) => tablet.key.startsWith(hint))).toBe(false);
  });

  test('stands in its writer’s own entry alone: erased there, no key opens anything', async () => {
    await village.help('Biel', 'Ana', 60, { text: 'The kitchen tap' });
    const laptop = await village.addDevice('Ana', 'Ana’s laptop');
    await sealAgainFor(village.placeOf('Ana'), laptop.membership.device, () => null);
    const tablet = await village.addDevice('Ana', 'Ana’s tablet');
    await sealAgainFor(laptop.place, tablet.membership.device, () => null);
    const all = ['Ana', 'Biel', 'Ana’s laptop', 'Ana’s tablet'];
    const readBy = () =>
      Promise.all(
        all.map(async (name) => {
          const [hour] = await village.as(name).openHours();
          return hour?.note?.text;
        }),
      );
    const words = 'The kitchen tap';
    expect(await readBy()).toEqual([words, words, words, words]);
    // What Ana's devices wrote is too short to hold a word of his.
    const [hour] = laptop.hours;
    const note = hour?.transfer.note;
    assert(note, 'the hour has a note');
    const { board } = laptop.place.replica;
    const byBiel = ({ entry }: SealedText) =>
      entry.log.member === village.memberOf('Biel');
    const texts = board.sealedIn(note);
    const [biels, anas] = [texts.find(byBiel), texts.filter((text) => !byBiel(text))];
    expect(anas.map(({ sealed }) => sealed.ciphertext.length)).toEqual([16, 16]);

    const { place } = village.as('Biel');
    assert(biels, 'the words stand on his board');
    expect(await place.writer.erase([biels.entry])).toMatchObject({ ok: true });
    expect(await readBy()).toEqual([undefined, undefined, undefined, undefined]);
    expect(notReadableOn(village.placeOf('Ana'), tablet.membership.device)).toEqual([]);
  });

  test('is sealed for all devices of both from then on, but for one that is off or not trusted', async () => {
    const laptop = await village.addDevice('Ana', 'Ana’s laptop');
    const tablet = await village.addDevice('Ana', 'Ana’s tablet');
    const lost = await village.addDevice('Ana', 'Ana’s lost phone');
    await switchOffDevices(village.as('Ana').place, [lost.membership.device]);
    await freezeMine(village.as('Ana’s laptop').place, [tablet.membership.device]);
    await village.help('Biel', 'Ana', 60, { text: 'The kitchen tap' });
    const readOn = async (name: string) =>
      (await village.as(name).openHours()).map(({ note }) => note?.text);
    expect(await readOn('Ana')).toEqual(['The kitchen tap']);
    expect(await readOn('Ana’s laptop')).toEqual(['The kitchen tap']);
    expect(await readOn('Ana’s tablet')).toEqual([undefined]);
    expect(await readOn('Ana’s lost phone')).toEqual([undefined]);
    expect(laptop.devices.map(({ state }) => state).sort()).toEqual([
      'frozen',
      'off',
      'works',
      'works',
    ]);
  });
});

describe('a device that was switched off', () => {
  test('keeps what it did, and does no more', async () => {
    const lost = await village.addDevice('Ana', 'Ana’s lost phone');
    await village.help('Ana’s lost phone', 'Biel', 60, { by: 'Ana’s lost phone' });
    expect(lost.isSwitchedOff).toBe(false);
    const off = await switchOffDevices(village.as('Ana').place, [
      lost.membership.device,
    ]);
    expect(off).toEqual({ ok: true, value: undefined });

    expect(lost.isSwitchedOff).toBe(true);
    expect(lost.balance).toBe(60);
    const help = {
      with: village.memberOf('Biel'),
      iHelped: false,
      minutes: 60 as Minutes,
      day: lost.today,
      category: null,
      text: '',
      instead: null,
    };
    expect(await lost.record(help)).toMatchObject({ error: { type: 'SwitchedOff' } });
    expect(await showMyself(lost.place, { name: 'Ana!', skills: [] })).toMatchObject({
      error: { type: 'SwitchedOff' },
    });
    expect(village.as('Ana').isSwitchedOff).toBe(false);
  });

  test('takes the key: a further device can warn, and no more', async () => {
    const laptop = await village.addDevice('Ana', 'Ana’s laptop');
    const { device } = village.placeOf('Ana').membership;
    expect(await holdsIdentity(laptop.place)).toBe(false);
    expect(await holdsIdentity(village.as('Ana').place)).toBe(true);
    expect(await switchOffDevices(laptop.place, [device])).toMatchObject({
      error: { type: 'KeyElsewhere' },
    });
    expect(await freezeMine(laptop.place, [device])).toEqual({
      ok: true,
      value: undefined,
    });
    expect(laptop.devices.find((each) => each.device === device)?.state).toBe('frozen');
  });

  test('is never the last one', async () => {
    const { device } = village.placeOf('Ana').membership;
    expect(await switchOffDevices(village.as('Ana').place, [device])).toMatchObject({
      error: { type: 'LastDevice' },
    });
  });
});

test('names are this phone’s own', async () => {
  const laptop = await village.addDevice('Ana', 'Ana’s laptop');
  const { device } = laptop.membership;
  await nameDevice(village.as('Ana').place.notes, device, ' The laptop ');
  expect([...(await readDeviceNames(village.as('Ana').place.notes))]).toEqual([
    [device, 'The laptop'],
  ]);
  expect([...(await readDeviceNames(laptop.place.notes))]).toEqual([]);
});
