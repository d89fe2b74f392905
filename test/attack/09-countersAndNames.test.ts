/** Class 9: counters and names that others say of us. Nothing without proof. */
import { afterEach, describe, expect, test } from 'vitest';
import { fromHex, toHex } from '@manyhands/codec';
import {
  certify,
  considerAdmission,
  inviteKeyOf,
  isClosed,
  keepClosedInvites,
  requestByInvite,
} from '@manyhands/door';
import type { SigningKey } from '@manyhands/keys';
import { logIdOf } from '@manyhands/ledger';
import type { InviteRequest, KnownContent } from '@manyhands/ledger';
import type { OpenIntroducer, Secret } from '@manyhands/mesh';
import { createPerson, helped } from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { call, say } from './kit/caller.ts';
import {
  ackOf,
  admittedWith,
  keyCalled,
  openedInvite,
  openedPoster,
} from './kit/entries.ts';
import { erases } from './kit/entries.ts';
import { closeMeshed, dial, openMeshed } from './kit/meshed.ts';
import { openPhone, openReader, take, takeAll, write } from './kit/phones.ts';
import { ana, biel, carme, didac, village } from './kit/stories.ts';

afterEach(closeMeshed);

const asDidac = { member: didac.member, signing: didac.signing };

describe('[findings/H12] an ack', () => {
  const countOf = (
    phone: Awaited<ReturnType<typeof openMeshed>>,
    person: CastMember,
  ) => {
    const { member, device } = person;
    const { community } = phone.replica;
    const logId = logIdOf({ community, kind: 'ledger', member, device });
    return phone.mesh.acks().get(didac.device)?.get(logId) ?? 0;
  };

  test('counts no entry that is written later', async () => {
    const { community } = await village();
    const log = community.ledgerOf(ana);
    const phone = await openMeshed(community, ana);
    const { line } = await call(phone, asDidac);
    const head = log.entries.at(-1)?.id ?? '';
    line.say(say.ack, [ackOf(logIdOf(log.log), 2 ** 20, head)]);
    await line.read();
    await write(phone, 'ledger', helped(carme, 30));
    expect(countOf(phone, ana)).toBeLessThan(log.entries.length + 1);
  });

  test('with another head than that place has counts nothing', async () => {
    const { community } = await village();
    const log = community.ledgerOf(ana);
    const phone = await openMeshed(community, ana);
    const { line } = await call(phone, asDidac);
    const other = 'ab'.repeat(32);
    line.say(say.ack, [ackOf(logIdOf(log.log), log.entries.length, other)]);
    await line.read();
    expect(countOf(phone, ana)).toBe(0);
  });

  test('that is true counts', async () => {
    const { community } = await village();
    const log = community.ledgerOf(ana);
    const phone = await openMeshed(community, ana);
    const { line } = await call(phone, asDidac);
    const head = log.entries.at(-1)?.id ?? '';
    line.say(say.ack, [ackOf(logIdOf(log.log), log.entries.length, head)]);
    await line.read();
    expect(countOf(phone, ana)).toBe(log.entries.length);
  });
});

describe('[findings/H11] a secret over a link', () => {
  const ours: Secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };

  async function told(secret: Secret | null, epoch: number, bytes: number) {
    const { community } = await village();
    const rooms: string[] = [];
    const taken: Secret[] = [];
    const openIntroducer: OpenIntroducer = ({ room }) => {
      rooms.push(room);
      const nothing = () => undefined;
      return Promise.resolve({
        forgive: nothing,
        announce: nothing,
        wake: nothing,
        close: nothing,
      });
    };
    const phone = await openMeshed(community, biel, {
      secret,
      relays: ['ws://relay.example'],
      openIntroducer,
      onsecret: (each) => taken.push(each),
    });
    const before = rooms.length;
    const { line } = await call(phone, asDidac);
    line.say(say.secret, [epoch, new Uint8Array(32).fill(bytes)]);
    await line.read();
    return { taken, moved: rooms.length - before };
  }

  test.each([
    ['of the last epoch there can be', 2 ** 32 - 1, 0],
    ['of the next epoch', 1, 9],
    ['of the same epoch with smaller bytes', 0, 0],
  ])('%s moves nobody who holds one', async (_, epoch, bytes) => {
    expect(await told(ours, epoch, bytes)).toEqual({ taken: [], moved: 0 });
  });

  test.each([1, 2 ** 32 - 1])(
    'of epoch %i is not taken by who holds none: nobody was removed',
    async (epoch) => {
      expect(await told(null, epoch, 3)).toEqual({ taken: [], moved: 0 });
    },
  );

  test('of epoch 0 is taken by who holds none', async () => {
    const { taken, moved } = await told(null, 0, 3);
    expect(taken).toHaveLength(1);
    expect(moved).toBeGreaterThan(0);
  });
});

describe('[findings/H15] Ana’s invite for one', () => {
  const seed = '5a'.repeat(16);
  let key: SigningKey;
  let invitePub: string;

  async function invited() {
    const { community } = await village();
    key = (await inviteKeyOf(
      Uint8Array.from({ length: 16 }, () => 0x5a),
    )) as SigningKey;
    invitePub = toHex(key.publicKey);
    const opening = await openedInvite(community, ana, invitePub, key);
    const invite = await community.boardOf(ana).add(opening);
    return { community, invite };
  }

  async function knocking(community: TestCommunity): Promise<InviteRequest> {
    const newcomer = await createPerson('A newcomer');
    const { identity, signing: device, sealing } = newcomer;
    const certificate = await certify(community.id, {
      identity,
      device,
      box: sealing.publicKey,
    });
    return requestByInvite({ community: community.id, seed }, certificate);
  }

  /** What somebody without the invite can make of its public key. */
  const forgeries: Readonly<
    Record<string, (of: TestCommunity) => Promise<KnownContent>>
  > = {
    'without a proof': async (of) =>
      admittedWith(of, await createPerson('Puppet'), invitePub, null),
    'proved by another key': async (of) =>
      admittedWith(
        of,
        await createPerson('Puppet'),
        invitePub,
        await keyCalled('other'),
      ),
    'with the proof of somebody else': async (of) =>
      admittedWith(of, await createPerson('Puppet'), invitePub, key, carme),
  };

  test.each(Object.keys(forgeries))(
    'is not used up by an admission %s',
    async (how) => {
      const { community } = await invited();
      const content = await forgeries[how]?.(community);
      if (content) await community.ledgerOf(didac).add(content);
      const { replica } = await openPhone(community, biel);
      expect(replica.ledger.admittedWith(invitePub)).toEqual([]);
      const request = await knocking(community);
      expect(considerAdmission(replica, ana, request)).toMatchObject({
        ok: true,
        value: { type: 'member.admit' },
      });
    },
  );

  test('is not erased by her phone when a puppet leaves that never had it', async () => {
    const { community, invite } = await invited();
    const one = await createPerson('Puppet');
    await community
      .ledgerOf(didac)
      .add(await admittedWith(community, one, invitePub, null));
    await community.ledgerOf(one).add({ type: 'member.leave' });
    const phone = await openPhone(community, ana);
    await phone.duties.now();
    await phone.duties.rest();
    expect(phone.replica.entry(invite.id)).not.toBeNull();
  });

  test('is nobody else’s to open, nor to take back', async () => {
    const { community, invite } = await invited();
    const board = community.boardOf(didac);
    const copy = await board.add(
      await openedInvite(community, didac, invitePub, null, { uses: 1 }),
    );
    const phone = await openReader(community);
    await takeAll(phone, community.logs());
    const open = phone.replica.board.openInvites().map(({ entry }) => entry.id);
    expect(open).toEqual([invite.id]);
    const end = keepClosedInvites(phone.replica, phone.store.notes);
    await board.add(erases(copy));
    await take(phone, { runs: [board.run()] });
    end();
    expect(await isClosed(phone.store.notes, invitePub)).toBe(false);
  });

  test('nor is a poster', async () => {
    const { community } = await village();
    const poster = await keyCalled('Ana’s poster');
    const pub = toHex(poster.publicKey);
    const hers = await community
      .boardOf(ana)
      .add(await openedPoster(community, ana, pub, poster));
    await community.boardOf(didac).add(await openedPoster(community, didac, pub, null));
    const phone = await openReader(community);
    await takeAll(phone, community.logs());
    const open = phone.replica.board.openPosters().map(({ entry }) => entry.id);
    expect(open).toEqual([hers.id]);
  });

  test('lets in who holds it, once', async () => {
    const { community } = await invited();
    const newcomer = await createPerson('A newcomer');
    await community
      .ledgerOf(ana)
      .add(await admittedWith(community, newcomer, invitePub, key));
    const { replica } = await openPhone(community, biel);
    expect(replica.ledger.admittedWith(invitePub)).toEqual([newcomer.member]);
  });
});

describe('[mesh/M4] what somebody says to hold', () => {
  test('keeps nobody from getting what others have', async () => {
    const { community } = await village();
    const hers = await openMeshed(community, biel);
    const his = await openMeshed(community, carme);
    const { line } = await call(hers, asDidac);
    const heads = community
      .logs()
      .map(({ log }) => [
        fromHex(logIdOf(log).slice(0, 32)),
        ...[2 ** 20, new Uint8Array(8)],
      ]);
    line.say(say.vector, heads);
    line.say(say.weight, [Number.MAX_SAFE_INTEGER]);
    await line.read();
    // No news, but something to be asked for, while the liar is being asked.
    const entry = await write(his, 'ledger', helped(ana, 30));
    const met = await dial(hers, his);
    await met.calm();
    // Two turns of a neighbour’s patience: the liar has said something in the first.
    await met.pass(20);
    expect(hers.replica.entry(entry.id)).not.toBeNull();
  });
});
