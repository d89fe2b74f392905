/**
 * Class 4, and with it 1, 3, 5, 9, 10 and 11: what two say to each other is the same however it
 * arrives, and whatever a third, a found page or one of the two makes up beside it.
 */
import { expect, test } from 'vitest';
import type { Entry } from '@manyhands/ledger';
import { createPerson } from '@manyhands/testing';
import { either, inOrders } from './kit/arrive.ts';
import { erases } from './kit/entries.ts';
import { sized } from './kit/form.ts';
import { openReader, takeAll } from './kit/phones.ts';
import { ana, biel, carme, didac, found, oldPage, village } from './kit/stories.ts';
import { sealedWord, talkOf, talkerOn, wordFrom } from './kit/talker.ts';

const last = 2 ** 32 - 1;
const both = [ana, biel];

test('[ledger/B16] [community/C8] words, copies, an erase and a found page, in any order', async () => {
  const { community, enrolment, second } = await oldPage();
  const [hers, his] = [community.boardOf(ana), community.boardOf(biel)];
  const one = await sealedWord(
    community,
    wordFrom(ana, biel, 'one', { turn: 2 }),
    both,
  );
  const said: Entry[] = [];
  const put = async (log: typeof hers, ...args: Parameters<typeof log.add>) => {
    const entry = await log.add(...args);
    said.push(entry);
    return entry;
  };
  await put(hers, one, { time: last });
  const two = wordFrom(biel, ana, 'two', { turn: 1, seen: 2 });
  await put(his, await sealedWord(community, two, both), { time: 0 });
  const gone = wordFrom(ana, biel, 'gone', { turn: 5, seen: 1 });
  const erased = await put(hers, await sealedWord(community, gone, both));
  await put(hers, erases(erased));
  // Didac copies hers, and Biel says it were his; whoever found her page speaks as her.
  await put(community.boardOf(didac), one);
  await put(his, one);
  const thief = wordFrom(ana, biel, 'thief', { turn: 3, seen: 1 });
  await put(community.boardOf(found), await sealedWord(community, thief, both));
  const pieces = [...said, enrolment, second].map(either);
  for await (const phone of inOrders(community, [ana, biel, didac, found], pieces)) {
    expect(await talkOf(talkerOn(phone, ana), biel)).toBe('one two');
    expect(await talkOf(talkerOn(phone, biel), ana)).toBe('one two');
    expect(await talkOf(talkerOn(phone, carme), ana)).toBe('');
  }
});

test('[ledger/B16] hers are read in her order by both, whatever he counts', async () => {
  const numbers = [0, 1, 7, last - 1, last];
  for (const turn of numbers)
    for (const seen of numbers) {
      const { community } = await village();
      const [hers, his] = [community.boardOf(ana), community.boardOf(biel)];
      const liar = wordFrom(biel, ana, 'liar', { turn, seen });
      await his.add(await sealedWord(community, liar, both), { time: last });
      for (const [n, read] of [0, 0, turn, turn].entries()) {
        const word = wordFrom(ana, biel, String(n), { turn: n + 5, seen: read });
        await hers.add(await sealedWord(community, word, both), { time: last - n });
      }
      const phone = await openReader(community);
      await takeAll(phone, community.logs());
      const talk = await talkOf(talkerOn(phone, ana), biel);
      expect(talk.replace('liar', '').match(/\d/g)?.join('')).toBe('0123');
      expect(talk).toContain('liar');
      expect(await talkOf(talkerOn(phone, biel), ana)).toBe(talk);
    }
});

test('[community/C8] many strangers are heard a few times each, and cost no more', async () => {
  const { community } = await village();
  const [strangers, words] = [sized(5, 40), sized(20, 200)];
  const puppets = await Promise.all(
    Array.from({ length: strangers }, (_, n) => createPerson(`Stranger ${String(n)}`)),
  );
  for (const puppet of puppets) {
    await community.ledgerOf(didac).add(await community.admitContent(puppet));
    for (let turn = 1; turn <= words; turn += 1) {
      const word = wordFrom(puppet, ana, String(turn), { turn: last - turn });
      await community
        .boardOf(puppet)
        .add(await sealedWord(community, word, [ana, puppet]));
    }
  }
  // Whoever certifies themself has a device that stands, and is no member.
  const nobody = await createPerson('Nobody');
  await community.ledgerOf(didac).add(await community.enrolContent(nobody));
  const uninvited = wordFrom(nobody, ana, 'let me in', { turn: 1 });
  await community.boardOf(nobody).add(await sealedWord(community, uninvited, [ana]));
  const phone = await openReader(community);
  await takeAll(phone, community.logs());
  const hers = talkerOn(phone, ana);
  for (const puppet of puppets)
    // By their places: the numbers say that the last one were the first.
    expect(await talkOf(hers, puppet)).toBe('3 2 1');
  expect(await talkOf(hers, nobody)).toBe('');
  expect(hers.opened()).toBe(3 * strangers);
});
