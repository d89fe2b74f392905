import { beforeEach, expect, test } from 'vitest';
import { recordHelp, sayYes, takeBack } from '../hours/index.ts';
import { inboxOf } from '../inbox.ts';
import { carersAsked, phonesOfCarer, writtenRead, writtenShown } from '../limits.ts';
import { carersOf, endedHere, readersOf, writesFor } from '../opened/index.ts';
import { makeKit, newWords } from '../recovery/index.ts';
import { peaceOf } from '../safety/index.ts';
import { arrangementsRead, suggest } from '../talk/index.ts';
import { CarerVillage } from '../testing/carerVillage.ts';
import { postFor } from '../testing/posting.ts';
import { done } from '../testing/results.ts';
import type { VillagePlace } from '../testing/villagePlace.ts';
import { behalfOf } from './behalf.ts';
import {
  askToWrite,
  layDown,
  readThatItEnded,
  takeUp,
  whoCouldWrite,
} from './carers.ts';
import { endAgent } from './endAgent.ts';
import { sayFarewell } from './farewell.ts';
import { readWhatWasWritten, writtenForMe } from './written.ts';

let it: CarerVillage;
beforeEach(async () => {
  it = await CarerVillage.begin();
});

const stages = () =>
  carersOf(it.at('Ana').replica, it.id('Carme')).map(({ carer, stage }) => [
    it.at('Ana').replica.board.profileOf(carer)?.name,
    stage,
  ]);
const noAgent = { ok: false, error: { type: 'NotTheirAgent' } };

test('[C26] a neighbour writes for whoever asks them, once they have said yes', async () => {
  expect(whoCouldWrite(it.at('Carme'))).toContain(it.id('Biel'));
  await it.ask();
  expect(stages()).toEqual([['Biel', 'asked']]);
  expect(whoCouldWrite(it.at('Carme'))).not.toContain(it.id('Biel'));
  expect(writesFor(it.at('Biel'))).toEqual([]);
  expect(await behalfOf(it.at('Biel'), it.id('Carme'))).toEqual(noAgent);
  expect(inboxOf(it.village.as('Biel'))).toMatchObject([
    { kind: 'carer', of: it.id('Carme') },
  ]);
  expect(inboxOf(it.village.as('Didac'))).toEqual([]);
  await it.sayYes();
  expect(stages()).toEqual([['Biel', 'writes']]);
  expect(inboxOf(it.village.as('Biel'))).toEqual([]);
  expect(writesFor(it.at('Biel'))).toEqual([it.id('Carme')]);
  const asked = done(await recordHelp(await it.hers(), it.helpWith('Ana')));
  done(await sayYes(it.at('Ana'), asked));
  expect(it.ledger.balanceOf(it.id('Carme'))).toBe(60);
  for (const name of ['Ana', 'Biel', 'Carme', 'Didac']) {
    expect(it.village.as(name).countedHours(9)[0]?.behind).toMatchObject([
      { by: { name: 'Biel' }, of: { name: 'Carme' }, what: 'recorded' },
    ]);
  }
});

test('[C26] no is an answer, and can become a yes later', async () => {
  await it.ask();
  done(await layDown(it.at('Biel'), it.id('Carme')));
  expect(stages()).toEqual([['Biel', 'no']]);
  expect(inboxOf(it.village.as('Biel'))).toEqual([]);
  expect(writesFor(it.at('Biel'))).toEqual([]);
  await it.sayYes();
  expect(stages()).toEqual([['Biel', 'writes']]);
});

test('[C26] who writes lays it down with a tap, and what they wrote stays', async () => {
  await it.ask();
  await it.sayYes();
  const hers = await it.hers();
  const asked = done(await recordHelp(hers, it.helpWith('Ana')));
  // From where he writes for her, or from his own.
  done(await layDown(hers, it.id('Carme')));
  await it.sayYes();
  done(await layDown(it.at('Biel'), it.id('Carme')));
  expect(await recordHelp(hers, it.helpWith('Ana'))).toMatchObject({ ok: false });
  expect(await behalfOf(it.at('Biel'), it.id('Carme'))).toEqual(noAgent);
  done(await sayYes(it.at('Ana'), asked));
  expect(it.ledger.balanceOf(it.id('Carme'))).toBe(60);
});

/** What Carme is told of an answer, on her first page. */
const toldHer = () =>
  inboxOf(it.village.as('Carme')).map((item) =>
    item.kind === 'written' ? [item.written.by, item.written.answer] : item.kind,
  );
const hasSeen = async () => {
  for (const each of writtenForMe(it.at('Carme'))) {
    done(await readWhatWasWritten(it.at('Carme'), each));
  }
};

test('[C26] who asked is told of a yes, and that it has ended, once each', async () => {
  await it.ask();
  expect(toldHer()).toEqual([]);
  await it.sayYes();
  expect(toldHer()).toEqual([[it.id('Biel'), 'yes']]);
  await hasSeen();
  expect(toldHer()).toEqual([]);
  done(await recordHelp(await it.hers(), it.helpWith('Ana')));
  expect(toldHer()).toEqual([[it.id('Biel'), null]]);
  done(await layDown(it.at('Biel'), it.id('Carme')));
  expect(toldHer()).toEqual([[it.id('Biel'), 'end']]);
  await hasSeen();
  expect(toldHer()).toEqual([]);
  await it.sayYes();
  expect(toldHer()).toEqual([[it.id('Biel'), 'yes']]);
  // What she ended herself she knows.
  done(await endAgent(it.at('Carme'), it.id('Biel'), null));
  expect(toldHer()).toEqual([]);
});

test('[C26] who asked is told of a no', async () => {
  await it.ask();
  done(await layDown(it.at('Biel'), it.id('Carme')));
  expect(toldHer()).toEqual([[it.id('Biel'), 'no']]);
  // Nobody else is, and he knows.
  for (const name of ['Ana', 'Biel', 'Didac']) {
    expect(inboxOf(it.village.as(name))).toEqual([]);
  }
});

const toldHim = () => inboxOf(it.village.as('Biel')).map(({ kind }) => kind);

test('[C26] who wrote is told that it has ended, once, and again once they wrote again', async () => {
  const words = await newWords();
  done(await makeKit(it.at('Carme'), words));
  done(await askToWrite(it.at('Carme'), it.id('Biel'), words));
  // Taken back before he answered: there is nothing that ended.
  done(await endAgent(it.at('Carme'), it.id('Biel'), words));
  expect(endedHere(it.at('Biel'))).toEqual([]);
  for (const time of ['first', 'second']) {
    done(await askToWrite(it.at('Carme'), it.id('Biel'), words));
    // He has said yes, and never took it back.
    if (time === 'first') await it.sayYes();
    done(await recordHelp(await it.hers(), it.helpWith('Ana')));
    expect(toldHim()).toEqual([]);
    done(await endAgent(it.at('Carme'), it.id('Biel'), words));
    expect(toldHim()).toEqual(['ended']);
    done(await readThatItEnded(it.at('Biel'), it.id('Carme')));
    expect(toldHim()).toEqual([]);
  }
  done(await askToWrite(it.at('Carme'), it.id('Biel'), words));
  done(await recordHelp(await it.hers(), it.helpWith('Ana')));
  // By a tap from a phone without the key, the same.
  done(await endAgent(it.at('Carme'), it.id('Biel'), null));
  expect(stages()).toEqual([['Biel', 'ended']]);
  expect(toldHim()).toEqual(['ended']);
});

test('[C26] who laid it down is not told that it has ended', async () => {
  await it.ask();
  await it.sayYes();
  done(await layDown(it.at('Biel'), it.id('Carme')));
  done(await endAgent(it.at('Carme'), it.id('Biel'), null));
  expect(stages()).toEqual([]);
  expect(toldHim()).toEqual([]);
});

test('[C27] who wrote for somebody who has died is not told that it has ended', async () => {
  const words = await newWords();
  done(await makeKit(it.at('Carme'), words));
  done(await askToWrite(it.at('Carme'), it.id('Biel'), words));
  await it.sayYes();
  const said = { words, text: 'Dear Carme' };
  done(await sayFarewell(it.at('Didac'), it.id('Carme'), said));
  expect(endedHere(it.at('Biel'))).toEqual([it.id('Carme')]);
  expect(toldHim()).toEqual([]);
});

test('[C26] with the key on her phone she ends it for good, and can ask again', async () => {
  await it.ask();
  await it.sayYes();
  const hers = await it.hers();
  const asked = done(await recordHelp(hers, it.helpWith('Ana')));
  done(await endAgent(it.at('Carme'), it.id('Biel'), null));
  expect(stages()).toEqual([]);
  expect(await recordHelp(hers, it.helpWith('Ana'))).toMatchObject({ ok: false });
  done(await sayYes(it.at('Ana'), asked));
  expect(it.ledger.balanceOf(it.id('Carme'))).toBe(60);
  await it.ask();
  expect(stages()).toEqual([['Biel', 'writes']]);
  done(await recordHelp(await it.hers(), it.helpWith('Ana')));
});

test('[C26] any phone of hers ends it at once, and the page bears it out', async () => {
  const words = await newWords();
  done(await makeKit(it.at('Carme'), words));
  const refused = await askToWrite(it.at('Carme'), it.id('Biel'), null);
  expect(refused).toEqual({ ok: false, error: { type: 'KeyElsewhere' } });
  done(await askToWrite(it.at('Carme'), it.id('Biel'), words));
  await it.sayYes();
  const hers = await it.hers();
  await it.village.addDevice('Carme', 'Carme’s tablet');
  done(await endAgent(it.at('Carme’s tablet'), it.id('Biel'), null));
  expect(stages()).toEqual([['Biel', 'ended']]);
  expect(writesFor(it.at('Biel'))).toEqual([]);
  expect(await recordHelp(hers, it.helpWith('Ana'))).toMatchObject({
    error: { type: 'SwitchedOff' },
  });
  // That phone of his was told not to write for her again.
  expect(await askToWrite(it.at('Carme'), it.id('Biel'), words)).toEqual({
    ok: false,
    error: { type: 'NoPhoneToAsk' },
  });
  done(await endAgent(it.at('Carme'), it.id('Biel'), words));
  expect(stages()).toEqual([]);
  expect(it.ledger.isOut(it.id('Carme'), it.at('Biel').membership.device)).toBe(true);
});

test('[C26] she is told what was written in her name, until she has read of it', async () => {
  await it.ask();
  await it.sayYes();
  await hasSeen();
  expect(writtenForMe(it.at('Carme'))).toEqual([]);
  const hers = await it.hers();
  const asked = done(await recordHelp(hers, it.helpWith('Ana')));
  const answered = done(await recordHelp(it.at('Ana'), it.helpWith('Carme', 30)));
  done(await sayYes(hers, answered));
  const street = {
    placeOf: (name: string) => (name === 'Carme' ? hers : it.at(name)) as VillagePlace,
    memberOf: it.id,
  };
  const name = await postFor(street, 'Carme', 'Didac');
  const plan = { what: 'The hedge', day: null, minute: null, length: null, where: '' };
  done(await suggest(it.at('Didac'), name, plan, ''));
  await Promise.all([hers, it.at('Carme')].map(arrangementsRead));
  done(await suggest(hers, name, { ...plan, what: 'Both hedges' }, ''));
  await arrangementsRead(it.at('Carme'));
  const [written] = writtenForMe(it.at('Carme'));
  expect(written).toMatchObject({
    by: it.id('Biel'),
    hours: [
      { proposal: answered, party: it.id('Carme') },
      { proposal: asked, party: it.id('Ana') },
    ],
    plans: 1,
    more: 0,
  });
  expect(written?.cards).toHaveLength(1);
  expect(inboxOf(it.village.as('Carme')).map(({ kind }) => kind)).toContain('written');
  expect(inboxOf(it.village.as('Biel')).map(({ kind }) => kind)).not.toContain(
    'written',
  );
  if (written) done(await readWhatWasWritten(it.at('Carme'), written));
  expect(writtenForMe(it.at('Carme'))).toEqual([]);
  // "That is not right" takes back what nobody has answered.
  done(await takeBack(it.at('Carme'), asked));
  expect(it.ledger.transfer(asked, it.id('Ana'))?.status).toBe('withdrawn');
});

test('[C26] a hundred hours are shown a few at a time, and the rest is counted', async () => {
  await it.ask();
  await it.sayYes();
  const hers = await it.hers();
  for (let i = 0; i < writtenShown + 3; i += 1) {
    done(await recordHelp(hers, it.helpWith('Ana', i + 1)));
  }
  const [written] = writtenForMe(it.at('Carme'));
  expect(written?.hours).toHaveLength(writtenShown);
  expect(written?.more).toBe(3);
});

test('[C26] what an altered phone writes without end is looked through so far, and counted', async () => {
  await it.ask();
  await it.sayYes();
  const hers = await it.hers();
  done(await recordHelp(hers, it.helpWith('Ana')));
  const { device } = it.at('Ana').membership;
  for (let i = 0; i < writtenRead; i += 1) {
    done(await hers.writer.append('ledger', { type: 'device.freeze', device }));
  }
  // The hour, and the yes before it.
  expect(writtenForMe(it.at('Carme'))).toMatchObject([{ hours: [], more: 2 }]);
});

test('[C26] of many who ask, so many at a time, and none of whom I see nothing', async () => {
  for (let i = 0; i < carersAsked + 2; i += 1) {
    const name = `Didac (${String(i + 2)})`;
    await it.village.admit(name, { by: 'Ana' });
    done(await askToWrite(it.at(name), it.id('Biel'), null));
  }
  const asked = inboxOf(it.village.as('Biel')).flatMap((item) =>
    item.kind === 'carer' ? [item.of] : [],
  );
  expect(asked).toHaveLength(carersAsked);
  const [blocked] = asked;
  if (blocked) done(await peaceOf(it.at('Biel')).block(blocked));
  const others = inboxOf(it.village.as('Biel'));
  expect(others).toHaveLength(carersAsked);
  expect(others).not.toContainEqual(expect.objectContaining({ of: blocked }));
});

test('[C26] of a neighbour’s phones some are asked, and each says yes for itself', async () => {
  for (let i = 0; i < phonesOfCarer; i += 1) {
    await it.village.addDevice('Biel', `Biel’s phone ${String(i)}`);
  }
  await it.ask();
  const named = it.ledger.devicesOf(it.id('Carme')).filter(({ role }) => role === 2);
  expect(named).toHaveLength(phonesOfCarer);
  const [one, other] = [
    'Biel',
    ...Array.from({ length: phonesOfCarer }, (_, i) => `Biel’s phone ${String(i)}`),
  ].filter((name) =>
    named.some(({ device }) => device === it.at(name).membership.device),
  );
  done(await takeUp(it.at(one ?? ''), it.id('Carme')));
  expect(stages()).toEqual([['Biel', 'writes']]);
  expect(writesFor(it.at(other ?? ''))).toEqual([]);
});

test('[C26] what is sealed to her is sealed to who writes for her, once they have said yes', async () => {
  const phone = it.at('Biel').membership.device;
  const reads = () =>
    readersOf(it.at('Ana').replica, it.id('Carme')).some(
      ({ device }) => device === phone,
    );
  await it.ask();
  expect(reads()).toBe(false);
  await it.sayYes();
  expect(reads()).toBe(true);
  done(await layDown(it.at('Biel'), it.id('Carme')));
  expect(reads()).toBe(false);
});
