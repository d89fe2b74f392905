import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lobbyOf, secretsOf } from '@manyhands/keys';
import { TestCommunity, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import type { OpenIntroducer } from './introducer.ts';
import type { Secret } from './messages.ts';
import { MeetingHall } from './testing/meetingHall.ts';
import { closePhones, openPhone } from './testing/phones.ts';

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let community: TestCommunity;
const secret: Secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };

beforeEach(async () => {
  ana = await createPerson('Ana');
  biel = await createPerson('Biel');
  carme = await createPerson('Carme');
  community = await TestCommunity.of(ana, [biel]);
});
afterEach(closePhones);

describe('[M12] members in the lobby', () => {
  const meeting = (hall: MeetingHall) => ({
    relays: ['wss://relay.example'],
    openIntroducer: hall.open,
  });

  test('who do not know each other yet link all the same, in their own room', async () => {
    const hall = new MeetingHall();
    const founding = [community.ledgerOf(ana)];
    await community.ledgerOf(biel).add(await community.admitContent(carme));
    const lobbyRoom = lobbyOf(
      secretsOf(secret.secret, community.id).lobby,
      community.id,
    );
    const lobbyFirst: OpenIntroducer = async (place, onintroduction) => {
      const refused = () => expect(hall.dismissed).toContain('refused');
      if (place.room !== lobbyRoom.room) await vi.waitFor(refused);
      return hall.open(place, onintroduction);
    };
    const host = await openPhone(community, carme, { secret, ...meeting(hall) });
    const other = await openPhone(community, ana, {
      secret,
      holds: founding,
      ...meeting(hall),
      openIntroducer: lobbyFirst,
    });
    await vi.waitFor(() => expect(other.mesh.peers()).toHaveLength(1));
    await vi.waitFor(() => expect(other.replica.digest()).toBe(host.replica.digest()));
  });

  test('are told to a member who has lost the secret, once that one has proved who they are', async () => {
    const hall = new MeetingHall();
    const tablet = await createPerson('Carme', 'tablet');
    const didac = await createPerson('Didac');
    await community.ledgerOf(ana).add(await community.admitContent(carme));
    await community.ledgerOf(biel).add(await community.admitContent(didac));
    await community.ledgerOf(ana).add(await community.enrolContent(tablet));
    await openPhone(community, didac, { secret, ...meeting(hall) });
    // She came back by her own key, and has never heard of Didac.
    const { lobby } = secretsOf(secret.secret, community.id);
    const back = await openPhone(community, tablet, {
      holds: [community.ledgerOf(ana)],
      lobby,
      ...meeting(hall),
    });
    await vi.waitFor(() => expect(back.mesh.peers()).toHaveLength(1));
  });
});
