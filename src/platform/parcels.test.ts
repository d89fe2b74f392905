import { describe, expect, test, vi } from 'vitest';
import { assert, minutesPerDay } from '@manyhands/base';
import type { DeviceKey, LogId, MinuteOfTime } from '@manyhands/base';
import type { Mesh, MeshNews } from '@manyhands/mesh';
import {
  additionOf,
  TestCommunity,
  createCast,
  createPerson,
  helped,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { decisionNotebookOf } from '@manyhands/community/decisions';
import type { PackedParcel, ParcelFor } from '@manyhands/community/keeping';
import type { Place } from '@manyhands/community/opened';
import {
  villageSecret,
  silentPhone,
} from '../../packages/community/src/testing/silentPhone.ts';
import { keepShown } from './parcelNotes.ts';
import { parcelsWith } from './parcels.ts';

const [ana, biel, carme, didac] = await createCast();
const stranger = await createPerson('Ana', 'of another community');
// Carme and Didac have written nothing yet: theirs are the phones.
const community = await TestCommunity.of(ana, [biel, carme, didac]);
await community.ledgerOf(biel).add(helped(ana, 30));

/** The parcels of a phone whose one community is this one. */
const parcelsOf = ({ membership }: Place) =>
  parcelsWith(() =>
    Promise.resolve([
      { community: community.id, secret: villageSecret.secret, membership },
    ]),
  );

async function packs(place: Place, whom: ParcelFor): Promise<PackedParcel> {
  const packed = await parcelsOf(place).pack(place, whom, {});
  assert(packed.ok, 'there is something to pack');
  return packed.value;
}

const phoneOf = async (person: CastMember, of = community) =>
  (await silentPhone(person, of)).place;

const lengthsAt = ({ replica }: Place) =>
  new Map(replica.vector().map(({ logId, length }) => [logId, length]));

describe('[mesh/M9] a parcel is packed', () => {
  test('for everybody, and after it only what is new since it was given away', async () => {
    const place = await phoneOf(carme);
    const parcels = parcelsOf(place);
    const all = await packs(place, { type: 'everybody' });
    expect(all.entries).toBe(5);
    expect(await parcels.hasPacked(place)).toBe(false);
    await all.givenAway();
    expect(await parcels.hasPacked(place)).toBe(true);
    expect(await parcels.pack(place, { type: 'sinceLast' }, {})).toEqual({
      ok: false,
      error: { type: 'NothingNew' },
    });
    await place.writer.append('ledger', { type: 'member.vouch', member: biel.member });
    const later = await packs(place, { type: 'sinceLast' });
    expect(later.entries).toBe(1);
    expect(later.parts).not.toBeNull();
  });

  test('for one member from what their devices have said to have, the least of them', async () => {
    const tablet = {
      ...(await createPerson('Biel', 'tablet')),
      member: biel.member,
      identity: biel.identity,
    };
    const wider = await TestCommunity.of(ana, [biel, carme]);
    await wider.ledgerOf(biel).add(additionOf(tablet));
    await wider.ledgerOf(biel).add(helped(ana, 20));
    const place = await phoneOf(carme, wider);
    const lengths = lengthsAt(place);
    const acked = (devices: [DeviceKey, ReadonlyMap<LogId, number>][]) => ({
      ...place,
      acks: () => new Map(devices),
    });
    const entriesFor = async (at: Place) => {
      const packed = await parcelsOf(at).pack(
        at,
        { type: 'member', member: biel.member },
        {},
      );
      return packed.ok ? packed.value.entries : packed.error.type;
    };
    // Nothing is known of him: he gets all.
    expect(await entriesFor(acked([]))).toBe(5);
    const all: [DeviceKey, ReadonlyMap<LogId, number>] = [biel.device, lengths];
    expect(await entriesFor(acked([all]))).toBe('NothingNew');
    const less = new Map([...lengths].map(([log, length]) => [log, length - 1]));
    expect(await entriesFor(acked([all, [tablet.device, less]]))).toBe(2);
    expect(await entriesFor(acked([all, [ana.device, new Map()]]))).toBe('NothingNew');
  });

  test('from what a device showed when it was last met', async () => {
    const place = await phoneOf(carme);
    const showing = new Map(
      place.replica.wireVector().map(({ log, length }) => [log, length]),
    );
    const listeners: ((news: MeshNews) => void)[] = [];
    const mesh = {
      shown: { of: () => showing },
      subscribe: (listener: (news: MeshNews) => void) => listeners.push(listener),
    } as unknown as Mesh;
    keepShown(mesh, place.notes);
    for (const tell of listeners) tell({ type: 'shown', device: didac.device });
    const whom = { type: 'member', member: didac.member } as const;
    await vi.waitFor(async () => {
      const packed = await parcelsOf(place).pack(place, whom, {});
      expect(packed).toEqual({ ok: false, error: { type: 'NothingNew' } });
    });
    await place.writer.append('ledger', { type: 'member.vouch', member: biel.member });
    expect((await packs(place, whom)).entries).toBe(1);
  });

  test('by nobody who has not been let in', async () => {
    const place = { ...(await phoneOf(carme)), secret: () => null };
    const packed = await parcelsOf(place).pack(place, { type: 'everybody' }, {});
    expect(packed).toEqual({ ok: false, error: { type: 'NotLetInYet' } });
  });
});

describe('[mesh/M9] a parcel is opened', () => {
  test('from its text, and its packer’s word for their own disk is heard', async () => {
    const hers = await phoneOf(carme);
    await hers.writer.append('ledger', helped(biel, 45));
    const { text, entries } = await packs(hers, { type: 'everybody' });
    const heard = new Map<DeviceKey, ReadonlyMap<LogId, number>>();
    const his: Place = {
      ...(await phoneOf(didac)),
      hearAcks: (device, stored) => void heard.set(device, stored),
    };
    const read = await parcelsOf(his).read(new Blob([`Hello!\n\n${text}`]));
    assert(read.ok, 'it is for him');
    const weight = await read.value.weigh(his, {});
    expect(weight).toMatchObject({
      value: { entries: 1, hours: 1, from: carme.member },
    });
    expect(entries).toBe(6);
    expect(heard.size).toBe(0);
    const taken = await read.value.takeIn(his, {});
    expect(taken).toMatchObject({ value: { added: 1, end: 'whole' } });
    expect(heard).toEqual(new Map([[carme.device, lengthsAt(hers)]]));
  });

  test('by a moving code, which leaves other codes alone', async () => {
    const hers = await phoneOf(carme);
    const his = await phoneOf(didac);
    const { parts } = await packs(hers, { type: 'everybody' });
    const collect = parcelsOf(his).collector();
    expect(collect('https://example.org')).toBeNull();
    const last = parts?.toReversed().map(collect).at(-1);
    assert(last?.bundle, 'all parts were seen');
    expect((await parcelsOf(his).read(last.bundle)).ok).toBe(true);
  });

  test('by nobody else, and not from a stranger', async () => {
    const hers = await phoneOf(carme);
    const { text } = await packs(hers, { type: 'everybody' });
    const elsewhere = parcelsWith(() => Promise.resolve([]));
    expect(await elsewhere.read(text)).toEqual({
      ok: false,
      error: { type: 'AnotherCommunity' },
    });
    expect(await elsewhere.read('Good morning')).toEqual({
      ok: false,
      error: { type: 'NotABundle' },
    });
    const forged = { ...hers, device: stranger.signing };
    const { text: strange } = await packs(forged, { type: 'everybody' });
    const his = await phoneOf(didac);
    const read = await parcelsOf(his).read(strange);
    assert(read.ok, 'whoever has the secret can seal');
    expect(await read.value.weigh(his, {})).toEqual({
      ok: false,
      error: { type: 'Stranger' },
    });
  });

  test('not from whom all of us let go, once this phone acts on it', async () => {
    const street = await TestCommunity.of(ana, [biel, carme, didac]);
    for (const { member } of [biel, carme]) {
      await street.ledgerOf(ana).add({ type: 'member.vouch', member });
    }
    const his = await phoneOf(didac, street);
    const { text } = await packs(his, { type: 'everybody' });
    const { id: motion } = await street.ledgerOf(ana).add({
      type: 'motion.open',
      replaces: [],
      matter: { about: 'member', member: didac.member, standing: 'removed' },
    });
    await street.ledgerOf(biel).add({ type: 'motion.vote', motion, yes: true });
    let now = 0 as MinuteOfTime;
    const hers: Place = { ...(await phoneOf(carme, street)), now: () => now };
    await decisionNotebookOf(hers).look();
    const read = await parcelsWith(() =>
      Promise.resolve([
        {
          community: street.id,
          secret: villageSecret.secret,
          membership: hers.membership,
        },
      ]),
    ).read(text);
    assert(read.ok, 'he holds the secret');
    expect((await read.value.weigh(hers, {})).ok).toBe(true);
    now = (7 * minutesPerDay) as MinuteOfTime;
    const refused = { ok: false, error: { type: 'Removed' } };
    expect(await read.value.weigh(hers, {})).toEqual(refused);
    expect(await read.value.takeIn(hers, {})).toEqual(refused);
  });
});
