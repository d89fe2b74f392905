import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { MinuteOfTime, Result } from '@manyhands/base';
import { TestCommunity, createCast } from '@manyhands/testing';
import { readConnectionCode, shortOf, writeConnectionCode } from './connectionCode.ts';
import type { ConnectionCode } from './connectionCode.ts';
import { PairingCodes } from './pairingCodes.ts';
import { MemoryConnections } from './testing/memoryConnections.ts';
import { closePhones, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

const [ana, biel, , didac] = await createCast();
const now = () => 29_000_000 as MinuteOfTime;

let community: TestCommunity;
let hers: MeshPhone;
let his: MeshPhone;
let connections: MemoryConnections;

beforeEach(async () => {
  community = await TestCommunity.of(ana, [biel]);
  const secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };
  hers = await openPhone(community, ana, { secret });
  his = await openPhone(community, biel, { secret });
  connections = new MemoryConnections();
});
afterEach(closePhones);

const pairingOf = ({ mesh }: MeshPhone) =>
  new PairingCodes({
    community: community.id,
    mesh,
    now,
    connector: connections.connector,
  });

function made<T>(result: Result<T, unknown>): T {
  assert(result.ok, 'it was made');
  return result.value;
}

const read = ({ text }: { text: string }): ConnectionCode =>
  made(readConnectionCode(text));

describe('[M7] two codes', () => {
  test('link two phones', async () => {
    const first = made(await pairingOf(hers).show());
    const second = made(await pairingOf(his).answer(read(first)));
    expect((await first.accept(read(second))).ok).toBe(true);
    expect(made(await first.linked).peer.device).toBe(biel.device);
    expect(made(await second.linked).peer.device).toBe(ana.device);
    expect(hers.mesh.peers()).toHaveLength(1);

    // Giving up afterwards ends nothing.
    first.cancel();
    second.cancel();
    expect(made(await first.linked).isOpen).toBe(true);
  });

  test('are not made where nothing can connect', async () => {
    const { mesh } = hers;
    const pairing = new PairingCodes({ community: community.id, mesh, now });
    const code = read(made(await pairingOf(his).show()));
    const refused = { ok: false, error: { type: 'Unreachable' } };
    expect(await pairing.show()).toEqual(refused);
    expect(await pairing.answer(code)).toEqual(refused);
  });

  test('say which is which, of what community, and when they were made', async () => {
    const first = read(made(await pairingOf(hers).show()));
    expect(first).toMatchObject({ community: shortOf(community.id), made: now() });
    expect(first.answers).toBeNull();
    const second = read(made(await pairingOf(his).answer(first)));
    expect(second.answers).not.toBeNull();
  });

  test('of which one answers another are told apart', async () => {
    const pairing = pairingOf(hers);
    const before = made(await pairing.show());
    const late = read(made(await pairingOf(his).answer(read(before))));
    before.cancel();
    const first = made(await pairing.show());
    expect(await first.accept(late)).toEqual({ ok: false, error: { type: 'Stale' } });
    const other = read(made(await pairing.show()));
    expect((await first.accept(other)).ok).toBe(false);
    // The right one is still taken.
    const second = made(await pairingOf(his).answer(read(first)));
    expect((await first.accept(read(second))).ok).toBe(true);
    expect((await first.linked).ok).toBe(true);
  });

  test('that were given up lead nowhere', async () => {
    const first = made(await pairingOf(hers).show());
    first.cancel();
    const failed = { ok: false, error: { type: 'NoConnection' } };
    expect(await first.linked).toEqual(failed);
  });

  test('let nobody in who is no member and has no invite', async () => {
    const stranger = await openPhone(community, didac);
    const first = made(await pairingOf(stranger).show());
    const second = made(await pairingOf(hers).answer(read(first)));
    await first.accept(read(second));
    const refused = await first.linked;
    assert(!refused.ok && 'verdict' in refused.error, 'refused');
    expect(refused.error.verdict).toBe('Stranger');
    expect(hers.mesh.peers()).toEqual([]);
  });

  test('of which one is no description are refused', async () => {
    const first = read(made(await pairingOf(hers).show()));
    const bent = { ...first, description: new Uint8Array(9) };
    const text = writeConnectionCode(bent);
    const answered = await pairingOf(his).answer(read({ text }));
    expect(answered.ok).toBe(false);
  });
});

test('[M7] text that is no code is refused', () => {
  for (const text of ['', 'AAAA', 'no code', 'hwFYIAwMDAwMDAwMDAwMDAwMDAwMDA']) {
    expect(readConnectionCode(text).ok).toBe(false);
  }
});
