import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert, err, ok } from '@manyhands/base';
import type { Hex } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSigningKey } from '@manyhands/keys';
import type { SigningKey } from '@manyhands/keys';
import { inviteStatement } from '@manyhands/ledger';
import type { InviteRequest } from '@manyhands/ledger';
import { TestCommunity, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import type { Secret } from './messages.ts';
import { closePhones, join, openPhone } from './testing/phones.ts';
import type { MeshPhone, PhoneOptions } from './testing/phones.ts';
import type { MeshNews } from './types.ts';
import type { JoinRefused } from './verdict.ts';

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let community: TestCommunity;
let invite: SigningKey;
const secret: Secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };

beforeEach(async () => {
  ana = await createPerson('Ana');
  biel = await createPerson('Biel');
  carme = await createPerson('Carme');
  community = await TestCommunity.of(ana, [biel]);
  invite = await createSigningKey();
});
afterEach(closePhones);

/** What a newcomer with the invite says; the changes are lies. */
async function requestOf(
  person: CastMember,
  changes: Partial<InviteRequest> = {},
): Promise<InviteRequest> {
  const { member, device, box, certSig } = await community.admitContent(person);
  const statement = inviteStatement({ community: community.id, member, device });
  const proof: Hex = toHex(await invite.sign(statement));
  const invitePub = toHex(invite.publicKey);
  const request = { member, device, box, role: 0, certSig, invitePub, proof } as const;
  return { type: 'join', ...request, ...changes };
}

/** A member's phone that lets in whoever has the invite. */
async function openHost(person: CastMember, options: PhoneOptions = {}) {
  const asked: InviteRequest[] = [];
  const phone: MeshPhone = await openPhone(community, person, {
    secret,
    admit: async (request) => {
      assert(request.type === 'join', 'whoever comes here is new');
      asked.push(request);
      const { invitePub, proof, ...newcomer } = request;
      const entry = await phone.writer.append('ledger', {
        ...newcomer,
        type: 'member.admit',
        invite: { invitePub, proof },
      });
      assert(entry.ok, 'an admission can be written');
      return ok(undefined);
    },
    ...options,
  });
  return { ...phone, asked };
}

async function openNewcomer(person: CastMember, changes: Partial<InviteRequest> = {}) {
  const news: MeshNews[] = [];
  const secrets: Secret[] = [];
  const requests: Promise<InviteRequest>[] = [];
  const phone = await openPhone(community, person, {
    holds: [],
    admission: () => {
      requests.push(requestOf(person, changes));
      return requests.at(-1) ?? assertNever();
    },
    onsecret: (given) => secrets.push(given),
  });
  phone.mesh.subscribe((each) => news.push(each));
  return { ...phone, news, secrets, requests };
}

const verdictOf = ([hers]: Awaited<ReturnType<typeof join>>) =>
  hers.ok || !('verdict' in hers.error) ? hers : hers.error.verdict;

describe('[M12] an invite opens the lobby, and a member’s device lets the newcomer in', () => {
  test('who then holds charter, certificates, secret and all the rest', async () => {
    const host = await openHost(ana);
    const newcomer = await openNewcomer(carme);
    const [hers, theirs] = await join(host, newcomer);

    assert(hers.ok && theirs.ok, 'both sides link');
    expect(newcomer.replica.ledger.charter()?.name).toBe('Els Plataners');
    expect(newcomer.replica.ledger.isEverMember(carme.member)).toBe(true);
    await vi.waitFor(() => expect(newcomer.secrets).toEqual([secret]));
    await vi.waitFor(() =>
      expect(newcomer.replica.digest()).toBe(host.replica.digest()),
    );
  });

  test('and is admitted once, however many members stand in the lobby', async () => {
    const hosts = [await openHost(ana), await openHost(biel)];
    const newcomer = await openNewcomer(carme);
    await Promise.all(hosts.map((host) => join(newcomer, host)));
    expect(newcomer.mesh.peers()).toHaveLength(2);
    expect(hosts.flatMap(({ asked }) => asked)).toHaveLength(1);
    // Nor does the second member see the invite.
    expect(newcomer.requests).toHaveLength(1);
  });

  test('whom a member refuses may be let in by the next', async () => {
    const first = await openHost(ana, {
      admit: () => Promise.resolve(err({ type: 'InviteUnknown' })),
    });
    const second = await openHost(biel);
    const newcomer = await openNewcomer(carme);
    expect(verdictOf(await join(newcomer, first))).toBe('InviteUnknown');
    const [hers] = await join(newcomer, second);
    expect(hers.ok).toBe(true);
  });

  test('an invite that a member did not know yet may be known a moment later', async () => {
    let isKnown = false;
    const host = await openHost(ana, {
      admit: async (request) => {
        if (!isKnown || request.type !== 'join') return err({ type: 'InviteUnknown' });
        await host.writer.append('ledger', {
          ...request,
          type: 'member.admit',
          invite: request,
        });
        return ok(undefined);
      },
    });
    const newcomer = await openNewcomer(carme);
    expect(verdictOf(await join(newcomer, host))).toBe('InviteUnknown');
    isKnown = true;
    const [hers] = await join(newcomer, host);
    expect(hers.ok).toBe(true);
  });

  test('what the newcomer wrote while waiting is taken over', async () => {
    const host = await openHost(ana);
    const newcomer = await openNewcomer(carme);
    await newcomer.writer.append('board', {
      type: 'thanks',
      proposal: community.ledgerOf(ana).entries[0]?.id ?? assertNever(),
      text: 'for the ladder',
    });
    await join(host, newcomer);
    await vi.waitFor(() => {
      const logs = host.replica.vector().map(({ log }) => log);
      expect(
        logs.some(({ kind, device }) => kind === 'board' && device === carme.device),
      ).toBe(true);
    });
  });

  test('two members may be needed, and the first serves already', async () => {
    community = await TestCommunity.of(ana, [biel], { join: 2, circle: 2 });
    // Beyond its circle, the founder's word alone is not enough (decision 0011).
    const host = await openHost(ana);
    const newcomer = await openNewcomer(carme);
    const [hers] = await join(newcomer, host);
    expect(hers.ok).toBe(true);
    expect(newcomer.replica.ledger.isEverMember(carme.member)).toBe(false);
    await vi.waitFor(() =>
      expect(newcomer.replica.digest()).toBe(host.replica.digest()),
    );
    await vi.waitFor(() => expect(newcomer.secrets).toEqual([secret]));

    // It goes on asking, for another may be needed, and is served meanwhile.
    const [again] = await join(await openNewcomer(carme), host);
    expect(again.ok).toBe(true);
    expect(host.asked).toHaveLength(2);
  });
});

describe('[M12] who is not let in hears why', () => {
  const reasons: JoinRefused['type'][] = [
    'InviteUnknown',
    'InviteUsed',
    'InviteClosed',
  ];
  test.each(reasons)('%s', async (type) => {
    const host = await openHost(ana, { admit: () => Promise.resolve(err({ type })) });
    const newcomer = await openNewcomer(carme);
    const [hers] = await join(newcomer, host);
    expect(hers).toMatchObject({
      ok: false,
      error: { type: 'Refused', verdict: type },
    });
    expect(newcomer.news).toContainEqual({
      type: 'refused',
      device: ana.device,
      verdict: type,
    });
    expect(newcomer.secrets).toEqual([]);
    expect(newcomer.replica.ledger.charter()).toBeNull();
  });

  test('and the app is not even asked about a request that does not hold', async () => {
    const other = await createSigningKey();
    const zeros = '00'.repeat(64);
    const lies: Partial<InviteRequest>[] = [
      { proof: zeros },
      { certSig: zeros },
      { invitePub: toHex(other.publicKey) },
      { box: '11'.repeat(32) },
      { member: biel.member },
      { device: biel.device },
    ];
    for (const lie of lies) {
      const host = await openHost(ana);
      const newcomer = await openNewcomer(carme, lie);
      expect(verdictOf(await join(newcomer, host))).toBe('BadRequest');
      expect(host.asked).toEqual([]);
    }
  });

  test('nor about a request that a member overheard and says in their own name', async () => {
    const overheard = await requestOf(carme);
    const didac = await createPerson('Didac');
    const host = await openHost(ana);
    const thief = await openNewcomer(didac, overheard);
    expect(verdictOf(await join(thief, host))).toBe('BadRequest');
  });

  test('and a member’s name opens no door, whatever is asked under it', async () => {
    const didac = await createPerson('Didac');
    const thief = { ...didac, member: ana.member };
    const requests: (() => Promise<InviteRequest>)[] = [
      () => requestOf(thief),
      () => requestOf(didac),
      () => requestOf(ana),
    ];
    for (const admission of requests) {
      const host = await openHost(biel);
      const secrets: Secret[] = [];
      const phone = await openPhone(community, thief, {
        holds: [],
        admission,
        onsecret: (given) => secrets.push(given),
      });
      expect(verdictOf(await join(phone, host))).toBe('BadRequest');
      expect(host.mesh.peers()).toEqual([]);
      expect(secrets).toEqual([]);
    }
  });

  test('two newcomers have nothing to give each other', async () => {
    const didac = await createPerson('Didac');
    const linked = await join(await openNewcomer(carme), await openNewcomer(didac));
    expect(linked.map(({ ok }) => ok)).toEqual([false, false]);
  });
});

function assertNever(): never {
  throw new Error('Bug: the founding log is empty');
}
