import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSigningKey } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import { claimStatement, encodeTravelling } from '@manyhands/ledger';
import type { WhoAmIRequest } from '@manyhands/ledger';
import { pageOf, readPage } from '@manyhands/replica';
import { TestCommunity, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import type { WhoIs } from './peerAuthorizer.ts';
import { welcomeOf } from './handshakeEvidence.ts';
import type { Secret } from './messages.ts';
import { closePhones, join, openPhone } from './testing/phones.ts';
import type { PhoneOptions } from './testing/phones.ts';
import type { MeshNews } from './types.ts';

/** Carme lost her phone. Her words gave her this key, and nobody's name. */
let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let found: CastMember;
let key: Signer;
let community: TestCommunity;
const secret: Secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };

beforeEach(async () => {
  ana = await createPerson('Ana');
  biel = await createPerson('Biel');
  carme = await createPerson('Carme');
  key = await createSigningKey();
  const device = await createPerson('Carme', 'new phone');
  // Until she knows better she is named after her key.
  found = { ...device, member: toHex(key.publicKey) as MemberId };
  community = await TestCommunity.of(ana, [biel, carme]);
});
afterEach(closePhones);

/** What she asks; the changes are lies. */
async function requestOf(changes: Partial<WhoAmIRequest> = {}): Promise<WhoAmIRequest> {
  const claim = {
    key: toHex(key.publicKey),
    device: found.device,
    box: toHex(found.sealing.publicKey),
  };
  const statement = claimStatement({ community: community.id, ...claim });
  return {
    type: 'whoAmI',
    ...claim,
    sig: toHex(await key.sign(statement)),
    ...changes,
  };
}

const knowsHer: WhoIs = (asked) =>
  asked === toHex(key.publicKey) ? { member: carme.member, statements: [] } : null;

const openHost = (options: PhoneOptions = {}) =>
  openPhone(community, biel, { secret, whoIs: knowsHer, ...options });

async function openLost(changes: Partial<WhoAmIRequest> = {}) {
  const news: MeshNews[] = [];
  const secrets: Secret[] = [];
  const phone = await openPhone(community, found, {
    holds: [],
    admission: () => requestOf(changes),
    onsecret: (given) => secrets.push(given),
  });
  phone.mesh.subscribe((each) => news.push(each));
  return { ...phone, news, secrets };
}

const verdictOf = ([theirs]: Awaited<ReturnType<typeof join>>) =>
  theirs.ok || !('verdict' in theirs.error) ? theirs : theirs.error.verdict;

describe('[M12] whoever holds a member’s identity key is told who they are', () => {
  test('by the founding and the member’s certificates, and by nothing else', async () => {
    const host = await openHost();
    const lost = await openLost();
    const linked = await join(lost, host);

    expect(linked.map(({ ok }) => ok)).toEqual([false, false]);
    expect(verdictOf(linked)).toBe('Known');
    expect(lost.news).toContainEqual({
      type: 'refused',
      device: biel.device,
      verdict: 'Known',
    });
    expect(lost.replica.ledger.charter()?.name).toBe('Els Plataners');
    expect(lost.replica.ledger.isEverMember(carme.member)).toBe(true);
    expect(lost.replica.isCertified(carme.member, carme.device)).toBe(true);
    expect(lost.secrets).toEqual([]);
    expect([host, lost].flatMap(({ mesh }) => mesh.peers())).toEqual([]);
  });

  test('and by the statements that made it theirs', async () => {
    const didac = await createPerson('Didac');
    const log = community.ledgerOf(ana);
    await log.add(await community.admitContent(didac));
    const statement = log.entries.at(-1);
    assert(statement, 'Didac was admitted');
    const statements = [encodeTravelling(statement)];
    const host = await openHost({
      whoIs: () => ({ member: carme.member, statements }),
    });
    const lost = await openLost();
    await join(lost, host);
    // Any entry will do here: what it proves is the ledger's affair.
    expect(lost.replica.isCertified(didac.member, didac.device)).toBe(true);
  });

  test('a member who does not know the key yet may know it a moment later', async () => {
    let isKnown = false;
    const host = await openHost({
      whoIs: (asked) => (isKnown ? knowsHer(asked) : null),
    });
    const lost = await openLost();
    expect(verdictOf(await join(lost, host))).toBe('UnknownKey');
    expect(lost.replica.ledger.charter()).toBeNull();
    isKnown = true;
    expect(verdictOf(await join(lost, host))).toBe('Known');
  });

  test('then she enrols her phone herself, and shows that entry first of all', async () => {
    const host = await openHost();
    const lost = await openLost();
    await join(lost, host);
    lost.mesh.close();

    const herself = { ...found, member: carme.member };
    const again = await openPhone(community, herself, {
      holds: [],
      received: pageOf(welcomeOf(lost.replica, [carme])),
    });
    const enrolment = await again.writer.append(
      'ledger',
      await community.enrolContent(herself),
    );
    assert(enrolment.ok, 'she writes it as the first of her new log');
    expect(enrolment.value.seq).toBe(0);
    const receive = vi.spyOn(host.replica, 'receive');
    await join(again, host);
    const shown = receive.mock.calls.flatMap(([page]) => {
      if (!(page instanceof Uint8Array)) return page.evidence.map(toHex);
      const read = readPage(page);
      return read.ok ? read.value.evidence.map(toHex) : [];
    });
    expect(shown).toContain(toHex(encodeTravelling(enrolment.value)));
  });
});

describe('[M12] nobody else is', () => {
  test('by an app that was not told to', async () => {
    const host = await openPhone(community, biel, { secret });
    expect(verdictOf(await join(await openLost(), host))).toBe('UnknownKey');
  });

  test('without the key, or with words of another device', async () => {
    const whoIs = vi.fn<WhoIs>();
    const other = await createSigningKey();
    const stranger = toHex(other.publicKey);
    const lies: Partial<WhoAmIRequest>[] = [
      { sig: '00'.repeat(64) },
      { key: stranger },
      { device: ana.device },
      { box: stranger },
    ];
    for (const lie of lies) {
      const host = await openHost({ whoIs });
      expect(verdictOf(await join(await openLost(lie), host))).toBe('BadRequest');
    }
    // A true request, from a device that says at the door to be a member's.
    const host = await openHost({ whoIs });
    const bold = await openPhone(
      community,
      { ...found, member: ana.member },
      { holds: [], admission: () => requestOf() },
    );
    expect(verdictOf(await join(bold, host))).toBe('BadRequest');
    expect(whoIs).not.toHaveBeenCalled();
  });

  test('in a community where the words were said for another', async () => {
    const other = await TestCommunity.of(ana, [biel, carme], {
      name: 'Another street',
    });
    const host = await openPhone(other, biel, { secret, whoIs: knowsHer });
    const lost = await openPhone(other, found, {
      holds: [],
      admission: () => requestOf(),
    });
    expect(verdictOf(await join(lost, host))).toBe('BadRequest');
  });
});
