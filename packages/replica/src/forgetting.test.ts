import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { assert } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import {
  TestCommunity,
  additionOf,
  confirmed,
  createPerson,
  deliver,
  helped,
  identityContent,
  inviteContent,
  listing,
  profileOf,
  proofFor,
  sized,
} from '@manyhands/testing';
import { toForget } from './forgetting.ts';
import {
  ana,
  biel,
  carme,
  leavingTablet,
  aWeekLater,
  founded,
  heldOn,
  leaveOn,
  leavingPhoneOf,
  phonesOf,
  sayAbout,
  tell,
} from './testing/leaving.ts';
import type { LeavingPhone } from './testing/leaving.ts';
import { everythingFrom } from './testing/regrets.ts';

const label = 'For Biel with the dog';

describe('[P10] who has left', () => {
  test('erases what every device of theirs wrote; the hours stay', async () => {
    const [phone, other, carmes] = await phonesOf(biel, leavingTablet, carme);
    assert(phone && other && carmes, 'three phones');
    const hour = await phone.writer.append('ledger', helped(carme, 60));
    assert(hour.ok, 'Biel writes');
    await sayAbout(phone, 'on my phone');
    await sayAbout(other, 'on my tablet', 1);
    const thanks = { type: 'thanks', proposal: hour.value.id, text: 'Dear' } as const;
    await phone.writer.append('board', thanks);
    await tell(other, phone);
    await tell(phone, carmes);
    await carmes.writer.append('ledger', confirmed(hour.value.id));
    await tell(carmes, phone);
    const words = ['on my phone', 'on my tablet', 'Dear', biel.name];
    for (const each of [phone, carmes])
      expect(await heldOn(each, words)).toEqual(words);

    await leaveOn(phone);
    await tell(phone, carmes);
    for (const { replica } of [phone, carmes]) {
      expect(replica.board.profileOf(biel.member)).toBeNull();
      expect(replica.ledger.member(biel.member)?.left).toBe(true);
      const sums = [biel, carme].map(({ member }) => replica.ledger.balanceOf(member));
      expect(sums).toEqual([60, -60]);
    }
    for (const each of [phone, carmes]) expect(await heldOn(each, words)).toEqual([]);
    expect(carmes.replica.board.boardHash()).toBe(phone.replica.board.boardHash());
  });

  test('also what stands beyond the end of a board, and what came alone', async () => {
    const community = await founded();
    const board = community.boardOf(leavingTablet);
    for (const [rev, about] of ['before the end', 'beyond the end'].entries())
      await board.add({ ...profileOf(biel, rev), about });
    const phone = await leavingPhoneOf(community, biel);
    await deliver(phone, { runs: [board.run()] }, ana);
    await board.add({ ...profileOf(biel, 3), about: 'never sent' });
    const alone = await board.add({ ...profileOf(biel, 4), about: 'sent alone' });
    await deliver(phone, { evidence: [encodeTravelling(alone)] }, ana);
    const devices = [listing(biel), listing(leavingTablet, null, 1)];
    const claim = { key: biel.identity, devices };
    const paper = community.ledgerOf(ana);
    const end = await paper.add(
      await identityContent(community, biel, claim, biel.identity),
    );
    await deliver(phone, { runs: [paper.run(end.seq)] }, ana);
    expect(phone.replica.board.profileOf(biel.member)?.about).toBe('before the end');
    const words = ['before the end', 'beyond the end', 'sent alone'];
    expect(await heldOn(phone, words)).toEqual(words);
    await leaveOn(phone);
    expect(await heldOn(phone, words)).toEqual([]);
  });

  test('on a device that had not heard, what it never sent goes with the rest', async () => {
    const [phone, other, carmes] = await phonesOf(biel, leavingTablet, carme);
    assert(phone && other && carmes, 'three phones');
    await sayAbout(other, 'typed on the train');
    await sayAbout(phone, 'at home', 1);
    await leaveOn(phone);
    await tell(phone, carmes);
    await tell(carmes, other);
    expect(await heldOn(other, ['typed on the train', 'at home'])).toEqual([
      'typed on the train',
    ]);
    await aWeekLater(other);
    expect(await heldOn(other, ['typed on the train', 'at home'])).toEqual([]);
    await tell(other, carmes);
    await tell(carmes, phone);
    const hashes = [phone, other, carmes].map(({ replica }) => replica.digest());
    expect(new Set(hashes).size).toBe(1);
  });

  test('once, whoever of the two begins first: the person or the duty', async () => {
    const [phone] = await phonesOf(biel);
    assert(phone, 'a phone');
    await sayAbout(phone, 'on my phone');
    await phone.writer.append('ledger', { type: 'member.leave' });
    const mine = toForget(phone.replica, biel.member);
    expect(mine).toHaveLength(1);
    // The duty has been at it since the change was told.
    expect(await phone.writer.erase(mine)).toEqual({ ok: true, value: undefined });
    await phone.duties.now();
    const { board } = phone.replica;
    const left = board.entriesOf(biel.member).map(({ content }) => content.type);
    expect(left).toEqual(['erase']);
  });

  test('but writes no erase on a device that does not stand, where none would hold', async () => {
    const community = await founded();
    const [keeper, added] = [
      await createPerson('Biel', 'keeper'),
      await createPerson('Biel', 'of the keeper'),
    ];
    const paper = community.ledgerOf(ana);
    const enrolled = await paper.add(await community.enrolContent(keeper, 1));
    const log = community.ledgerOf(keeper);
    await log.add(additionOf(added));
    const [phone] = [await leavingPhoneOf(community, biel)];
    const other = await leavingPhoneOf(community, added);
    for (const each of [phone, other]) {
      await deliver(each, { runs: [paper.run(enrolled.seq), log.run()] }, ana);
    }
    const { replica } = other;
    expect(replica.isCertified(added.member, added.device)).toBe(true);
    expect(replica.ledger.hasStanding(added.member, added.device)).toBe(false);
    await sayAbout(phone, 'on my phone');
    await phone.writer.append('ledger', { type: 'member.leave' });
    const board = community.boardOf(added).log;
    for (const page of everythingFrom(phone)) {
      await replica.receive(page, { type: 'message' });
    }
    expect(replica.ledger.leftOn(biel.member)).toEqual([biel.device]);
    await aWeekLater(other);
    expect(other.writer.spent).toBe(false);
    expect(replica.head(board).length).toBe(0);
  });

  test('nothing of those who stay is erased', async () => {
    const [phone, carmes] = await phonesOf(biel, carme);
    assert(phone && carmes, 'two phones');
    const community = await founded();
    await carmes.writer.append('board', await inviteContent(community, carme));
    await carmes.writer.append('board', profileOf(carme));
    await leaveOn(phone);
    await tell(phone, carmes);
    const { board } = carmes.replica;
    expect(board.profileOf(carme.member)?.name).toBe(carme.name);
    expect(board.openInvites()).toHaveLength(1);
  });
});

describe('[P10] an invite says whom it was for', () => {
  async function afterLeaving(uses: number): Promise<boolean[]> {
    const community = await TestCommunity.of(ana, [carme]);
    const [carmes, phone] = [
      await leavingPhoneOf(community, carme),
      await leavingPhoneOf(community, biel),
    ];
    const admit = await community.admitContent(biel);
    const invite = await proofFor(community, biel);
    await carmes.writer.append('ledger', { ...admit, invite });
    await carmes.writer.append(
      'board',
      await inviteContent(community, carme, { uses, label }),
    );
    await tell(carmes, phone);
    expect(await heldOn(phone, [label])).toEqual([label]);
    await leaveOn(phone);
    await tell(phone, carmes);
    await tell(carmes, phone);
    const held = await Promise.all(
      [carmes, phone].map((each) => heldOn(each, [label])),
    );
    return held.map((words) => words.length > 0);
  }

  test('its writer erases it when who came by it has left', async () => {
    expect(await afterLeaving(1)).toEqual([false, false]);
  });

  test('nobody else erases it, and nobody while all who came by it stay', async () => {
    const community = await TestCommunity.of(ana, [carme]);
    const carmes = await leavingPhoneOf(community, carme);
    const biels = await leavingPhoneOf(community, biel);
    const admit = await community.admitContent(biel);
    const invite = await proofFor(community, biel);
    await carmes.writer.append('ledger', { ...admit, invite });
    await carmes.writer.append('board', await inviteContent(community, carme));
    expect(toForget(carmes.replica, carme.member)).toEqual([]);
    await tell(carmes, biels);
    await leaveOn(biels);
    for (const page of everythingFrom(biels)) {
      await carmes.replica.receive(page, { type: 'message' });
    }
    expect(toForget(carmes.replica, ana.member)).toEqual([]);
    expect(toForget(carmes.replica, carme.member)).toHaveLength(1);
  });

  test('but not while it opens the door to others', async () => {
    expect(await afterLeaving(2)).toEqual([true, true]);
  });
});

test('[P10] whoever heard what, in whatever order: in the end no disk holds a word', async () => {
  const community = await founded();
  const who = fc.constantFrom(0, 1, 2);
  const step = fc.oneof(
    fc.record({ do: fc.constant('say' as const), who: fc.constantFrom(0, 1) }),
    fc.record({ do: fc.constant('tell' as const), from: who, to: who }),
  );
  const life = fc.record({
    before: fc.array(step, { maxLength: 10 }),
    leaver: fc.constantFrom(0, 1),
    after: fc.array(step, { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(life, async ({ before, leaver, after }) => {
      const phones = await Promise.all(
        [biel, leavingTablet, carme].map((person) => leavingPhoneOf(community, person)),
      );
      const at = (n: number): LeavingPhone => phones[n] as LeavingPhone;
      const said: string[] = [];
      const live = async (steps: typeof before): Promise<void> => {
        for (const each of steps) {
          if (each.do === 'tell') await tell(at(each.from), at(each.to));
          else {
            said.push(`words ${said.length}.`);
            await sayAbout(at(each.who), said.at(-1) ?? '', said.length);
          }
        }
      };
      await live(before);
      await leaveOn(at(leaver));
      await live(after);
      for (let round = 0; round < 2; round++) {
        for (const from of phones) for (const to of phones) await tell(from, to);
        for (const phone of phones) await aWeekLater(phone);
      }
      for (const phone of phones) expect(await heldOn(phone, said)).toEqual([]);
      const digests = phones.map(({ replica }) => replica.digest());
      expect(new Set(digests).size).toBe(1);
    }),
    { numRuns: sized(10, 40) },
  );
});
