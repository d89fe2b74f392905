import { assert } from '@manyhands/base';
import type { Minutes } from '@manyhands/base';
import { expect, test } from 'vitest';
import { inboxOf } from '../inbox.ts';
import { OpenedCommunity } from '../openedCommunity.ts';
import { PaperVillage } from '../testing/paperVillage.ts';
import { done } from '../testing/results.ts';
import {
  answerBrought,
  bringAlong,
  broughtForMe,
  openingHere,
  openingLines,
  openingToSign,
  signBrought,
  writeBrought,
} from './index.ts';

test('[C28] who writes for a member without a phone does not count on their line', async () => {
  const paper = await PaperVillage.begin();
  const { village, at } = paper;
  const id = (name: string) => village.memberOf(name);
  const others = [id('Biel'), id('Carme')];
  done(await bringAlong(at('Ana'), { others, total: 1_200 as Minutes, why: '' }));
  const opening = openingHere(at('Ana'));
  assert(opening, 'one counts');
  const signs = async (name: string) =>
    done(await signBrought(at(name), opening, openingToSign(at(name))));
  done(
    await writeBrought(at('Biel'), opening, [{ member: paper.didac, minutes: 150 }]),
  );
  await signs('Ana');
  // Biel wrote it and writes for him: it takes Carme, whose yes is asked for.
  expect(openingLines(at('Ana'), opening)).toMatchObject([
    { missing: 1, signedBy: [id('Ana')] },
  ]);
  expect(inboxOf(village.as('Biel'))).toEqual([]);
  expect(await signs('Carme')).toBe(1);
  expect(inboxOf(village.as('Biel'))).toMatchObject([{ kind: 'behalf', count: 1 }]);
  const theirs = await paper.theirs('Biel');
  expect(inboxOf(new OpenedCommunity(theirs))).toMatchObject([{ kind: 'brought' }]);
  done(await answerBrought(theirs, broughtForMe(theirs), true));
  expect(paper.ledger.balanceOf(paper.didac)).toBe(150);
});
