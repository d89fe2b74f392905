import { err } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import type { RecoveryWords } from '@manyhands/keys';
import { toHex } from '@manyhands/codec';
import { recoveryKeyOf } from '@manyhands/keys';
import { assert, beforeEach, expect, test, vi } from 'vitest';
import {
  openOne,
  organisation,
  signingsForMe,
  standingYesOf,
  yearOfAccount,
} from '../accounts/index.ts';
import { sayWordsAbout } from '../decisions/index.ts';
import { recordHelp, sayYes } from '../hours/index.ts';
import { hasOwnPhone, remembranceOf, writesFor } from '../opened/index.ts';
import { makeKit, newWords, sayItIsThem } from '../recovery/index.ts';
import { writingTo } from '../talk/index.ts';
import { CarerVillage } from '../testing/carerVillage.ts';
import { postFor } from '../testing/posting.ts';
import { done } from '../testing/results.ts';
import { behalfOf } from './behalf.ts';
import { askToWrite, layDown } from './carers.ts';
import { endAgent } from './endAgent.ts';
import {
  giveLastHours,
  lastHoursOf,
  potForLastHours,
  sayFarewell,
  takeBackFarewell,
} from './farewell.ts';

let it: CarerVillage;
let words: RecoveryWords;
const text = 'Carme kept the gate of the garden for thirty years.';

/** Carme has a page, with spare keys at Ana and Biel, and an hour and a half. */
beforeEach(async () => {
  it = await CarerVillage.begin();
  words = await newWords();
  const neighbours = [it.id('Ana'), it.id('Biel')];
  done(await makeKit(it.at('Carme'), words, { neighbours }));
  await it.village.help('Carme', 'Didac', 90);
});

const remembered = (name = 'Carme') =>
  remembranceOf(it.at('Ana').replica, it.id(name))?.text ?? null;
const farewell = (by: string, page = words) =>
  sayFarewell(it.at(by), it.id('Carme'), { words: page, text });
const hers = async (by = 'Biel') => done(await behalfOf(it.at(by), it.id('Carme')));

test('[C27] with her page her family says that she has died, and her phones end', async () => {
  await postFor(it.village, 'Carme', 'Ana');
  expect(it.at('Ana').replica.board.listings()).toHaveLength(1);
  done(await farewell('Biel'));
  expect(remembered()).toBe(text);
  expect(writingTo(it.at('Ana'), it.id('Carme'))).toEqual({ is: 'atRest' });
  expect(hasOwnPhone(it.ledger, it.id('Carme'))).toBe(false);
  expect(it.at('Ana').replica.board.listings()).toHaveLength(0);
  expect(it.at('Ana').replica.board.profileOf(it.id('Carme'))?.name).toBe('Carme');
  expect(await recordHelp(it.at('Carme'), it.helpWith('Ana'))).toMatchObject({
    error: { type: 'SwitchedOff' },
  });
  // What she and Didac signed stays.
  expect(it.ledger.balanceOf(it.id('Carme'))).toBe(90);
  // Once more says no more.
  done(await farewell('Biel'));
  expect(remembered()).toBe(text);
});

test('[C27] her hours go to whom she said, once they have said yes, and no hour twice', async () => {
  done(await farewell('Biel'));
  expect(lastHoursOf(await hers())).toBe(90);
  const given = done(await giveLastHours(await hers(), it.id('Ana')));
  expect(lastHoursOf(await hers())).toBe(0);
  expect(await giveLastHours(await hers(), it.id('Didac'))).toEqual({
    ok: false,
    error: { type: 'NoHoursLeft' },
  });
  done(await sayYes(it.at('Ana'), given));
  expect(it.ledger.balanceOf(it.id('Carme'))).toBe(0);
  expect(it.ledger.balanceOf(it.id('Ana'))).toBe(90);
  const [hour] = it.village.as('Ana').hours;
  expect(hour?.behind).toMatchObject([
    { by: { name: 'Biel' }, of: { name: 'Carme' }, what: 'recorded' },
  ]);
});

test('[C27] more than a line holds goes with the same tap, in several', async () => {
  for (const minutes of [6_000, 6_000, 930]) {
    await it.village.help('Carme', 'Didac', minutes);
  }
  done(await farewell('Biel'));
  expect(lastHoursOf(await hers())).toBe(13_020);
  done(await giveLastHours(await hers(), it.id('Ana')));
  expect(lastHoursOf(await hers())).toBe(0);
  const waiting = it.village.as('Ana').waiting.map(({ transfer }) => transfer);
  expect(waiting.map(({ minutes }) => minutes).toSorted((a, b) => a - b)).toEqual([
    1_020, 6_000, 6_000,
  ]);
  for (const { proposal } of waiting) done(await sayYes(it.at('Ana'), proposal));
  expect(it.ledger.balanceOf(it.id('Ana'))).toBe(13_020);
  expect(it.ledger.balanceOf(it.id('Carme'))).toBe(0);
});

test('[C31] stopped in between, it says how much is offered, and the same tap offers the rest', async () => {
  for (const minutes of [6_000, 930]) await it.village.help('Carme', 'Didac', minutes);
  done(await farewell('Biel'));
  const theirs = await hers();
  const append = theirs.writer.append.bind(theirs.writer);
  const full = vi
    .spyOn(theirs.writer, 'append')
    .mockImplementationOnce((...entry) => append(...entry))
    .mockResolvedValueOnce(err({ type: 'StoreFull' }));
  const ana = it.id('Ana');
  expect(await giveLastHours(theirs, ana)).toEqual(
    err({
      type: 'PartlyAsked',
      asked: [{ party: ana, minutes: 6_000 }],
      left: [{ party: ana, minutes: 1_020 }],
      why: { type: 'StoreFull' },
    }),
  );
  full.mockRestore();
  done(await giveLastHours(theirs, ana));
  const waiting = it.village.as('Ana').waiting.map(({ transfer }) => transfer.minutes);
  expect(waiting.toSorted((a, b) => a - b)).toEqual([1_020, 6_000]);
});

const openPot = async (others: readonly string[], threshold: number) =>
  done(
    await openOne(it.at('Ana'), {
      kind: 'pot',
      name: 'Pot',
      words: '',
      threshold,
      others: others.map(it.id),
    }),
  );

test('[C27] her hours go to the pot: who signs says yes, and the pot has them', async () => {
  const pot = await openPot(['Didac'], 2);
  done(await farewell('Biel'));
  expect(potForLastHours(await hers())?.account).toBe(pot);
  const given = done(await giveLastHours(await hers(), 'pot'));
  expect(lastHoursOf(await hers())).toBe(0);
  expect(it.ledger.balanceOf(pot)).toBe(0);

  // One signer's phone says it by itself, as of all that brings hours in; the other by hand.
  await standingYesOf(it.at('Ana')).look();
  expect(it.ledger.balanceOf(pot)).toBe(0);
  expect(signingsForMe(it.at('Didac'))).toHaveLength(1);
  done(await sayYes(it.at('Didac'), given, pot));
  expect(it.ledger.balanceOf(pot)).toBe(90);
  expect(it.ledger.balanceOf(it.id('Carme'))).toBe(0);

  const page = organisation(it.at('Ana'), pot);
  assert(page);
  const hours = it.village.as('Ana').hoursOf(pot);
  expect(hours).toMatchObject([
    {
      transfer: { kind: 'gift', minutes: 90 },
      helped: { name: 'Carme' },
      behind: [{ by: { name: 'Biel' }, of: { name: 'Carme' }, what: 'recorded' }],
    },
  ]);
  expect(yearOfAccount(hours, it.at('Ana').today())).toMatchObject({
    given: 0,
    received: 0,
    hours: { given: 0, received: 90 },
  });
});

test('[C27] a pot that nobody else could sign for is not offered: nobody is both sides', async () => {
  expect(potForLastHours(it.at('Biel'))).toBeNull();
  await openPot(['Biel'], 2);
  done(await farewell('Biel'));
  // Two say yes to what comes in, and Biel, who writes for her, is none of them.
  expect(potForLastHours(await hers())).toBeNull();
  expect(await giveLastHours(await hers(), 'pot')).toEqual({
    ok: false,
    error: { type: 'NoSuchAccount' },
  });
  expect(lastHoursOf(await hers())).toBe(90);
});

test('[C27] whoever received more than they gave has nothing to give, and owes nothing', async () => {
  await it.village.help('Didac', 'Carme', 200);
  done(await farewell('Biel'));
  expect(it.ledger.balanceOf(it.id('Carme'))).toBe(-110);
  expect(lastHoursOf(await hers())).toBe(0);
  expect(await giveLastHours(await hers(), it.id('Ana'))).toMatchObject({ ok: false });
  expect(await giveLastHours(await hers(), 'pot')).toMatchObject({ ok: false });
});

test('[C27] without her page those who keep a spare key give a new one their word', async () => {
  const later = await newWords();
  expect(await farewell('Didac', later)).toMatchObject({
    error: { type: 'UnknownPage' },
  });
  const key = toHex((await recoveryKeyOf(later, it.village.id)).publicKey);
  for (const by of ['Ana', 'Biel']) {
    done(await sayItIsThem(it.at(by), { member: it.id('Carme'), key }));
    if (by === 'Ana') {
      expect(await farewell('Didac', later)).toMatchObject({ ok: false });
    }
  }
  done(await farewell('Didac', later));
  expect(remembered()).toBe(text);
  expect(writesFor(it.at('Didac'))).toEqual([it.id('Carme')]);
});

test('[C27] nobody says it without the page: not a neighbour, not who writes for them', async () => {
  const about = it.id('Carme') as never;
  // Words about her are kind words, whoever writes them.
  done(await sayWordsAbout(it.at('Didac'), about, 'Carme has died.'));
  expect(remembered()).toBeNull();
  const stranger = await newWords();
  expect(await farewell('Didac', stranger)).toEqual({
    ok: false,
    error: { type: 'UnknownPage' },
  });
  expect(hasOwnPhone(it.ledger, it.id('Carme'))).toBe(true);
});

test('[C27] who writes for somebody alive does not say that they have died', async () => {
  it = await CarerVillage.begin();
  await it.ask();
  await it.sayYes();
  const theirs = await hers();
  done(await sayWordsAbout(theirs, it.id('Carme') as never, text));
  expect(remembered()).toBeNull();
  expect(await giveLastHours(theirs, it.id('Ana'))).toMatchObject({
    error: { type: 'NoHoursLeft' },
  });
});

test('[C27] nobody buries themself by mistake, and a page is of whom it says', async () => {
  const member: MemberId = it.id('Carme');
  expect(await sayFarewell(it.at('Carme'), member, { words, text })).toMatchObject({
    error: { type: 'UnknownPage' },
  });
  // Her page opens nothing of anybody else.
  expect(
    await sayFarewell(it.at('Biel'), it.id('Didac'), { words, text }),
  ).toMatchObject({ error: { type: 'UnknownPage' } });
  expect(remembered('Didac')).toBeNull();
  expect(await sayFarewell(it.at('Biel'), member, { words, text: '  ' })).toMatchObject(
    { error: { type: 'NoWords' } },
  );
  expect(hasOwnPhone(it.ledger, member)).toBe(true);
});

test('[C27] her page names a phone also where she had stopped it, or it had said no', async () => {
  done(await askToWrite(it.at('Carme'), it.id('Biel'), words));
  await it.sayYes();
  done(await layDown(it.at('Biel'), it.id('Carme')));
  done(await endAgent(it.at('Carme'), it.id('Biel'), null));
  done(await farewell('Biel'));
  expect(remembered()).toBe(text);
  expect(lastHoursOf(await hers())).toBe(90);
});

test('[C27] it is taken back where it was said', async () => {
  done(await farewell('Biel'));
  done(await takeBackFarewell(await hers()));
  expect(remembered()).toBeNull();
  // What he says of her himself, on that very phone, is his own word.
  done(await sayWordsAbout(it.at('Biel'), it.id('Carme') as never, text));
  expect(remembered()).toBeNull();
});
