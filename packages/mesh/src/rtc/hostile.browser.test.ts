/**
 * A standing member with another program, over real WebRTC: what it says by the wire alone
 * moves nobody, keeps nothing, and costs no more than it cost to say.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assert, err, ok } from '@manyhands/base';
import { encode, fromHex, toHex, u32 } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { secretsOf, signingKeyFromSeed } from '@manyhands/keys';
import { inviteStatement, logIdOf } from '@manyhands/ledger';
import type { JoinRequest } from '@manyhands/ledger';
import { TestCommunity, createPerson, helped } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import type { Link } from '../link.ts';
import { readMessage } from '../messages.ts';
import type { Message, Secret } from '../messages.ts';
import { foundPage } from '../testing/foundPage.ts';
import { closePhones, join, openPhone } from '../testing/phones.ts';
import type { Linked, MeshPhone, PhoneOptions } from '../testing/phones.ts';
import { closeConnections, meet } from '../testing/rtcPair.ts';

let ana: CastMember;
let biel: CastMember;
let didac: CastMember;
let community: TestCommunity;
beforeEach(async () => {
  [ana, biel, didac] = (await Promise.all(
    ['Ana', 'Biel', 'Didac'].map((name) => createPerson(name)),
  )) as [CastMember, CastMember, CastMember];
  community = await TestCommunity.of(ana, [biel, didac]);
});
afterEach(() => {
  closePhones();
  closeConnections();
});

const secret: Secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };
const message = (number: number, payload: Value) => encode([number, payload]);

async function joinOver(hers: MeshPhone, other: MeshPhone): Promise<Linked> {
  const [here, there] = await meet();
  if (here.role === 'dialler') return join(hers, other, [here.channel, there.channel]);
  const [b, a] = await join(other, hers, [there.channel, here.channel]);
  return [a, b];
}

/** Didac's end of his link to Ana's phone, which says what the test says, and what he hears. */
async function hostileTo(hers: MeshPhone): Promise<{ line: Link; heard: Message[] }> {
  const evil = await openPhone(community, didac);
  const [, joined] = await joinOver(hers, evil);
  assert(joined.ok, 'a member is let in');
  const heard: Message[] = [];
  joined.value.onmessage = (bytes) => {
    const read = readMessage(bytes);
    if (read.ok && read.value) heard.push(read.value);
  };
  return { line: joined.value, heard };
}

/** Waits until all that was said so far has been read: who is near is answered in order. */
async function isRead(line: Link, heard: readonly Message[]): Promise<void> {
  const before = heard.filter(({ type }) => type === 'near').length;
  void line.send(message(16, []));
  const near = () => heard.filter(({ type }) => type === 'near').length;
  await vi.waitFor(() => expect(near()).toBeGreaterThan(before));
}

test('[findings/A17] a secret of the highest epoch, or of zeros, moves nobody', async () => {
  const taken: Secret[] = [];
  const onsecret = (given: Secret) => void taken.push(given);
  const hers = await openPhone(community, ana, { secret, onsecret });
  const { line, heard } = await hostileTo(hers);
  const zeros = new Uint8Array(32);
  for (const epoch of [2 ** 32 - 1, 1, 0]) void line.send(message(8, [epoch, zeros]));
  await isRead(line, heard);
  expect(taken).toEqual([]);
});

test('[findings/A17] whoever holds none takes the one that leads to their lobby alone', async () => {
  const taken: Secret[] = [];
  const onsecret = (given: Secret) => void taken.push(given);
  const { lobby } = secretsOf(secret.secret, community.id);
  const hers = await openPhone(community, ana, { lobby, onsecret });
  const { line, heard } = await hostileTo(hers);
  const zeros = new Uint8Array(32);
  void line.send(message(8, [0, zeros]));
  void line.send(message(8, [0, secret.secret]));
  void line.send(message(8, [2 ** 32 - 1, zeros]));
  await isRead(line, heard);
  expect(taken).toEqual([secret]);
});

test('[M4] an ack of a million keeps nothing that is written later', async () => {
  const hers = await openPhone(community, ana);
  const { line, heard } = await hostileTo(hers);
  const log = { community: community.id, kind: 'ledger', ...named(ana) } as const;
  const kept = () => hers.mesh.acks().get(didac.device)?.get(logIdOf(log)) ?? 0;
  const name = fromHex(logIdOf(log).slice(0, 32));
  for (const byte of [0, 9])
    void line.send(message(7, [[name, 2 ** 20, new Uint8Array(16).fill(byte)]]));
  await isRead(line, heard);
  const before = kept();
  for (let minutes = 30; minutes < 33; minutes++)
    await hers.writer.append('ledger', helped(biel, minutes));
  await isRead(line, heard);
  expect(line.isOpen).toBe(true);
  expect(kept()).toBe(before);
  expect(kept()).toBeLessThan(hers.replica.head(log).length);
});

test('[M4] 8,192 asks of one log are one, and weigh as much', async () => {
  for (let minutes = 1; minutes < 60; minutes++)
    await community.ledgerOf(biel).add(helped(ana, minutes));
  const hers = await openPhone(community, ana);
  const { line, heard } = await hostileTo(hers);
  const log = community.ledgerOf(biel).entries[0]?.logId.slice(0, 32) ?? '';
  const ask = [fromHex(log), 0, 2 ** 20];
  void line.send(message(3, [ask]));
  await isRead(line, heard);
  void line.send(
    message(
      3,
      Array.from({ length: 8_192 }, () => ask),
    ),
  );
  await isRead(line, heard);
  const weights = heard.flatMap((each) =>
    each.type === 'weight' ? [each.payload.bytes] : [],
  );
  expect(weights).toHaveLength(2);
  expect(weights[1]).toBe(weights[0]);
  const pages = heard.filter(({ type }) => type === 'page');
  expect(pages).toHaveLength(2);
  expect(pages[1]).toEqual(pages[0]);
});

test('[replica/R4] of evidence four pages go to whoever says nothing, and one more for each "more"', async () => {
  const hers = await openPhone(community, ana);
  const evidence = Array.from({ length: 7 * 256 }, (_, i) => u32(i));
  vi.spyOn(hers.replica.forks, 'evidence').mockReturnValue(evidence);
  const { line, heard } = await hostileTo(hers);
  const news = () => heard.filter(({ type }) => type === 'news').length;
  // Another digest, again and again, brings no more of it.
  for (let times = 0; times < 5; times++) {
    void line.send(message(1, new Uint8Array(32).fill(times)));
    await isRead(line, heard);
  }
  expect(news()).toBe(4);
  void line.send(message(5, []));
  await vi.waitFor(() => expect(news()).toBe(5));
});

test('[ledger/L12] with a replaced page: no link, no secret, no page but what ended it', async () => {
  const all = await foundPage();
  const hers = await all.open(all.ana, { secret });
  const later = await hers.writer.append('ledger', helped(all.carme, 60));
  assert(later.ok, 'Ana writes');
  const taken: Secret[] = [];
  const onsecret = (given: Secret) => void taken.push(given);
  const thief = await all.open(all.found, { holds: all.before, onsecret });
  const [hersEnd, theirs] = await joinOver(hers, thief);
  expect(hersEnd.ok).toBe(false);
  expect(theirs).toMatchObject({ error: { type: 'Refused', verdict: 'SwitchedOff' } });
  expect([...hers.mesh.peers(), ...thief.mesh.peers()]).toEqual([]);
  expect(taken).toEqual([]);
  expect(thief.replica.entry(all.second.id)).not.toBeNull();
  expect(thief.replica.entry(later.value.id)).toBeNull();
});

test('[M12] twenty who knock at the lobby and say nothing more keep no invited one out', async () => {
  const invite = await signingKeyFromSeed(new Uint8Array(32).fill(3));
  const requestOf = async (person: CastMember, type: 'join' | 'knock') => {
    const { member, device, box, certSig } = await community.admitContent(person);
    const statement = inviteStatement({ community: community.id, member, device });
    const proof = toHex(await invite.sign(statement));
    const key = toHex(invite.publicKey);
    const shown = { member, device, box, role: 0, certSig, proof } as const;
    return type === 'join'
      ? ({ type, ...shown, invitePub: key } satisfies JoinRequest)
      : ({
          type,
          ...shown,
          posterPub: key,
          name: 'x',
          line: '',
        } satisfies JoinRequest);
  };
  let asked = 0;
  const hers: MeshPhone = await openPhone(community, ana, {
    secret,
    admit: async (request) => {
      if (request.type !== 'join') {
        asked += 1;
        return new Promise(() => undefined); // nobody looks at them
      }
      const written = await hers.writer.append('ledger', {
        ...request,
        type: 'member.admit',
        invite: request,
      });
      return written.ok ? ok(undefined) : err({ type: 'Busy' });
    },
  });
  const open = async (
    name: string,
    type: 'join' | 'knock',
    options: PhoneOptions = {},
  ) => {
    const person = await createPerson(name, `${type} ${name}`);
    const admission = () => requestOf(person, type);
    return openPhone(community, person, { holds: [], admission, ...options });
  };
  const knocking = await Promise.all(
    Array.from({ length: 20 }, async (_, i) =>
      joinOver(hers, await open(`${i}`, 'knock')),
    ),
  );
  expect(knocking.flat().every(({ ok: isIn }) => !isIn)).toBe(true);
  expect(asked).toBe(16);
  const newcomer = await open('Carme', 'join');
  const linked = await joinOver(hers, newcomer);
  expect(linked.map(({ ok: isIn }) => isIn)).toEqual([true, true]);
  await vi.waitFor(() => expect(newcomer.replica.digest()).toBe(hers.replica.digest()));
});

const named = ({ member, device }: CastMember) => ({ member, device });
