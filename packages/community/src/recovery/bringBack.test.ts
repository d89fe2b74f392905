import { assert, beforeEach, describe, expect, test } from 'vitest';
import { whoHolds } from '@manyhands/door';
import type { Hex, MemberId } from '@manyhands/base';
import {
  recoveryAskOf,
  asksFor,
  recoveryDigits,
  sayItIsThem,
  whoMayAsk,
  wordsSoFar,
} from './bringBack.ts';
import { holdsIdentity } from '../devices/devices.ts';
import { finishKit, makeKit, newWords } from './kit.ts';
import { nameNeighbours } from './guardians.ts';
import type { ComingBack } from '../threshold/comingBack.ts';
import { comingBackWith } from '../threshold/comingBack.ts';
import { enrolmentBy } from '../devices/laterKey.ts';
import { lostPhone } from '../testing/lostPhone.ts';
import type { LostPhone } from '../testing/lostPhone.ts';
import { spareKeyVillage } from '../testing/villages.ts';
import type { Village } from '../testing/village.ts';
import { OpenedCommunity } from '../openedCommunity.ts';

let village: Village;
let again: OpenedCommunity;
let comingBack: ComingBack;
let phone: LostPhone;
let ask: { member: MemberId; key: Hex };

/** Ana named the three others; now all she has is a new phone and Biel's link. */
beforeEach(async () => {
  village = await spareKeyVillage();
  await village.help('Ana', 'Biel', 90);
  phone = await lostPhone(village, 'Ana', 'Biel');
  again = new OpenedCommunity(phone.place);
  ({ comingBack } = phone);
  ask = { member: village.memberOf('Ana'), key: comingBack.ask.key };
});

const place = (name: string) => village.placeOf(name);
const ledger = () => place('Biel').replica.ledger;
const saysYes = (name: string) => sayItIsThem(place(name), ask);
const heard = () => wordsSoFar(again.place.replica.ledger, comingBack);

test('the digits are sixteen, and differ with the key', () => {
  // Two versions of the app are compared as well.
  expect(recoveryDigits('ab'.repeat(32))).toBe('0550 3705 1147 5947');
  const keys = ['00', '01', 'fe'].map((byte) => byte.repeat(32));
  expect(new Set(keys.map(recoveryDigits)).size).toBe(3);
  for (const key of keys) {
    expect(recoveryDigits(key)).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
  }
});

describe('[ledger/L12] a neighbour’s word', () => {
  test('is asked of the others once one has said it, and two of three bring back', async () => {
    expect(asksFor(place('Carme'))).toEqual([]);
    expect((await saysYes('Biel')).ok).toBe(true);
    expect(asksFor(place('Biel'))).toEqual([]);
    expect(asksFor(place('Carme'))).toEqual([
      {
        ...ask,
        digits: recoveryDigits(ask.key),
        by: [village.memberOf('Biel')],
        needed: 2,
        isDone: false,
      },
    ]);

    const before = place('Ana').membership.device;
    expect(village.as('Ana').isSwitchedOff).toBe(false);
    expect((await saysYes('Carme')).ok).toBe(true);
    expect(recoveryAskOf(ledger(), ask.member, ask.key).isDone).toBe(true);
    expect(asksFor(place('Didac'))).toEqual([]);
    expect(ledger().identityOf(ask.member)).toMatchObject({ version: 2, key: ask.key });
    expect(ledger().devicesOf(ask.member)).toMatchObject([{ device: before }]);
    expect(village.as('Ana').isSwitchedOff).toBe(true);
    expect(ledger().balanceOf(ask.member)).toBe(90);
  });

  test('is not taken twice, nor from somebody who keeps no spare key', async () => {
    await saysYes('Biel');
    expect(await saysYes('Biel')).toMatchObject({ error: { type: 'AlreadyWritten' } });
    expect(await saysYes('Ana')).toMatchObject({ error: { type: 'NotAGuardian' } });
    await saysYes('Carme');
    expect(await saysYes('Didac')).toMatchObject({ error: { type: 'NothingToDo' } });
  });
});

describe('whom a link is about', () => {
  const named = (name: string, key: Hex = ask.key) =>
    whoMayAsk(place('Carme'), { key, name });

  test('is whoever was recognised with its key, else who is called so, else all', async () => {
    await makeKit(place('Biel'), await newWords(), {
      neighbours: [village.memberOf('Carme')],
    });
    const both = [village.memberOf('Ana'), village.memberOf('Biel')].sort();
    expect(named(' ana ')).toEqual([village.memberOf('Ana')]);
    expect(named('Somebody').toSorted()).toEqual(both);
    await saysYes('Didac');
    expect(named('Biel')).toEqual([village.memberOf('Ana')]);
    expect(named('Biel', 'ab'.repeat(32))).toEqual([village.memberOf('Biel')]);
  });

  test('is nobody for who keeps no spare key', () => {
    expect(whoMayAsk(place('Ana'), comingBack.ask)).toEqual([]);
  });
});

describe('the new phone', () => {
  test('is one only by a member’s link, and until it stands for its owner', () => {
    const keys = { identity: new Uint8Array(32), box: new Uint8Array(32) };
    const { membership } = again.place;
    expect(comingBackWith(null, { membership, ...keys })).toBeNull();
    expect(comingBackWith('AAAA', { membership, ...keys })).toBeNull();
    expect(village.placeOf('Ana').comingBack()).toBeNull();
  });

  test('hears of each yes at any member’s door, and of nobody’s before', async () => {
    expect(whoHolds(place('Biel').replica, ask.key)).toBeNull();
    expect(heard()).toMatchObject({ by: [], needed: 2, isDone: false });
    await saysYes('Biel');
    await phone.asks();
    expect(heard()).toMatchObject({ by: [village.memberOf('Biel')], isDone: false });
    expect(again.place.comingBack()).not.toBeNull();
    await saysYes('Didac');
    await phone.asks();
    expect(heard()).toMatchObject({ isDone: true });
  });

  test('keeps its key while it waits; then it speaks, and makes a page', async () => {
    const { replica, writer, device } = again.place;
    await saysYes('Biel');
    await phone.asks();
    await finishKit(again.place);
    const identity = await again.place.identity();
    assert(identity !== null, 'the key waits');
    await saysYes('Carme');
    await phone.asks();
    await finishKit(again.place);
    expect(await again.place.identity()).not.toBeNull();

    const box = new Uint8Array(32).fill(9);
    const enrolment = await enrolmentBy(replica, ask.member, { identity, device, box });
    expect((await writer.append('ledger', enrolment)).ok).toBe(true);
    expect(again.place.comingBack()).toBeNull();
    expect(await holdsIdentity(again.place)).toBe(true);
    // No page yet: the key that the neighbours vouched for names others.
    const carme = [village.memberOf('Carme')];
    expect((await nameNeighbours(again.place, carme, null)).ok).toBe(true);
    const identity3 = replica.ledger.identityOf(ask.member);
    expect(identity3).toMatchObject({ version: 3, key: ask.key, guardians: carme });
    expect((await makeKit(again.place, await newWords(), { neighbours: [] })).ok).toBe(
      true,
    );
    expect(replica.ledger.identityOf(ask.member)).toMatchObject({ version: 4, g: 0 });
    expect(await again.place.identity()).toBeNull();
  });
});
