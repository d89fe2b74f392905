import { assert, beforeEach, expect, test } from 'vitest';
import type { Day, EntryId, Minutes } from '@manyhands/base';
import { TestCommunity, createCast } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { villageSecret, silentPhone } from '../testing/silentPhone.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { recordHelp, sayNo, sayYes } from './acts.ts';
import { openMessage } from './message.ts';
import { messageAbout } from './messageAbout.ts';
import { takeIn } from './takeIn.ts';

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let phones: { ana: SilentPhone; biel: SilentPhone; carme: SilentPhone };

beforeEach(async () => {
  const cast = await createCast();
  [ana, biel, carme] = cast;
  // Didac founds: what a founder wrote before must be in a journal, and his is not here.
  const community = await TestCommunity.of(cast[3], [ana, biel, carme]);
  phones = {
    ana: await silentPhone(ana, community),
    biel: await silentPhone(biel, community),
    carme: await silentPhone(carme, community),
  };
});

async function ask(from: SilentPhone, to: CastMember): Promise<EntryId> {
  const asked = await recordHelp(from.place, {
    with: to.member,
    iHelped: true,
    minutes: 90 as Minutes,
    day: 20_139 as Day,
    category: 3,
    text: 'The roof, at last.',
    instead: null,
  });
  assert(asked.ok);
  return asked.value;
}

/** Sends what `from` last said about the hour, as text, and lets `to` open it. */
async function send(
  from: SilentPhone,
  to: SilentPhone,
  proposal: EntryId,
  party: CastMember,
) {
  const transfer = from.place.replica.ledger.transfer(proposal, party.member);
  assert(transfer);
  const text = await messageAbout(from.place, transfer);
  assert(text.ok);
  const opened = await openMessage(text.value, [
    { community: to.place.membership.community, secret: villageSecret.secret },
  ]);
  assert(opened.ok);
  return { opened: await takeIn(to.place, opened.value.page), text: text.value };
}

const balance = (phone: SilentPhone, of: CastMember) =>
  phone.place.replica.ledger.balanceOf(of.member);

test('an hour is asked, answered and counted on both phones by two messages alone', async () => {
  const proposal = await ask(phones.ana, biel);
  const { opened, text } = await send(phones.ana, phones.biel, proposal, biel);
  expect(opened).toMatchObject({ ok: true, value: { proposal, party: biel.member } });
  // A link that a messenger will carry whole.
  expect(text.length).toBeLessThan(2_000);

  assert((await sayYes(phones.biel.place, proposal)).ok);
  expect(balance(phones.biel, biel)).toBe(-90);
  await send(phones.biel, phones.ana, proposal, biel);
  expect([balance(phones.ana, ana), balance(phones.ana, biel)]).toEqual([90, -90]);
});

test('the note travels with what was asked, and only its two people can open it', async () => {
  const proposal = await ask(phones.ana, biel);
  await send(phones.ana, phones.biel, proposal, biel);
  const { ledger, board } = phones.biel.place.replica;
  const note = ledger.transfer(proposal, biel.member)?.note;
  assert(note);
  expect(board.sealedIn(note)).toHaveLength(1);
});

test('a message opened twice leads to the same card and changes nothing', async () => {
  const proposal = await ask(phones.ana, biel);
  await send(phones.ana, phones.biel, proposal, biel);
  assert((await sayYes(phones.biel.place, proposal)).ok);
  const before = phones.biel.place.replica.ledger.stateHash();
  const again = await send(phones.ana, phones.biel, proposal, biel);
  expect(again.opened).toMatchObject({ ok: true, value: { proposal } });
  expect(phones.biel.place.replica.ledger.stateHash()).toBe(before);
});

test('a message for somebody else is said to be that, and moves nobody’s hours', async () => {
  const proposal = await ask(phones.ana, biel);
  const { opened } = await send(phones.ana, phones.carme, proposal, biel);
  expect(opened).toEqual({ ok: false, error: { type: 'NotForYou' } });
  expect((await sayYes(phones.carme.place, proposal)).ok).toBe(false);
  expect(balance(phones.carme, ana)).toBe(0);
});

test('a no travels as well as a yes', async () => {
  const proposal = await ask(phones.ana, biel);
  await send(phones.ana, phones.biel, proposal, biel);
  assert((await sayNo(phones.biel.place, proposal)).ok);
  await send(phones.biel, phones.ana, proposal, biel);
  const transfer = phones.ana.place.replica.ledger.transfer(proposal, biel.member);
  expect(transfer?.status).toBe('declined');
});

test('when the chain comes later by another way, the hour still counts once', async () => {
  // Something before it that the message does not bring: so it comes without its chain.
  await ask(phones.ana, carme);
  const proposal = await ask(phones.ana, biel);
  await send(phones.ana, phones.biel, proposal, biel);
  assert((await sayYes(phones.biel.place, proposal)).ok);
  expect(balance(phones.biel, ana)).toBe(90);
  expect([...phones.biel.place.replica.detached()]).toHaveLength(2);
  const { replica } = phones.ana.place;
  const { page } = replica.page(phones.biel.place.replica.lacks(replica.wireVector()));
  assert(page);
  await phones.biel.place.replica.receive(page, { type: 'device', device: ana.device });
  expect(balance(phones.biel, ana)).toBe(90);
  expect([...phones.biel.place.replica.detached()]).toEqual([]);
});
