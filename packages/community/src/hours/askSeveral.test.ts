import { err } from '@manyhands/base';
import type { AccountId, EntryId, Minutes, PartyId } from '@manyhands/base';
import { afterEach, assert, beforeEach, expect, test, vi } from 'vitest';
import { openOne } from '../accounts/index.ts';
import { behalfOf, letInOnPaper } from '../agents/index.ts';
import { askedAtOnce } from '../limits.ts';
import type { Place } from '../opened/index.ts';
import { newWords } from '../recovery/index.ts';
import { done, errorOf } from '../testing/results.ts';
import type { Village } from '../testing/village.ts';
import { smallVillage } from '../testing/villages.ts';
import { sayYes, takeBack } from './acts.ts';
import { askSeveral, stillToAsk, withoutAsked } from './askSeveral.ts';
import { keepDraft, readDraft } from './drafts.ts';
import type { HelpDraft } from './drafts.ts';
import { openMyHours } from './hoursHere.ts';

let village: Village;
const at = (name: string) => village.placeOf(name);
const id = (name: string): PartyId => village.memberOf(name);
const ids = (...names: readonly string[]) => names.map(id);
const ledger = () => at('Ana').replica.ledger;

const draftOf = (
  [first, ...others]: readonly PartyId[],
  said: Partial<HelpDraft> = {},
): HelpDraft => ({
  id: '0123456789abcdef',
  with: first ?? null,
  others,
  whom: '',
  iHelped: true,
  minutes: 60 as Minutes,
  day: at('Ana').today(),
  category: null,
  text: '',
  instead: null,
  isGift: false,
  as: null,
  asked: [],
  from: null,
  ...said,
});
/** Whom this side has asked, and how often. */
const askedBy = (side: PartyId): PartyId[] =>
  ledger()
    .transfersOf(side)
    .filter(({ proposer }) => proposer === side)
    .map(({ party }) => party)
    .sort();
const kept = async (place: Place, { id: name }: HelpDraft): Promise<HelpDraft> => {
  const read = done(await readDraft(place.notes, name));
  assert(read, 'it is kept');
  return read;
};

beforeEach(async () => {
  village = await smallVillage();
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('[C31] each of several is asked for an hour of their own, and reads the same note', async () => {
  const draft = draftOf(ids('Biel', 'Carme', 'Didac'), { text: 'The long table' });
  const report = vi.fn();
  const ran = done(await askSeveral(at('Ana'), draft, { report }));
  expect(ran).toMatchObject({ isAll: true, why: null });
  expect(ran.draft).toMatchObject({ with: null, others: [], from: null });
  expect(report.mock.calls).toEqual([1, 2, 3].map((n) => [{ done: n, of: 3 }]));
  expect(askedBy(id('Ana'))).toEqual(ids('Biel', 'Carme', 'Didac').sort());
  for (const name of ['Biel', 'Carme', 'Didac']) {
    const [hour, ...more] = await openMyHours(at(name));
    expect(more).toEqual([]);
    expect(hour).toMatchObject({ stage: 'answer', note: { text: 'The long table' } });
    assert(hour && ran.draft.asked.includes(hour.transfer.proposal), 'it is told');
    done(await sayYes(at(name), hour.transfer.proposal));
  }
  expect(ledger().balanceOf(village.memberOf('Ana'))).toBe(180);
  expect(ledger().balanceOf(village.memberOf('Biel'))).toBe(-60);
});

test('[C31] all of them helped me: each is asked, and has the time', async () => {
  const draft = draftOf(ids('Biel', 'Carme'), { iHelped: false });
  const { draft: left } = done(await askSeveral(at('Ana'), draft));
  const [one, other] = left.asked;
  assert(one && other, 'both are asked');
  done(await sayYes(at('Biel'), one));
  done(await sayYes(at('Carme'), other));
  expect(ledger().balanceOf(village.memberOf('Ana'))).toBe(-120);
});

/** The disk is full from the write of this number on, until `room` is called. */
function fullFrom(place: Place, many: number): () => void {
  const append = place.writer.append.bind(place.writer);
  let written = 0;
  const full = vi.spyOn(place.writer, 'append').mockImplementation((...entry) => {
    written += 1;
    return written < many
      ? append(...entry)
      : Promise.resolve(err({ type: 'StoreFull' }));
  });
  return () => full.mockRestore();
}

test('[C31] what fails in the middle is taken up again, and nobody is asked twice', async () => {
  const room = fullFrom(at('Ana'), 3);
  const draft = draftOf(ids('Biel', 'Carme', 'Didac'));
  const ran = done(await askSeveral(at('Ana'), draft));
  expect(ran).toMatchObject({ isAll: false, why: { type: 'StoreFull' } });
  expect(ran.draft.asked).toHaveLength(2);
  expect(stillToAsk(ran.draft)).toEqual(ids('Didac'));
  expect(await kept(at('Ana'), draft)).toEqual(ran.draft);
  room();
  const again = done(await askSeveral(at('Ana'), ran.draft));
  expect(again).toMatchObject({ isAll: true, draft: { with: null, others: [] } });
  expect(again.draft.asked).toHaveLength(3);
  expect(askedBy(id('Ana'))).toEqual(ids('Biel', 'Carme', 'Didac').sort());
});

test('[C31] where nobody was asked it is refused, and the draft is as it was', async () => {
  fullFrom(at('Ana'), 1);
  const draft = draftOf(ids('Biel', 'Carme'));
  expect(errorOf(await askSeveral(at('Ana'), draft))).toBe('StoreFull');
  expect(await kept(at('Ana'), draft)).toEqual(draft);
});

test('[C31] what cannot be kept on this phone first is not asked', async () => {
  vi.spyOn(at('Ana').notes, 'put').mockResolvedValue(err({ type: 'StoreFull' }));
  const draft = draftOf(ids('Biel', 'Carme'));
  expect(errorOf(await askSeveral(at('Ana'), draft))).toBe('StoreFull');
  expect(askedBy(id('Ana'))).toEqual([]);
});

/** The phone dies in the write of this number: nothing comes after it. */
async function diesIn(place: Place, draft: HelpDraft, many: number): Promise<void> {
  const append = place.writer.append.bind(place.writer);
  const dying = vi.spyOn(place.writer, 'append');
  await new Promise<void>((resolve) => {
    let written = 0;
    dying.mockImplementation((...entry) => {
      written += 1;
      if (written < many) return append(...entry);
      resolve();
      return new Promise(() => undefined);
    });
    void askSeveral(place, draft);
  });
  dying.mockRestore();
}

test('[C31] a phone that died in between knows whom it had asked, and asks the others', async () => {
  const everybody = ids('Biel', 'Carme', 'Didac');
  await village.help('Ana', 'Didac', 60, { open: true });
  const draft = draftOf(everybody);
  await diesIn(at('Ana'), draft, 3);
  const found = await kept(at('Ana'), draft);
  expect(found.from).not.toBeNull();
  // What was recorded before it, or otherwise since, is not what was asked then.
  await village.help('Ana', 'Didac', 45, { open: true });
  const left = withoutAsked(at('Ana'), found);
  expect(left.asked).toHaveLength(2);
  expect(left).toMatchObject({ with: id('Didac'), others: [], from: null });
  // What one of them was asked may be settled by now: they were asked.
  done(await sayYes(at('Biel'), left.asked[0] as EntryId));
  done(await takeBack(at('Ana'), left.asked[1] as EntryId));
  expect(withoutAsked(at('Ana'), found)).toEqual(left);
  expect(withoutAsked(at('Ana'), left)).toBe(left);
  done(await askSeveral(at('Ana'), left));
  const ofDidac = askedBy(id('Ana')).filter((party) => party === id('Didac'));
  expect(ofDidac).toHaveLength(3);
  expect(askedBy(id('Ana')).filter((party) => party === id('Biel'))).toHaveLength(1);
});

test('[C31] what another phone of mine asked meanwhile is not what this one did', async () => {
  const draft = draftOf(ids('Biel', 'Carme'));
  await diesIn(at('Ana'), draft, 2);
  const found = await kept(at('Ana'), draft);
  await village.addDevice('Ana', 'The tablet');
  // Its log is longer than this one's, by help of another length.
  const longer = draftOf(ids('Biel'), { minutes: 45 as Minutes });
  for (let i = 0; i <= (found.from ?? 0); i += 1)
    done(await askSeveral(at('The tablet'), longer));
  done(await askSeveral(at('The tablet'), draftOf(ids('Carme'))));
  expect(withoutAsked(at('Ana'), found)).toMatchObject({ with: id('Carme') });
});

async function clinicOf(signer: string): Promise<AccountId> {
  const said = {
    kind: 'organisation',
    name: 'Clinic',
    words: '',
    threshold: 1,
  } as const;
  return done(await openOne(at(signer), { ...said, others: [] }));
}

test('[C31] for the clinic: who alone signs for it is passed over, and the others are asked', async () => {
  const clinic = await clinicOf('Ana');
  const draft = draftOf(ids('Biel', 'Ana', 'Carme'), { as: clinic });
  const ran = done(await askSeveral(at('Ana'), draft));
  expect(ran).toMatchObject({ isAll: true, why: null });
  expect(stillToAsk(ran.draft)).toEqual(ids('Ana'));
  expect(askedBy(clinic)).toEqual(ids('Biel', 'Carme').sort());
  await diesIn(at('Ana'), draftOf(ids('Biel', 'Didac'), { as: clinic }), 2);
  const left = withoutAsked(at('Ana'), await kept(at('Ana'), draft));
  expect(stillToAsk(left)).toEqual(ids('Didac'));
});

test('[C31] for whom this phone writes, and by whom it writes, is asked by another', async () => {
  const said = { name: 'Elda', skills: [], guardians: [] };
  const elda = done(await letInOnPaper(at('Ana'), said, await newWords()));
  const ran = done(await askSeveral(at('Ana'), draftOf([elda, id('Biel')])));
  expect(stillToAsk(ran.draft)).toEqual([elda]);
  expect(askedBy(id('Ana'))).toEqual(ids('Biel'));
  // On her behalf: the others, and not who writes.
  const hers = done(await behalfOf(at('Ana'), elda));
  const forHer = draftOf(ids('Ana', 'Biel', 'Carme'), { iHelped: false });
  const hersRan = done(await askSeveral(hers, forHer));
  expect(stillToAsk(hersRan.draft)).toEqual(ids('Ana'));
  expect(askedBy(elda)).toEqual(ids('Biel', 'Carme').sort());
  const nobody = draftOf(ids('Ana'));
  expect(errorOf(await askSeveral(hers, nobody))).toBe('WritesForThem');
});

test('[C31] no more at once than neighbours carry, with those who were asked before', async () => {
  const many = Array.from(
    { length: askedAtOnce },
    (_, i) => String(i).padStart(64, '0') as PartyId,
  );
  const asked = ['0b'.repeat(32) as EntryId];
  const over = await askSeveral(at('Ana'), draftOf(many, { asked }));
  expect(over).toEqual(err({ type: 'TooManyLines', lines: 13, limit: askedAtOnce }));
  expect(errorOf(await askSeveral(at('Ana'), draftOf(many)))).toBe('UnknownMember');
  expect(errorOf(await askSeveral(at('Ana'), draftOf([])))).toBe('NobodyNamed');
});

test('[C31] called off, it says who was asked', async () => {
  const signal = { aborted: false };
  const report = () => (signal.aborted = true);
  const draft = draftOf(ids('Biel', 'Carme', 'Didac'));
  const ran = done(await askSeveral(at('Ana'), draft, { signal, report }));
  expect(ran).toMatchObject({ isAll: false, why: null });
  expect(stillToAsk(ran.draft)).toEqual(ids('Carme', 'Didac'));
  expect(askedBy(id('Ana'))).toEqual(ids('Biel'));
});

test('a draft with several comes back whole', async () => {
  const draft = draftOf(ids('Biel', 'Carme'));
  done(await keepDraft(at('Ana').notes, draft));
  expect(withoutAsked(at('Ana'), await kept(at('Ana'), draft))).toEqual(draft);
});
