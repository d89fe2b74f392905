import { assert, beforeEach, describe, expect, test } from 'vitest';
import { fromHex, toHex } from '@manyhands/codec';
import { verify } from '@manyhands/keys';
import { inviteStatement, readPoster } from '@manyhands/ledger';
import type { KnockRequest } from '@manyhands/ledger';
import { TestCommunity, createCast, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { certify, isClosed, requestKnock } from '@manyhands/door';
import { silentPhone } from '../testing/silentPhone.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { Porch } from '../threshold/porch.ts';
import { hangPoster, myPosters, takeDown } from './posters.ts';
import type { HungPoster } from './posters.ts';

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let community: TestCommunity;
let phone: SilentPhone;
let hung: HungPoster;
let porch: Porch;
/** What will ring once time is up, and how often the screens were told. */
let alarms: { ms: number; ring: () => void }[];
let told: number;

/** Didac founds; Ana hangs up a poster, which Carme reads. */
beforeEach(async () => {
  const [a, b, c, didac] = await createCast();
  [ana, biel, carme] = [a, b, c];
  community = await TestCommunity.of(didac, [ana, biel]);
  phone = await silentPhone(ana, community);
  const poster = await hangPoster(phone.place, ' The library ');
  assert(poster.ok);
  hung = poster.value;
  alarms = [];
  told = 0;
  porch = new Porch(
    () => (told += 1),
    (ms, ring) => alarms.push({ ms, ring }),
  );
});

async function knockOf(
  person: CastMember,
  said: Partial<KnockRequest> = {},
): Promise<KnockRequest> {
  const poster = readPoster(hung.text ?? '');
  assert(poster.ok);
  const { identity, signing: device, sealing } = person;
  const keys = { identity, device, box: sealing.publicKey };
  const certificate = await certify(community.id, keys);
  const named = { name: person.name, line: 'From number 4', ...said };
  return { ...(await requestKnock(poster.value, certificate, named)), ...said };
}

const isMember = (person: CastMember): boolean =>
  phone.place.replica.ledger.isEverMember(person.member);

describe('a poster', () => {
  test('leads to the lobby, names nobody, and stands on the board by its key', async () => {
    const poster = readPoster(hung.text ?? '');
    expect(poster).toMatchObject({
      value: { community: community.id, name: 'Els Plataners' },
    });
    expect(JSON.stringify(poster)).not.toContain(ana.name);
    expect(await myPosters(phone.place)).toEqual([{ ...hung, label: 'The library' }]);
    const { posterPub, member, device, proof } = await knockOf(carme);
    expect(posterPub).toBe(hung.posterPub);
    const statement = inviteStatement({ community: community.id, member, device });
    expect(await verify(fromHex(proof), statement, fromHex(posterPub))).toBe(true);
  });

  test('several hang at once, the newest first, and each is taken down by itself', async () => {
    const second = await hangPoster(phone.place, '');
    assert(second.ok);
    expect(await myPosters(phone.place)).toEqual([second.value, hung]);
    assert((await takeDown(phone.place, second.value.posterPub)).ok);
    expect(await myPosters(phone.place)).toEqual([hung]);
    expect(await isClosed(phone.place.notes, second.value.posterPub)).toBe(true);
  });

  test('is somebody else’s to take down, and nobody’s to print who did not make it', async () => {
    const { place } = await silentPhone(biel, community);
    const { replica } = phone.place;
    const { page } = replica.page(place.replica.lacks(replica.wireVector()));
    assert(page);
    await place.replica.receive(page, { type: 'message' });
    expect(place.replica.board.openPosters()).toHaveLength(1);
    expect(await myPosters(place)).toEqual([]);
    assert((await takeDown(place, hung.posterPub)).ok);
    expect(place.replica.board.openPosters()).toHaveLength(1);
  });
});

describe('[mesh/M12] the porch', () => {
  test('shows who has knocked, and lets nobody in by itself', async () => {
    const request = await knockOf(carme);
    void porch.ask(phone.place, request);
    expect(porch.waiting).toEqual([request]);
    expect(told).toBe(1);
    expect(isMember(carme)).toBe(false);
  });

  test('"let in" makes them a member, and says by which poster they came', async () => {
    const answer = porch.ask(phone.place, await knockOf(carme));
    assert((await porch.greet(phone.place, carme.member)).ok);
    expect(await answer).toEqual({ ok: true, value: undefined });
    expect(isMember(carme)).toBe(true);
    expect(porch.waiting).toEqual([]);
    const { ledger } = phone.place.replica;
    expect(ledger.admittedWith(hung.posterPub)).toEqual([carme.member]);
    expect(ledger.member(carme.member)?.admittedBy).toEqual([ana.member]);
  });

  test('"not now" keeps them waiting elsewhere, and they are not shown again', async () => {
    const answer = porch.ask(phone.place, await knockOf(carme));
    porch.passOver(carme.member);
    expect(await answer).toEqual({ ok: false, error: { type: 'Busy' } });
    const again = await porch.ask(
      phone.place,
      await knockOf(carme, { line: 'Please!' }),
    );
    expect(again).toEqual({ ok: false, error: { type: 'Busy' } });
    expect(porch.waiting).toEqual([]);
    expect(isMember(carme)).toBe(false);
  });

  test('a poster nobody here knows, or that was taken down, opens nothing', async () => {
    const unknown = { posterPub: toHex(new Uint8Array(32).fill(9)) };
    expect(await porch.ask(phone.place, await knockOf(carme, unknown))).toEqual({
      ok: false,
      error: { type: 'InviteUnknown' },
    });
    const answer = porch.ask(phone.place, await knockOf(carme));
    assert((await takeDown(phone.place, hung.posterPub)).ok);
    porch.look(phone.place.replica);
    expect(await answer).toEqual({ ok: false, error: { type: 'InviteClosed' } });
    expect(porch.waiting).toEqual([]);
  });

  test('whoever was let in by another meanwhile waits here no longer', async () => {
    const answer = porch.ask(phone.place, await knockOf(carme));
    const admission = await community.admitContent(carme);
    assert((await phone.place.writer.append('ledger', admission)).ok);
    porch.look(phone.place.replica);
    expect(await answer).toEqual({ ok: true, value: undefined });
    expect(await porch.ask(phone.place, await knockOf(carme))).toMatchObject({
      ok: true,
    });
  });

  test('whoever has waited for ten minutes makes room, and may knock again', async () => {
    const answer = porch.ask(phone.place, await knockOf(carme));
    expect(alarms.map(({ ms }) => ms)).toEqual([600_000]);
    alarms[0]?.ring();
    expect(await answer).toEqual({ ok: false, error: { type: 'Busy' } });
    expect(porch.waiting).toEqual([]);
    void porch.ask(phone.place, await knockOf(carme));
    alarms[0]?.ring();
    expect(porch.waiting).toHaveLength(1);
  });

  test('two hundred and fifty-seven "not now" forget the first', async () => {
    const first = await createPerson('First');
    void porch.ask(phone.place, await knockOf(first));
    porch.passOver(first.member);
    for (let i = 0; i < 256; i += 1) porch.passOver(String(i) as never);
    void porch.ask(phone.place, await knockOf(first));
    expect(porch.waiting).toHaveLength(1);
  });
});
