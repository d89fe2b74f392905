import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert, err, ok } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSigningKey, signingKeyFromSeed } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import { encodeJoinRequest, inviteStatement, linkKeySeedOf } from '@manyhands/ledger';
import type { DeviceRequest } from '@manyhands/ledger';
import { TestCommunity, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { createPeerAuthorizer } from './peerAuthorizer.ts';
import type { Admit } from './peerAuthorizer.ts';
import type { Secret } from './messages.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import { closePhones, join, openPhone } from './testing/phones.ts';
import type { MeshPhone, PhoneOptions } from './testing/phones.ts';

/** Biel's phone shows a device link; his laptop has read it. */
let ana: CastMember;
let biel: CastMember;
let laptop: CastMember;
let community: TestCommunity;
let link: Signer;
const secret: Secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };

beforeEach(async () => {
  ana = await createPerson('Ana');
  biel = await createPerson('Biel');
  laptop = await createPerson('Biel', 'laptop');
  community = await TestCommunity.of(ana, [biel]);
  link = await signingKeyFromSeed(linkKeySeedOf({ seed: '5e'.repeat(16) }));
});
afterEach(closePhones);

/** What a device with the link says; the changes are lies. */
async function requestOf(
  person: CastMember,
  changes: Partial<DeviceRequest> = {},
): Promise<DeviceRequest> {
  const { member, device } = person;
  const statement = inviteStatement({ community: community.id, member, device });
  return {
    type: 'device',
    member,
    device,
    box: toHex(person.sealing.publicKey),
    linkPub: toHex(link.publicKey),
    proof: toHex(await link.sign(statement)),
    ...changes,
  };
}

interface Host extends MeshPhone {
  readonly admit: Admit;
  readonly asked: DeviceRequest[];
  /** Biel taps "Yes, add this phone". */
  sayYes(): Promise<void>;
}

/** Biel's phone. It answers at once, or when he has tapped. */
async function openOwner(
  options: PhoneOptions & { taps?: boolean } = {},
): Promise<Host> {
  const asked: DeviceRequest[] = [];
  let answer: (yes: Awaited<ReturnType<Admit>>) => void = () => undefined;
  const certify = async ({ device }: DeviceRequest) => {
    const enrol = await community.enrolContent({ ...laptop, device });
    const entry = await phone.writer.append('ledger', enrol);
    assert(entry.ok, 'a device can be added');
    return ok(undefined);
  };
  const admit: Admit = (request) => {
    assert(request.type === 'device', 'whoever comes here is Biel’s');
    asked.push(request);
    if (options.taps !== true) return certify(request);
    return new Promise((resolve) => (answer = resolve));
  };
  const phone: MeshPhone = await openPhone(community, biel, {
    secret,
    admit,
    ...options,
  });
  const sayYes = async () => {
    const [request] = asked;
    assert(request, 'somebody waits');
    answer(await certify(request));
  };
  return { ...phone, admit, asked, sayYes };
}

async function openLaptop(changes: Partial<DeviceRequest> = {}, person = laptop) {
  const secrets: Secret[] = [];
  const phone = await openPhone(community, person, {
    holds: [],
    admission: () => requestOf(person, changes),
    onsecret: (given) => secrets.push(given),
  });
  return { ...phone, secrets };
}

const verdictOf = ([theirs]: Awaited<ReturnType<typeof join>>) =>
  theirs.ok || !('verdict' in theirs.error) ? theirs : theirs.error.verdict;

describe('[M12] a further device of a member', () => {
  test('is let in when the device that shows the link says so, and gets all there is', async () => {
    const owner = await openOwner();
    const further = await openLaptop();
    const [theirs] = await join(further, owner);
    expect(theirs.ok).toBe(true);
    expect(owner.asked).toEqual([await requestOf(laptop)]);
    await vi.waitFor(() => expect(further.secrets).toEqual([secret]));
    await vi.waitFor(() =>
      expect(further.replica.digest()).toBe(owner.replica.digest()),
    );
    expect(further.replica.ledger.hasStanding(biel.member, laptop.device)).toBe(true);
  });

  test('is then known to everybody, and asks nobody any more', async () => {
    const owner = await openOwner();
    const further = await openLaptop();
    await join(further, owner);
    const asked = vi.fn<Admit>();
    const other = await openPhone(community, ana, { secret, admit: asked });
    const [theirs] = await join(further, other);
    expect(theirs.ok).toBe(true);
    expect(asked).not.toHaveBeenCalled();
  });

  test('also to a member who let nobody in, while it still shows its request', async () => {
    const owner = await openOwner();
    await join(await openLaptop(), owner);
    const forgetful = await openLaptop();
    const [theirs] = await join(forgetful, owner);
    expect(theirs.ok).toBe(true);
    expect(owner.asked).toHaveLength(1);
  });

  test('is sent on by members who know nothing of the link', async () => {
    const other = await openPhone(community, ana, {
      secret,
      admit: () => Promise.resolve(err({ type: 'InviteUnknown' })),
    });
    const further = await openLaptop();
    expect(verdictOf(await join(further, other))).toBe('InviteUnknown');
    const [theirs] = await join(further, await openOwner());
    expect(theirs.ok).toBe(true);
  });
});

describe('[M12] a person may need minutes to say yes', () => {
  test('meanwhile the device is busy, knocks again, and is asked about once', async () => {
    const timers = new ManualTimers();
    const owner = await openOwner({ taps: true });
    const knock = knockerAt(owner, timers);
    for (let times = 0; times < 3; times++) {
      const judged = knock(laptop);
      await vi.waitFor(() => expect(timers.waiting).toBe(1));
      timers.pass(19_999);
      expect(timers.waiting).toBe(1);
      timers.pass(1);
      expect((await judged).verdict).toBe('Busy');
    }
    await owner.sayYes();
    expect((await knock(laptop)).verdict).toBe('Welcome');
    expect(owner.asked).toHaveLength(1);
  });

  test('and who waits at the door when it comes is in', async () => {
    const owner = await openOwner({ taps: true });
    const further = await openLaptop();
    const knocking = join(further, owner);
    await vi.waitFor(() => expect(owner.asked).toHaveLength(1));
    await owner.sayYes();
    const [theirs] = await knocking;
    expect(theirs.ok).toBe(true);
  });

  test('a yes that wrote nothing lets nobody in', async () => {
    const owner = await openOwner({ admit: () => Promise.resolve(ok(undefined)) });
    const further = await openLaptop();
    expect(verdictOf(await join(further, owner))).toBe('Busy');
    expect(owner.mesh.peers()).toEqual([]);
    expect(further.secrets).toEqual([]);
  });

  test('at most sixteen wait for the app', async () => {
    const timers = new ManualTimers();
    const owner = await openOwner({ taps: true });
    const knock = knockerAt(owner, timers);
    const judged = [];
    for (let n = 0; n < 16; n++) {
      judged.push(knock(await createPerson('Biel', `device ${n}`)));
    }
    await vi.waitFor(() => expect(timers.waiting).toBe(16));
    expect((await knock(laptop)).verdict).toBe('Busy');
    timers.pass(20_000);
    const verdicts = (await Promise.all(judged)).map(({ verdict }) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(['Busy']));
    expect(owner.asked).toHaveLength(16);
  });
});

test('[M12] a device without the link, or in another’s name, is not even asked about', async () => {
  const other = await createSigningKey();
  const lies: Partial<DeviceRequest>[] = [
    { proof: '00'.repeat(64) },
    { linkPub: toHex(other.publicKey) },
    { member: ana.member },
    { device: ana.device },
  ];
  for (const lie of lies) {
    const owner = await openOwner();
    const further = await openLaptop(lie);
    expect(verdictOf(await join(further, owner))).toBe('BadRequest');
    expect(owner.asked).toEqual([]);
  }
  // A true request, from a device that says in its proof to be somebody else's.
  const host = await openOwner();
  const request = await requestOf(laptop);
  const doubtful = await openLaptop(request, { ...laptop, member: ana.member });
  expect(verdictOf(await join(doubtful, host))).toBe('BadRequest');
  expect(host.asked).toEqual([]);
  // Overheard, and said by somebody else.
  const thief = { ...(await createPerson('Didac')), member: biel.member };
  const owner = await openOwner();
  expect(verdictOf(await join(await openLaptop(request, thief), owner))).toBe(
    'BadRequest',
  );
});

/** What the owner's phone answers, alone, by a clock of its own: no line has to be kept alive. */
function knockerAt({ replica, person, admit }: Host, timers: ManualTimers) {
  const authorizer = createPeerAuthorizer({
    oncharter: () => undefined,
    hasSecret: () => true,
    replica,
    self: { member: person.member, device: person.signing },
    admission: null,
    admit,
    whoIs: () => null,
    mayRead: () => false,
    isBanned: () => false,
    isRemoved: () => false,
    timers,
  });
  return async (caller: CastMember) => {
    const { member, device } = caller;
    const request = await requestOf(caller);
    const admission = encodeJoinRequest(request);
    const signature = new Uint8Array(64); // checked before the app is asked
    return authorizer.judge(
      { member, device },
      { signature, member, evidence: [], admission },
    );
  };
}
