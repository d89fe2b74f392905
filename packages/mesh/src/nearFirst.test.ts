/** [replica/B10] What concerns oneself comes first: home is right long before all the rest is here. */
import { afterEach, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { createCast, createPerson } from '@manyhands/testing';
import { longRecord, theyMet } from './testing/longRecord.ts';
import { closePhones, join, link, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

afterEach(closePhones);

const [ana, biel, carme, didac] = await createCast();

const lengthOf = ({ replica }: MeshPhone): number =>
  replica.wireVector().reduce((sum, { length }) => sum + length, 0);

async function village() {
  const community = await longRecord([ana, biel], 1_500, [carme, didac]);
  // Didac has hours with Carme alone; the others have many with one another.
  for (let i = 0; i < 40; i++) await theyMet(community, ana, biel, 30);
  await theyMet(community, carme, didac, 90);
  await theyMet(community, carme, didac, 45);
  return community;
}

/** A dozen with boards that are shorter than what Didac has with Carme. */
async function crowd() {
  const others = await Promise.all(
    Array.from({ length: 12 }, (_, n) => createPerson('Biel', String(n))),
  );
  const community = await longRecord([ana, ...others], 100, [carme, didac]);
  for (let i = 0; i < 60; i++) {
    await theyMet(community, carme, didac, 30);
    await theyMet(community, didac, carme, 15);
  }
  return community;
}

test('[replica/B10] after the first pages a newcomer’s balance is right, and their hours are there', async () => {
  const community = await crowd();
  const giver = await openPhone(community, ana);
  const all = lengthOf(giver);
  // Nothing but the founding, and what Ana wrote about him.
  const phone = await openPhone(community, didac, { holds: [community.ledgerOf(ana)] });
  const begin = lengthOf(phone);
  const whole = giver.replica.ledger.balanceOf(didac.member);
  expect(whole).toBe(-900);
  const seen: { balance: number; hours: number; have: number }[] = [];
  phone.mesh.subscribe((news) => {
    if (news.type !== 'progress' || !news.progress) return;
    const { ledger } = phone.replica;
    seen.push({
      balance: ledger.balanceOf(didac.member),
      hours: ledger.transfersOf(didac.member).length,
      have: news.progress.have,
    });
  });
  await link(giver, phone);
  await vi.waitFor(() => expect(phone.replica.digest()).toBe(giver.replica.digest()), {
    interval: 10,
  });
  const first = seen.find(({ have }) => have > begin);
  assert(first, 'progress was told');
  expect(first.have).toBeLessThan(0.6 * all);
  expect(first).toMatchObject({ balance: whole, hours: 120 });
});

test('[M4] on a line that costs this much comes unasked, and the rest after a word', async () => {
  const community = await village();
  const giver = await openPhone(community, ana);
  const phone = await openPhone(community, didac, {
    holds: [community.ledgerOf(ana)],
    pull: 'asking',
  });
  const [, there] = await join(giver, phone);
  assert(there.ok, 'they link');
  await vi.waitFor(() => expect(phone.mesh.pull.heldBack).not.toBeNull());
  await vi.waitFor(() => expect(phone.mesh.progress()).toBeNull());
  const { ledger } = phone.replica;
  expect(ledger.balanceOf(didac.member)).toBe(-135);
  const before = phone.replica.digest();
  expect(before).not.toBe(giver.replica.digest());

  // What is new goes out and comes in all the same.
  const written = await giver.writer.append('ledger', {
    type: 'member.vouch',
    member: didac.member,
  });
  assert(written.ok, 'Ana writes');
  await vi.waitFor(() => expect(phone.replica.entry(written.value.id)).not.toBeNull());
  const held = phone.mesh.pull.heldBack;
  assert(held, 'it still waits');
  const received = there.value.messageBytesReceived;
  // One page and what was under way behind it.
  expect(received).toBeLessThan(600_000);

  phone.mesh.pull.setMode('free');
  await vi.waitFor(() => expect(phone.replica.digest()).toBe(giver.replica.digest()), {
    interval: 10,
  });
  // About as much as was said: it is an estimate, of the entries alone.
  const fetched = there.value.messageBytesReceived - received;
  expect(Math.abs(fetched - held.bytes)).toBeLessThan(0.2 * held.bytes);
  expect(phone.mesh.pull.heldBack).toBeNull();
});
