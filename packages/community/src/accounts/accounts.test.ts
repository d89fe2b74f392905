import { assert, beforeEach, expect, test } from 'vitest';
import type { AccountId, EntryId, Minutes, PartyId } from '@manyhands/base';
import { inboxOf } from '../inbox.ts';
import { putRight, recordHelp, sayNo, sayYes, takeBack } from '../hours/index.ts';
import { organisationsOfEach, signingsAsked } from '../limits.ts';
import { done, errorOf } from '../testing/results.ts';
import { Village } from '../testing/village.ts';
import {
  agreeTo,
  askPot,
  changesForMe,
  evenly,
  giveToPot,
  isLike,
  likeNamed,
  openOne,
  organisation,
  organisationsHere,
  organisationsOfMine,
  potHere,
  proposeSigners,
  shareOut,
  signingsForMe,
  totalOf,
  wordsFor,
  yearOfAccount,
} from './index.ts';

const min = (n: number) => n as Minutes;

let village: Village;
/** Ana, Biel and Carme sign for the clinic, two at a time. */
let clinic: AccountId;

const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
const balanceOf = (party: PartyId) => at('Ana').replica.ledger.balanceOf(party);

const open = async (
  by: string,
  name: string,
  others: readonly string[] = [],
  threshold = 1,
  kind: 'organisation' | 'pot' = 'organisation',
): Promise<AccountId> =>
  done(
    await openOne(at(by), {
      kind,
      name,
      words: 'Open on weekdays',
      threshold,
      others: others.map(id),
    }),
  );

async function helps(by: string, party: PartyId, minutes = 60): Promise<EntryId> {
  const help = { with: party, iHelped: true, minutes: min(minutes) };
  const day = at(by).today();
  const told = { category: null, text: '', instead: null };
  return done(await recordHelp(at(by), { ...help, ...told, day }));
}

beforeEach(async () => {
  village = await Village.found('Ana');
  for (const name of ['Biel', 'Carme', 'Didac'])
    await village.admit(name, { by: 'Ana' });
  clinic = await open('Ana', 'Clinic', ['Biel', 'Carme'], 2);
});

test('an organisation is opened with its card, and everybody sees who signs', () => {
  const here = organisationsHere(at('Didac'));
  expect(here).toMatchObject([
    {
      account: clinic,
      kind: 'organisation',
      openedBy: id('Ana'),
      threshold: 2,
      words: 'Open on weekdays',
      iSign: false,
      isContested: false,
      signers: ['Ana', 'Biel', 'Carme'].map(id).sort(),
      who: { name: 'Clinic', account: 'organisation', hasLeft: false },
    },
  ]);
  expect(organisationsOfMine(at('Biel'))).toHaveLength(1);
  expect(organisationsOfMine(at('Didac'))).toEqual([]);
  expect(village.as('Didac').person(clinic).name).toBe('Clinic');
});

test('opening refuses no name, one too long, and signers who are none', async () => {
  const draft = { kind: 'organisation', words: '', threshold: 1, others: [] } as const;
  const refusal = async (more: object) =>
    errorOf(await openOne(at('Ana'), { ...draft, name: 'School', ...more }));
  expect(await refusal({ name: ' ' })).toBe('NameMissing');
  expect(await refusal({ name: 'é'.repeat(49) })).toBe('NoteTooLong');
  expect(await refusal({ threshold: 2 })).toBe('Threshold');
  expect(await refusal({ others: [id('Ana')] })).toBe('SamePersonSigns');
  expect(await refusal({ others: ['ab'.repeat(32)] })).toBe('SignerNotAMember');
  expect(organisationsHere(at('Ana'))).toHaveLength(1);
});

test('a name is like another however it is dressed up', () => {
  expect(isLike('Clinic', ' cli\u200bnic ')).toBe(true);
  expect(isLike('Clínic', 'CLINIC.')).toBe(true);
  expect(isLike('\u202eClinic', 'Clinic')).toBe(true);
  expect(isLike('Clinic', 'Clinics')).toBe(false);
  expect(isLike('…', '!')).toBe(false);
  expect(likeNamed(at('Didac'), 'CLINIC')).toEqual([clinic]);
  expect(likeNamed(at('Didac'), 'CLINIC', clinic)).toEqual([]);
  expect(likeNamed(at('Didac'), 'biel')).toEqual([id('Biel')]);
});

test('[C16] of each who opens them only so many are listed that are nothing to me', async () => {
  for (let i = 0; i < organisationsOfEach + 1; i += 1) await open('Didac', `Shop ${i}`);
  const mine = await open('Didac', 'Bakery', ['Biel']);
  expect(organisationsHere(at('Ana'))).toHaveLength(organisationsOfEach + 1);
  expect(organisationsHere(at('Didac'))).toHaveLength(organisationsOfEach + 3);
  const listed = organisationsHere(at('Biel')).map(({ account }) => account);
  expect(listed).toContain(mine);
});

test('what somebody did for the clinic waits for two of its three', async () => {
  const asked = await helps('Didac', clinic, 120);
  for (const name of ['Ana', 'Biel', 'Carme']) {
    expect(signingsForMe(at(name))).toMatchObject([
      { by: id('Didac'), side: { missing: 2 }, of: { account: clinic } },
    ]);
  }
  expect(signingsForMe(at('Didac'))).toEqual([]);
  done(await sayYes(at('Biel'), asked, clinic));
  expect(signingsForMe(at('Biel'))).toEqual([]);
  expect(inboxOf(village.as('Biel'))).toEqual([]);
  expect(inboxOf(village.as('Carme'))).toMatchObject([
    { kind: 'sign', signing: { side: { by: [id('Biel')], missing: 1 } } },
  ]);
  expect(balanceOf(clinic)).toBe(0);
  done(await sayYes(at('Carme'), asked, clinic));
  expect(balanceOf(clinic)).toBe(-120);
  expect(signingsForMe(at('Ana'))).toEqual([]);
  expect(errorOf(await sayYes(at('Ana'), asked, clinic))).toBe('AlreadyConfirmed');
});

test('what is recorded as the clinic waits for another signer and the other side', async () => {
  const help = { with: id('Didac'), as: clinic, iHelped: true, minutes: min(60) };
  const told = { category: null, text: 'Blood pressure', instead: null };
  const day = at('Ana').today();
  const asked = done(await recordHelp(at('Ana'), { ...help, ...told, day }));
  expect(signingsForMe(at('Ana'))).toEqual([]);
  expect(signingsForMe(at('Biel'))).toHaveLength(1);
  const didacs = village.as('Didac');
  expect(didacs.waiting).toMatchObject([
    { other: { name: 'Clinic' }, iHelped: false, stage: 'answer' },
  ]);
  done(await sayYes(at('Didac'), asked));
  expect(didacs.waiting).toEqual([]);
  expect(didacs.hours).toMatchObject([{ stage: 'signing' }]);
  expect(village.as('Biel').hoursOf(clinic)).toMatchObject([{ iHelped: true }]);
  done(await sayYes(at('Biel'), asked, clinic));
  expect(didacs.hours).toMatchObject([{ stage: 'met' }]);
  expect([balanceOf(clinic), balanceOf(id('Didac'))]).toEqual([60, -60]);
});

test('who signs for it reads the note of its hours, and nobody else', async () => {
  const help = { with: id('Didac'), as: clinic, iHelped: true, minutes: min(60) };
  const told = { category: null, text: 'Blood pressure', instead: null };
  done(await recordHelp(at('Ana'), { ...help, ...told, day: at('Ana').today() }));
  for (const name of ['Biel', 'Carme', 'Didac', 'Ana']) {
    const community = village.as(name);
    community.hoursOf(clinic);
    await community.openHours();
    await expect
      .poll(() => community.hoursOf(clinic)[0]?.note?.text)
      .toBe('Blood pressure');
  }
});

test('[C17] of one who asks a lot so many wait for me at a time', async () => {
  for (let i = 0; i <= signingsAsked; i += 1) await helps('Didac', clinic, 15 + i);
  const asked = signingsForMe(at('Ana'));
  expect(asked).toHaveLength(signingsAsked);
  const [first] = asked;
  assert(first);
  done(await sayNo(at('Ana'), first.transfer.proposal, clinic));
  // Of one minute, their order is that of their ids: what moves up may be any of them.
  const left = signingsForMe(at('Ana')).map(({ transfer }) => transfer.minutes);
  const all = Array.from({ length: signingsAsked + 1 }, (_, i) => 15 + i);
  expect([first.transfer.minutes, ...left].sort((a, b) => a - b)).toEqual(all);
});

test('a signer takes back what was asked for it, and puts right what was signed', async () => {
  const school = await open('Biel', 'School', ['Carme']);
  const help = { with: id('Didac'), as: school, iHelped: true, minutes: min(45) };
  const told = { category: null, text: '', instead: null, day: at('Biel').today() };
  const mistake = done(await recordHelp(at('Biel'), { ...help, ...told }));
  done(await takeBack(at('Carme'), mistake, school));
  expect(village.as('Didac').waiting).toEqual([]);

  const asked = done(await recordHelp(at('Biel'), { ...help, ...told }));
  done(await sayYes(at('Didac'), asked));
  const [line] = at('Carme').replica.ledger.linesOf(asked);
  assert(line);
  const counter = done(await putRight(at('Carme'), line, school));
  done(await sayYes(at('Didac'), counter));
  expect(balanceOf(school)).toBe(0);
});

test('who signs changes once more than half say the same', async () => {
  const signers = [id('Carme'), id('Didac')];
  done(await proposeSigners(at('Ana'), clinic, { threshold: 1, signers }));
  expect(changesForMe(at('Ana'))).toEqual([]);
  expect(changesForMe(at('Didac'))).toEqual([]);
  const [asked] = changesForMe(at('Carme'));
  assert(asked);
  expect(asked).toMatchObject({ change: { by: [id('Ana')], of: 2, threshold: 1 } });
  expect(inboxOf(village.as('Carme'))).toMatchObject([{ kind: 'signers' }]);
  done(await agreeTo(at('Carme'), clinic, asked.change.id));
  expect(organisation(at('Ana'), clinic)).toMatchObject({
    signers: signers.sort(),
    threshold: 1,
    iSign: false,
    underWay: [],
  });
  expect(errorOf(await agreeTo(at('Biel'), clinic, asked.change.id))).toBe(
    'NoSuchChange',
  );
  const again = { threshold: 1, signers: [id('Ana')] };
  expect(errorOf(await proposeSigners(at('Ana'), clinic, again))).toBe('NotASigner');
});

test('hours signed before a change stay plain after it', async () => {
  const asked = await helps('Didac', clinic);
  done(await sayYes(at('Ana'), asked, clinic));
  done(await sayYes(at('Biel'), asked, clinic));
  const next = { threshold: 1, signers: [id('Carme')] };
  done(await proposeSigners(at('Ana'), clinic, next));
  const [asksMe] = changesForMe(at('Biel'));
  assert(asksMe);
  done(await agreeTo(at('Biel'), clinic, asksMe.change.id));
  expect(at('Ana').replica.ledger.transfer(asked, clinic)).toMatchObject({
    status: 'exists',
    mark: null,
  });
});

test('sharing out adds up to nothing, with a signer among the workers', async () => {
  const asked = done(
    await recordHelp(at('Ana'), {
      with: id('Didac'),
      as: clinic,
      iHelped: true,
      minutes: min(150),
      category: null,
      text: '',
      instead: null,
      day: at('Ana').today(),
    }),
  );
  done(await sayYes(at('Didac'), asked));
  done(await sayYes(at('Carme'), asked, clinic));
  const shares = evenly(min(150), [id('Biel'), id('Didac')]);
  expect(shares.map(({ minutes }) => minutes)).toEqual([75, 75]);
  const shared = done(await shareOut(at('Ana'), clinic, shares));
  done(await sayYes(at('Didac'), shared));
  done(await sayYes(at('Biel'), shared));
  // Biel's own share takes two apart from him, and Ana has signed alone so far.
  expect(balanceOf(clinic)).toBe(150);
  done(await sayYes(at('Carme'), shared, clinic));
  expect([balanceOf(clinic), balanceOf(id('Biel'))]).toEqual([0, 75]);
  expect(balanceOf(id('Didac'))).toBe(-75);
});

test.each([
  [150, 4, [45, 45, 30, 30]],
  [60, 4, [15, 15, 15, 15]],
  [50, 2, [30, 15]],
  [10, 2, [0, 0]],
  [-60, 2, [0, 0]],
])('%d minutes are split evenly among %d in quarters', (minutes, count, expected) => {
  const members = ['Ana', 'Biel', 'Carme', 'Didac'].slice(0, count).map(id);
  const shares = evenly(min(minutes), members);
  expect(shares.map((each) => each.minutes)).toEqual(expected);
  expect(totalOf(shares)).toBeLessThanOrEqual(Math.max(0, minutes));
});

test('the pot is the first of the founding log; hours come and go with a word', async () => {
  expect(potHere(at('Didac'))).toBeNull();
  await open('Didac', 'Another pot', [], 1, 'pot');
  expect(potHere(at('Didac'))).toBeNull();
  const pot = await open('Ana', 'Our pot', ['Biel'], 1, 'pot');
  await open('Ana', 'A later pot', [], 1, 'pot');
  expect(potHere(at('Didac'))).toMatchObject({ account: pot, kind: 'pot' });

  const hours = { minutes: min(90), words: 'For whoever is new' };
  const given = done(await giveToPot(at('Carme'), pot, hours));
  expect(wordsFor(at('Didac'), given)).toBe('For whoever is new');
  done(await sayYes(at('Biel'), given, pot));
  expect([balanceOf(pot), balanceOf(id('Carme'))]).toEqual([90, -90]);

  const wish = { minutes: min(60), words: '' };
  const asked = done(await askPot(at('Didac'), pot, wish));
  expect(wordsFor(at('Ana'), asked)).toBe('');
  done(await sayYes(at('Ana'), asked, pot));
  expect([balanceOf(pot), balanceOf(id('Didac'))]).toEqual([30, 60]);
  const tooLong = { minutes: min(60), words: 'é'.repeat(501) };
  expect(errorOf(await askPot(at('Didac'), pot, tooLong))).toBe('NoteTooLong');
});

test('it is said when it has only received for a month', async () => {
  const today = at('Ana').today();
  const year = () => yearOfAccount(village.as('Ana').hoursOf(clinic), today);
  const asked = await helps('Didac', clinic, 90);
  done(await sayYes(at('Ana'), asked, clinic));
  done(await sayYes(at('Biel'), asked, clinic));
  expect(year()).toMatchObject({ given: 0, received: 90, onlyReceivedSince: null });
  const inAMonth = yearOfAccount(
    village.as('Ana').hoursOf(clinic),
    (today + 30) as typeof today,
  );
  expect(inAMonth.onlyReceivedSince).toBe(today);
});
