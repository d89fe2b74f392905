import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { concat, toHex, utf8Bytes } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import { TestCommunity, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { channelPair } from './channel.ts';
import type { Channel } from './channel.ts';
import type { HandshakeRefused } from './handshake.ts';
import { closePhones, join, link, openPhone } from './testing/phones.ts';
import type { Linked, MeshPhone } from './testing/phones.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import { linkStatement } from './transcript.ts';

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let community: TestCommunity;

beforeEach(async () => {
  ana = await createPerson('Ana');
  biel = await createPerson('Biel');
  carme = await createPerson('Carme');
  community = await TestCommunity.of(ana, [biel]);
});
afterEach(closePhones);

/** Members have been given it: who has not hears the other first. */
const given = { secret: { epoch: 0, secret: new Uint8Array(32).fill(7) } };
const open = (person: CastMember) => openPhone(community, person, given);
const fingerprint = (of: string) => sha256(utf8Bytes(of));

/** Two channels with somebody between them, who passes on what `change` makes of it. */
function between(
  one: { ours: string; theirs: string },
  other: { ours: string; theirs: string },
  change: (frame: Uint8Array) => Uint8Array = (frame) => frame,
): [Channel, Channel] {
  const bound = ({ ours, theirs }: typeof one) =>
    channelPair({ ours: fingerprint(ours), theirs: fingerprint(theirs) });
  const [here, toHere] = bound(one);
  const [there, toThere] = bound(other);
  toHere.onframe = (frame) => toThere.send(change(frame));
  toThere.onframe = (frame) => toHere.send(change(frame));
  toHere.onclose = () => toThere.close();
  toThere.onclose = () => toHere.close();
  return [here, there];
}

const refusals = (linked: Linked) => linked.map(refusalOf);

const refusalOf = (result: Result<unknown, HandshakeRefused>) =>
  result.ok
    ? 'linked'
    : 'verdict' in result.error
      ? result.error.verdict
      : result.error.type;

test('[M2] the transcript, byte for byte', () => {
  const side = (n: number) => ({
    nonce: new Uint8Array(32).fill(n),
    device: toHex(new Uint8Array(32).fill(n + 1)) as CastMember['device'],
    fingerprint: new Uint8Array(32).fill(n + 2),
  });
  const statement = linkStatement('answerer', {
    community: toHex(new Uint8Array(32).fill(9)) as TestCommunity['id'],
    dialler: side(10),
    answerer: side(20),
  });
  const b32 = (n: number) => new Uint8Array(32).fill(n);
  expect(statement).toEqual(
    concat(
      utf8Bytes('manyhands/v1/link\0'),
      Uint8Array.of(1),
      ...[9, 10, 20, 11, 21, 12, 22].map(b32),
    ),
  );
});

describe('[M2] who proves a member’s device has a link', () => {
  test('two members, each knowing whom it speaks with', async () => {
    const [toBiel, toAna] = await link(await open(ana), await open(biel));
    expect(toBiel.peer).toEqual({ member: biel.member, device: biel.device });
    expect(toAna.peer).toEqual({ member: ana.member, device: ana.device });
  });

  test('through somebody who only passes frames on between the true certificates', async () => {
    const channels = between(
      { ours: 'Ana', theirs: 'Biel' },
      { ours: 'Biel', theirs: 'Ana' },
    );
    expect(refusals(await join(await open(ana), await open(biel), channels))).toEqual([
      'linked',
      'linked',
    ]);
  });

  test('members admitted in two partitions, by the certificates they show', async () => {
    const apart = await TestCommunity.of(ana, [biel]);
    const hers = await openPhone(apart, ana, given);
    const his = await openPhone(apart, biel, given);
    const didac = await createPerson('Didac');
    const left = await openPhone(apart, carme, { holds: [apart.ledgerOf(ana)] });
    const right = await openPhone(apart, didac, { holds: [apart.ledgerOf(ana)] });
    const admitted = async (by: MeshPhone, who: CastMember, phone: MeshPhone) => {
      const content = await apart.admitContent(who);
      const entry = await by.writer.append('ledger', content);
      assert(entry.ok, 'admitted');
      await link(by, phone);
      await vi.waitFor(() => {
        expect(phone.replica.ledger.isEverMember(who.member)).toBe(true);
      });
    };
    // Newcomers need a lobby otherwise; here both ends know each other's keys already.
    await expect(admitted(hers, carme, left)).resolves.toBeUndefined();
    await expect(admitted(his, didac, right)).resolves.toBeUndefined();

    expect(left.replica.ledger.isEverMember(didac.member)).toBe(false);
    expect(refusals(await join(left, right))).toEqual(['linked', 'linked']);
  });
});

describe('[M2] anybody else has none', () => {
  test('a relay in the middle, with a certificate of its own on each side', async () => {
    const channels = between(
      { ours: 'Ana', theirs: 'Mallory' },
      { ours: 'Biel', theirs: 'Mallory' },
    );
    const linked = await join(await open(ana), await open(biel), channels);
    expect(refusals(linked)).toEqual(['BadProof', 'BadProof']);
  });

  test('a relay in the middle, with one certificate on both sides', async () => {
    const channels = between(
      { ours: 'Mallory', theirs: 'Mallory' },
      { ours: 'Biel', theirs: 'Mallory' },
    );
    const linked = await join(await open(ana), await open(biel), channels);
    expect(refusals(linked)).toEqual(['BadProof', 'BadProof']);
  });

  test('a member of another community with the same people', async () => {
    const other = await TestCommunity.of(ana, [biel], { name: 'Another street' });
    const linked = await join(await open(ana), await openPhone(other, biel));
    expect(refusals(linked)).toEqual(['BadProof', 'BadProof']);
  });

  test('somebody who names a member’s device and signs with another key', async () => {
    const device: Signer = {
      publicKey: biel.signing.publicKey,
      sign: (message) => carme.signing.sign(message),
    };
    const mallory = await openPhone(community, biel, {
      self: { member: biel.member, device },
    });
    const [hers] = await join(await open(ana), mallory);
    expect(refusalOf(hers)).toBe('BadProof');
  });

  test('a device that names another member than its own', async () => {
    const mallory = await openPhone(community, carme, {
      self: { member: ana.member, device: carme.signing },
    });
    const [hers] = await join(await open(ana), mallory);
    expect(refusalOf(hers)).toBe('Stranger');
  });

  test('a stranger, who gets nothing of the community', async () => {
    const heard: Uint8Array[] = [];
    const channels = between(
      { ours: 'Ana', theirs: 'Carme' },
      { ours: 'Carme', theirs: 'Ana' },
      (frame) => {
        heard.push(frame);
        return frame;
      },
    );
    const [hers, theirs] = await join(
      await open(ana),
      await openPhone(community, carme),
      channels,
    );
    expect([refusalOf(hers), refusalOf(theirs)]).toEqual(['Stranger', 'Stranger']);
    const said = toHex(concat(...heard));
    for (const entry of community.ledgerOf(ana).entries) {
      expect(said).not.toContain(toHex(entry.stored));
    }
    expect(said).not.toContain(toHex(utf8Bytes('Els Plataners')));
  });

  test('whoever says again what a member said on another day', async () => {
    const frames: Uint8Array[] = [];
    const [one, other] = between(
      { ours: 'Ana', theirs: 'Biel' },
      { ours: 'Biel', theirs: 'Ana' },
    );
    const [hers, his] = [await open(ana), await open(biel)];
    const send = other.send.bind(other);
    other.send = (frame) => {
      frames.push(frame.slice());
      send(frame);
    };
    await join(hers, his, [one, other]);
    closePhones();

    const [here, there] = channelPair({
      ours: fingerprint('Ana'),
      theirs: fingerprint('Biel'),
    });
    const again = await open(ana);
    const linked = again.mesh.connectChannel(here, 'dialler');
    for (const frame of frames) there.send(frame);
    expect(refusalOf(await linked)).toBe('BadProof');
  });

  test('a mirror', async () => {
    const [here, there] = channelPair();
    there.onframe = (frame) => there.send(frame);
    const linked = await (await open(ana)).mesh.connectChannel(here, 'dialler');
    expect(refusalOf(linked)).toBe('Oneself');
  });

  test('a mirror that names somebody else in the first message', async () => {
    const [here, there] = channelPair();
    let count = 0;
    there.onframe = (frame) => {
      // hello = [1, nonce, device]: the device is the last 32 bytes.
      if (count++ === 0) frame.set(biel.signing.publicKey, frame.length - 32);
      there.send(frame);
    };
    const linked = await (await open(ana)).mesh.connectChannel(here, 'dialler');
    expect(refusalOf(linked)).toBe('BadProof');
  });

  test('another version of the handshake', async () => {
    const [here, there] = channelPair();
    there.onframe = (frame) => {
      frame[2] = 2; // frame kind, array head, version
      there.send(frame);
    };
    const linked = await (await open(ana)).mesh.connectChannel(here, 'dialler');
    expect(linked).toMatchObject({ error: { type: 'OtherVersion', version: 2 } });
  });
});

describe('[M2] refused keys are remembered', () => {
  test('until membership changes', async () => {
    const hers = await open(ana);
    const theirs = await openPhone(community, carme);
    const first = await join(hers, theirs);
    expect(refusalOf(first[0])).toBe('Stranger');
    const [again] = await join(hers, theirs);
    expect(refusalOf(again)).toBe('Banned');

    const entry = await hers.writer.append(
      'ledger',
      await community.admitContent(carme),
    );
    assert(entry.ok, 'admitted');
    const [now] = await join(hers, theirs);
    expect(refusalOf(now)).not.toBe('Banned');
  });
});

test('[M2] whoever only used a member’s name does not get the member banned', async () => {
  const [hers, his] = [await open(ana), await open(biel)];
  const channels = between(
    { ours: 'Ana', theirs: 'Mallory' },
    { ours: 'Biel', theirs: 'Mallory' },
  );
  expect(refusals(await join(hers, his, channels))).toEqual(['BadProof', 'BadProof']);
  expect(refusals(await join(hers, his))).toEqual(['linked', 'linked']);
});

describe('[M2] nobody is waited for without end', () => {
  test('who says nothing', async () => {
    const timers = new ManualTimers();
    const [here] = channelPair();
    const hers = await openPhone(community, ana, { timers });
    const linked = hers.mesh.connectChannel(here, 'dialler');
    timers.pass(10_000);
    const refused = refusalOf(await linked);
    // The heartbeat is quicker than the handshake's own patience.
    expect(['Gone', 'TooSlow']).toContain(refused);
    expect(here.isOpen).toBe(false);
  });

  test('who answers pings and nothing else', async () => {
    const timers = new ManualTimers();
    const [here, there] = channelPair();
    const hers = await openPhone(community, ana, { timers });
    there.onframe = (frame) => {
      if (frame[0] === 3) there.send(Uint8Array.of(4));
    };
    const linked = hers.mesh.connectChannel(here, 'dialler');
    for (let second = 0; second < 12; second++) {
      timers.pass(1_000);
      // A turn for the ping, and one for its answer.
      for (let n = 0; n < 2; n++) await new Promise((resolve) => setTimeout(resolve));
    }
    expect(refusalOf(await linked)).toBe('TooSlow');
  });

  test('who hangs up half-way', async () => {
    const [here, there] = channelPair();
    const linked = (await open(ana)).mesh.connectChannel(here, 'dialler');
    there.onframe = () => there.close();
    expect(refusalOf(await linked)).toBe('Gone');
  });
});
