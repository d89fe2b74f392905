import { assert, beforeEach, describe, expect, test } from 'vitest';
import type { Day, EntryId, Minutes } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import { pageOf, startDuties } from '@manyhands/replica';
import { TestCommunity, createCast, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { villageSecret, silentPhone } from '../testing/silentPhone.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { showMyself } from '../people/profile.ts';
import { recordHelp, sayYes } from './acts.ts';
import { codeText, linkAtMost, messageAtMost, readCode } from './codeForm.ts';
import { codesAbout, myCard } from './shownCodes.ts';
import type { ShownCodes } from './shownCodes.ts';
import { openMessage } from './message.ts';
import { takeIn } from './takeIn.ts';

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let didac: CastMember;
/** One more, who was there before the two. */
let third: CastMember;
let phones: { ana: SilentPhone; biel: SilentPhone; third: SilentPhone };

/**
 * Didac founds, and lets Carme in. Then each of the two lets one more in, and neither
 * hears of the other's: Ana (by Didac) and Biel (by Carme) have never heard of each other.
 *
 *     Didac ──▶ Carme ──▶ Biel
 *       ├─────▶ a third
 *       └─────▶ Ana
 */
beforeEach(async () => {
  [ana, biel, carme, didac] = await createCast();
  third = await createPerson('A third');
  const community = await TestCommunity.of(didac, [carme, third]);
  await community.ledgerOf(carme).add(await community.admitContent(biel));
  const runs = community.runs();
  const founding = community.ledgerOf(didac);
  await founding.add(await community.admitContent(ana));
  phones = {
    ana: await silentPhone(ana, community, { runs: [founding.run()] }),
    biel: await silentPhone(biel, community, { runs }),
    third: await silentPhone(third, community, { runs }),
  };
  for (const person of [ana, biel]) {
    const phone = person === ana ? phones.ana : phones.biel;
    assert((await showMyself(phone.place, { name: person.name, skills: [] })).ok);
    // Something earlier, which no code brings: so what they bring comes without its chain.
    await ask(phone, third);
  }
});

/** Holds every code of `shown` before the camera of `to`, in order. */
async function scan(to: SilentPhone, shown: ShownCodes) {
  const { community } = to.place.membership;
  let card: Awaited<ReturnType<typeof takeIn>> | undefined;
  for (const text of shown.codes) {
    const code = codeText(text, `https://manyhands.example/#m/${text}`);
    const read = readCode(code) ?? text;
    const opened = await openMessage(read, [
      { community, secret: villageSecret.secret },
    ]);
    assert(opened.ok);
    card = await takeIn(to.place, opened.value.page);
  }
  assert(card);
  return card;
}

const cardOf = async (phone: SilentPhone): Promise<ShownCodes> => {
  const card = await myCard(phone.place);
  assert(card.ok);
  return card.value;
};

async function ask(from: SilentPhone, to: CastMember, text = ''): Promise<EntryId> {
  const asked = await recordHelp(from.place, {
    with: to.member,
    iHelped: true,
    minutes: 90 as Minutes,
    day: 20_139 as Day,
    category: null,
    text,
    instead: null,
  });
  assert(asked.ok);
  return asked.value;
}

async function show(
  from: SilentPhone,
  proposal: EntryId,
  party: CastMember,
): Promise<ShownCodes> {
  const transfer = from.place.replica.ledger.transfer(proposal, party.member);
  assert(transfer);
  const shown = await codesAbout(from.place, transfer);
  assert(shown.ok);
  return shown.value;
}

const balances = ({ place: { replica } }: SilentPhone) => [
  replica.ledger.balanceOf(ana.member),
  replica.ledger.balanceOf(biel.member),
];

/** Ana reads Biel's card, asks him by a code, and reads his yes from his. */
async function meet(): Promise<EntryId> {
  await scan(phones.ana, await cardOf(phones.biel));
  const proposal = await ask(phones.ana, biel, 'The roof, at last.');
  const asked = await scan(phones.biel, await show(phones.ana, proposal, biel));
  expect(asked).toMatchObject({ value: { about: 'hour', from: ana.member } });
  assert((await sayYes(phones.biel.place, proposal)).ok);
  const answered = await scan(phones.ana, await show(phones.biel, proposal, biel));
  expect(answered).toMatchObject({ value: { about: 'hour', from: biel.member } });
  return proposal;
}

describe('[mesh/M8] two who have never heard of each other', () => {
  test('each is nobody to the other before, and a name after their card', async () => {
    const { replica } = phones.ana.place;
    expect(replica.ledger.isEverMember(biel.member)).toBe(false);
    const card = await scan(phones.ana, await cardOf(phones.biel));
    expect(card).toMatchObject({ value: { about: 'person', member: biel.member } });
    expect(replica.ledger.isEverMember(biel.member)).toBe(true);
    expect(replica.board.profileOf(biel.member)?.name).toBe(biel.name);
  });

  test('record and confirm an hour by codes alone: it is there on both', async () => {
    const proposal = await meet();
    for (const phone of [phones.ana, phones.biel]) {
      expect(balances(phone)).toEqual([90, -90]);
      const { ledger } = phone.place.replica;
      expect(ledger.transfer(proposal, biel.member)?.status).toBe('exists');
    }
  });

  test('whoever is asked reads the name of who asks', async () => {
    await meet();
    const { board } = phones.biel.place.replica;
    expect(board.profileOf(ana.member)?.name).toBe('Ana');
  });

  test('without its membership in it, an hour of a stranger is not understood', async () => {
    await scan(phones.ana, await cardOf(phones.biel));
    const proposal = await ask(phones.ana, biel);
    const entry = phones.ana.place.replica.entry(proposal);
    assert(entry);
    const bare = pageOf([encodeTravelling(entry)]);
    expect(await takeIn(phones.biel.place, bare)).toMatchObject({
      error: { type: 'Unknown' },
    });
  });

  test('my own code is told apart, and twice the same changes nothing', async () => {
    const card = await cardOf(phones.biel);
    expect(await scan(phones.biel, card)).toMatchObject({ value: { isOwn: true } });
    await scan(phones.ana, card);
    const before = phones.ana.place.replica.ledger.stateHash();
    expect(await scan(phones.ana, card)).toMatchObject({ value: { isOwn: false } });
    expect(phones.ana.place.replica.ledger.stateHash()).toBe(before);
  });
});

describe('[mesh/M8] the hour reaches everybody', () => {
  const everything = (from: SilentPhone, to: SilentPhone) => {
    const { replica } = from.place;
    const { page } = replica.page(to.place.replica.lacks(replica.wireVector()));
    return page && to.place.replica.receive(page, { type: 'message' });
  };

  async function carries(phone: SilentPhone): Promise<void> {
    const { replica, writer } = phone.place;
    const duties = startDuties({
      replica,
      writer,
      clock: () => 0,
      isQuiet: () => true,
      random: () => 0,
    });
    await duties.rest();
    duties.close();
  }

  test.each(['ana', 'biel'] as const)('when %s alone ever comes back', async (name) => {
    await meet();
    const back = phones[name];
    const before = phones.third.place.replica.ledger.stateHash();
    await everything(phones.third, back);
    await everything(back, phones.third);
    await carries(back);
    await everything(back, phones.third);
    expect(phones.third.place.replica.ledger.stateHash()).not.toBe(before);
    expect(balances(phones.third)).toEqual([90, -90]);
    // What is known from the other's half alone is known to all in the same way.
    expect(phones.third.place.replica.ledger.stateHash()).toBe(
      back.place.replica.ledger.stateHash(),
    );
  });

  test('when both come back, whoever is first: once, and alike everywhere', async () => {
    await meet();
    const { third: other, biel: first, ana: second } = phones;
    for (const phone of [first, second, first, second]) {
      await everything(phone, other);
      await everything(other, phone);
      await carries(phone);
      await everything(phone, other);
    }
    await everything(other, first);
    const hashes = [first, second, other].map((phone) =>
      phone.place.replica.ledger.stateHash(),
    );
    expect(new Set(hashes).size).toBe(1);
    expect(balances(other)).toEqual([90, -90]);
  });
});

describe('[mesh/M8] what a code holds', () => {
  test('an hour between two who share whoever let them in needs no more than one step', async () => {
    const community = await TestCommunity.of(didac, [carme]);
    const inner = community.ledgerOf(carme);
    await inner.add(await community.admitContent(ana));
    await inner.add(await community.admitContent(biel));
    const phone = await silentPhone(ana, community);
    const proposal = await ask(phone, biel);
    const shown = await show(phone, proposal, biel);
    // Of the path Didac, Carme, Ana only the last: Biel was shown Carme's when he came.
    expect(shown.codes).toHaveLength(1);
    expect((shown.codes[0] ?? '').length).toBeLessThan(960);
  });

  test('a link while any camera reads it, closer when it is long, and back', () => {
    const link = (text: string) => `https://manyhands.example/#m/${text}`;
    const short = 'aB3_'.repeat(200);
    expect(codeText(short, link(short))).toBe(link(short));
    expect(readCode(link(short))).toBeNull();
    const long = 'aB3_'.repeat(400);
    expect(link(long).length).toBeGreaterThan(linkAtMost);
    expect(codeText(long, link(long))).toMatch(/^MANYHANDS M\/[0-9A-Z $%*+\-./:]+$/);
    expect(readCode(codeText(long, link(long)))).toBe(long);
    expect(readCode('MANYHANDS M/::::')).toBe('');
    expect(readCode('')).toBeNull();
  });

  test('a long chain of members takes several codes, each of them readable', async () => {
    const { people, community } = await chainOf(7);
    const last = people.at(-1);
    assert(last);
    const phone = await silentPhone(last, community);
    assert((await showMyself(phone.place, { name: last.name, skills: [] })).ok);
    const card = await cardOf(phone);
    expect(card.codes.length).toBe(3);
    for (const code of card.codes) {
      expect((code.length * 3) / 4).toBeLessThanOrEqual(messageAtMost);
    }
    const founding = community.ledgerOf(people[0] as CastMember);
    const stranger = await silentPhone(third, community, { runs: [founding.run()] });
    const { ledger } = stranger.place.replica;
    expect(ledger.isEverMember(last.member)).toBe(false);
    const [first] = card.codes;
    assert(first);
    expect(await scan(stranger, { codes: [first], text: '' })).toMatchObject({
      value: { about: 'part' },
    });
    expect(await scan(stranger, card)).toMatchObject({ value: { about: 'person' } });
    expect(ledger.isEverMember(last.member)).toBe(true);
  });
});

/** A founder, who let in one, who let in the next, and so on. */
async function chainOf(steps: number) {
  const people: CastMember[] = [];
  while (people.length <= steps) {
    people.push(await createPerson(`Number ${String(people.length)}`));
  }
  const [founder] = people;
  assert(founder);
  const community = await TestCommunity.of(founder, [people[1] as CastMember]);
  for (let i = 1; i < steps; i += 1) {
    const [by, next] = [people[i] as CastMember, people[i + 1] as CastMember];
    await community.ledgerOf(by).add(await community.admitContent(next));
  }
  return { people: people.slice(0, steps + 1), community };
}
