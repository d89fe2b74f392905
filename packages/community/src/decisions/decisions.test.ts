import { beforeEach, expect, test } from 'vitest';
import type { EntryId } from '@manyhands/base';
import { draftMotion } from '@manyhands/ledger';
import {
  aboutPerson,
  asksAll,
  circleMatter,
  limitMatter,
  look,
  says,
  threeVoices,
  wordsMatter,
} from '../testing/deciding.ts';
import { Village, villageDay } from '../testing/village.ts';
import { askAll, sayWordsAbout, sayIKnow, sayTo, wordsAboutLimit } from './acts.ts';
import { agreementChanges, agreementOfVersion } from './agreement.ts';
import {
  decisionNamed,
  decisionsOf,
  markTold,
  saidYesElsewhere,
  untold,
} from './decisions.ts';
import { hasVoice, knowingOf, leaveUnsaid, toSayIKnow } from './knowing.ts';
import { fromBefore } from '@manyhands/door';
import { DecisionNotebook } from './notebook.ts';

let village: Village;
const place = (who: string) => village.placeOf(who);
const id = (who: string) => village.memberOf(who);
const stagesSeenBy = (who: string) => decisionsOf(place(who)).map(({ stage }) => stage);

beforeEach(async () => {
  village = await Village.found('Ana', { voice: 1 });
  await threeVoices(village);
});

test('a question is asked with what it is for, and holds once two of three say yes', async () => {
  const motion = await asksAll(village, 'Ana', limitMatter(300), ' Ten is a lot. ');
  const { board } = place('Ana').replica;
  expect(board.wordsAbout(motion)).toMatchObject([
    { member: id('Ana'), text: 'Ten is a lot.' },
  ]);
  expect(decisionNamed(place('Biel'), motion)).toMatchObject({
    stage: 'open',
    isMine: false,
    myWord: null,
    since: null,
    needed: 2,
    of: 3,
  });
  await says(village, 'Biel', motion);
  await look(village, 'Ana');
  const now = place('Ana').now();
  expect(decisionNamed(place('Ana'), motion)).toMatchObject({
    stage: 'holds',
    isMine: true,
    myWord: true,
    since: now,
    actsFrom: null,
  });
  for (const who of ['Ana', 'Biel', 'Carme', 'Didac']) {
    expect(village.as(who).limit).toBe(300);
  }
  await says(village, 'Biel', motion, false);
  expect(village.as('Didac').limit).toBe(600);
});

test('each refusal of a question or a word has its name', async () => {
  const refused = async (who: string, text = '') => {
    const asked = await askAll(place(who), limitMatter(300), text);
    return asked.ok ? null : asked.error.type;
  };
  expect(await refused('Didac')).toBe('NoVoice');
  expect(await refused('Ana', 'x'.repeat(wordsAboutLimit + 1))).toBe('NoteTooLong');
  expect(decisionsOf(place('Ana'))).toEqual([]);
  expect(await refused('Ana')).toBeNull();
  expect(await refused('Biel')).toBe('AlreadyAsked');
  const none = await sayTo(place('Biel'), id('Ana') as string as EntryId, true);
  expect(none).toMatchObject({ error: { type: 'UnknownMotion' } });
  expect(await sayIKnow(place('Ana'), id('Biel'))).toMatchObject({
    error: { type: 'AlreadyHasVoice' },
  });
});

test('[community/C5] words about a question are changed, and erased with none', async () => {
  const motion = await asksAll(village, 'Ana', limitMatter(300), 'Ten is a lot.');
  const said = () => place('Biel').replica.board.wordsAbout(motion);
  await sayWordsAbout(place('Ana'), motion, 'Five will do.');
  await sayWordsAbout(place('Biel'), motion, 'I like ten.');
  expect(
    said()
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['Five will do.', 'I like ten.']);
  await sayWordsAbout(place('Ana'), motion, '  ');
  expect(said().map(({ text }) => text)).toEqual(['I like ten.']);
  const own = place('Biel').replica.board.entriesOf(id('Ana'));
  expect(own.filter(({ content }) => content.type === 'words')).toEqual([]);
});

test('[community/C12] since when it is taken is by this phone’s clock, and begins anew', async () => {
  const motion = await asksAll(village, 'Ana', limitMatter(300));
  await says(village, 'Biel', motion);
  await look(village, 'Ana', 'Biel', 'Carme');
  const first = place('Ana').now();
  // Neither phone has been seen to have fetched all; but Biel had a word on it while it was open.
  expect(decisionNamed(place('Biel'), motion)?.since).toBe(first);
  expect(decisionNamed(place('Carme'), motion)?.since).toBe(fromBefore);
  village.goTo(villageDay + 3);
  await look(village, 'Ana');
  expect(decisionNamed(place('Ana'), motion)?.since).toBe(first);
  await says(village, 'Biel', motion, false);
  await look(village, 'Ana');
  expect(decisionNamed(place('Ana'), motion)).toMatchObject({
    stage: 'open',
    since: null,
  });
  await says(village, 'Biel', motion);
  await look(village, 'Ana');
  expect(decisionNamed(place('Ana'), motion)?.since).toBe(place('Ana').now());
  // A clock put back to before does not leave it for later.
  village.goTo(villageDay);
  await look(village, 'Ana');
  expect(decisionNamed(place('Ana'), motion)?.since).toBe(place('Ana').now());
});

test('[community/C12] the first fetch is over after a quiet minute beside somebody', async () => {
  const biel = place('Biel');
  const progress = { have: 1, of: 2, bytes: 1, ofBytes: 2 };
  biel.hear({ linked: [id('Ana')], progress });
  const early = await asksAll(village, 'Ana', limitMatter(300));
  await says(village, 'Carme', early);
  village.clock.minute += 5;
  biel.hear({ progress: null });
  await look(village, 'Biel');
  village.clock.minute += 1;
  const late = await asksAll(village, 'Ana', wordsMatter('Be kind.'));
  await says(village, 'Carme', late);
  await look(village, 'Biel');
  expect(decisionNamed(biel, early)?.since).toBe(fromBefore);
  expect(decisionNamed(biel, late)?.since).toBe(biel.now());
  const again = new DecisionNotebook(biel);
  await again.loaded();
  expect(again.takenSince(late)).toBe(biel.now());
  expect(again.takenSince(early)).toBe(fromBefore);
});

test('what was decided before stands among the earlier ones, with what is so instead', async () => {
  const first = await asksAll(village, 'Ana', limitMatter(300));
  await says(village, 'Biel', first);
  const second = await asksAll(village, 'Biel', limitMatter(400));
  expect(stagesSeenBy('Carme')).toEqual(['open', 'holds']);
  await says(village, 'Carme', second);
  expect(stagesSeenBy('Carme')).toEqual(['holds', 'earlier']);
  expect(decisionNamed(place('Ana'), first)).toMatchObject({ instead: second });
  expect(village.as('Ana').limit).toBe(400);
});

test('[community/C14] of one voice eight are listed, of questions and not of what holds', async () => {
  const { writer, replica, membership } = place('Ana');
  for (let n = 1; n <= 10; n++) {
    const content = draftMotion(replica.ledger, membership, limitMatter(n));
    if (content.ok) await writer.append('ledger', content.value);
  }
  expect(decisionsOf(place('Biel'))).toHaveLength(8);
  const theirs = await asksAll(village, 'Biel', limitMatter(30));
  expect(decisionsOf(place('Carme')).map(({ motion }) => motion)).toContain(theirs);
  village.goTo(villageDay + 91);
  expect(new Set(stagesSeenBy('Carme'))).toEqual(new Set(['earlier']));
});

test('[community/C14] a question about somebody is not put before all by one voice', async () => {
  const about = aboutPerson(id('Didac'), 'paused');
  const motion = await asksAll(village, 'Ana', about, 'Shouts at the door.');
  const listed = (who: string) => decisionsOf(place(who)).length;
  expect(listed('Ana')).toBe(1);
  for (const who of ['Biel', 'Carme', 'Didac']) expect(listed(who)).toBe(0);
  // Whoever asks the same is led to it.
  expect(await askAll(place('Biel'), about, '')).toMatchObject({
    error: { type: 'AlreadyAsked', motion },
  });
  await says(village, 'Biel', motion);
  for (const who of ['Carme', 'Didac']) expect(listed(who)).toBe(1);
});

test('[community/C14] of the circle everybody sees it, but whom it is about', async () => {
  const circle = await asksAll(
    village,
    'Ana',
    circleMatter(2, [id('Biel'), id('Carme')]),
  );
  await says(village, 'Biel', circle);
  await look(village, 'Carme', 'Biel');
  await asksAll(village, 'Ana', aboutPerson(id('Biel'), 'paused'));
  const about = (who: string) =>
    decisionsOf(place(who)).filter(({ matter }) => matter.about === 'member').length;
  expect(about('Carme')).toBe(1);
  expect(about('Biel')).toBe(0);
});

test('everybody is told once: of a question without their word, and of what holds', async () => {
  const motion = await asksAll(village, 'Biel', limitMatter(300));
  const news = () => untold(place('Ana')).map(({ stage }) => stage);
  await look(village, 'Ana');
  expect(news()).toEqual(['open']);
  await markTold(place('Ana'), untold(place('Ana')));
  expect(news()).toEqual([]);
  await says(village, 'Carme', motion);
  await look(village, 'Ana');
  expect(news()).toEqual(['holds']);
  await markTold(place('Ana'), untold(place('Ana')));
  expect(news()).toEqual([]);
  // Who has not heard yet, and whose phone found it so, is told nothing of the past.
  await look(village, 'Didac');
  expect(untold(place('Didac'))).toEqual([]);
});

test('a yes on another phone of mine is seen: there alone it can be changed', async () => {
  await village.addDevice('Biel', 'Biel’s tablet');
  const motion = await asksAll(village, 'Ana', limitMatter(300));
  await says(village, 'Biel’s tablet', motion);
  expect(saidYesElsewhere(place('Biel'), motion)).toBe(true);
  await says(village, 'Biel', motion, false);
  expect(decisionNamed(place('Biel'), motion)?.myWord).toBe(true);
  await says(village, 'Biel’s tablet', motion, false);
  expect(saidYesElsewhere(place('Biel'), motion)).toBe(false);
  expect(decisionNamed(place('Biel'), motion)?.myWord).toBe(false);
});

test('[ledger/L8] who I know is said once, and offered after the second exchange', async () => {
  expect(knowingOf(place('Biel'), id('Didac'))).toMatchObject({
    stands: 'open',
    by: [],
  });
  expect(knowingOf(place('Biel'), id('Carme'))).toMatchObject({ stands: 'voice' });
  expect(knowingOf(place('Biel'), id('Biel'))).toBeNull();
  expect(hasVoice(place('Didac'))).toBe(false);
  await village.help('Biel', 'Didac', 60);
  await look(village, 'Biel');
  expect(toSayIKnow(place('Biel'))).toBeNull();
  await village.help('Didac', 'Biel', 30);
  await look(village, 'Biel', 'Carme');
  expect(toSayIKnow(place('Biel'))).toBe(id('Didac'));
  expect(toSayIKnow(place('Biel'), id('Didac'))).toBe(id('Didac'));
  expect(toSayIKnow(place('Biel'), id('Carme'))).toBeNull();
  await leaveUnsaid(place('Biel'), id('Didac'));
  expect(toSayIKnow(place('Biel'))).toBeNull();
  await sayIKnow(place('Biel'), id('Didac'));
  expect(hasVoice(place('Didac'))).toBe(true);
});

test('[community/C10] of the agreement each version is known again by what it said', async () => {
  const founded = { words: '', limit: 600, unit: 'hour' };
  const words = await asksAll(village, 'Ana', wordsMatter('Be kind.'));
  await says(village, 'Biel', words);
  const limit = await asksAll(village, 'Ana', limitMatter(300));
  await says(village, 'Biel', limit);
  await look(village, 'Ana');
  const changes = agreementChanges(place('Ana')).map(({ key, value, holds }) => ({
    key,
    value,
    holds,
  }));
  expect(changes).toEqual([
    { key: 'words', value: '', holds: false },
    { key: 'words', value: 'Be kind.', holds: true },
    { key: 'limit', value: 600, holds: false },
    { key: 'limit', value: 300, holds: true },
    { key: 'unit', value: 'hour', holds: true },
  ]);
  const isFounded = ({ words: text, limit: at }: { words: string; limit: number }) =>
    text === founded.words && at === founded.limit;
  expect(agreementOfVersion(place('Ana'), isFounded)).toEqual(founded);
  expect(agreementOfVersion(place('Ana'), () => false)).toBeNull();
  expect(village.as('Didac')).toMatchObject({ agreement: 'Be kind.', limit: 300 });
});
