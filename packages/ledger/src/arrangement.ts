/**
 * What two people plan about one listing: what, when, how long, where. Each of the two
 * says it in their own words, sealed to the devices of both (formats §6), and replaces what
 * they said before; the rest is a fold over what stands.
 *
 * 1. Only the two are heard, and only about their own arrangement.
 * 2. The latest `round` counts: whoever asks again, once it was called off or done,
 *    begins another, and nothing that was agreed before is consent to it.
 * 3. In a round one "done" makes it done, else one "off" makes it off. Nobody is held to
 *    what they called off, whatever the other wrote at the same time.
 * 4. Else the plan with the highest `rev`, then the highest id, is the one they talk of.
 * 5. It is agreed when the newest plan of each says the same, to the letter. So neither
 *    can have agreed to what they did not write.
 *
 *      asked ──► agreed ──► done        off, done ──► asked (next round)
 *        └──► changed ──┘  (either may change, or call off, at any time)
 */
import { err, ok } from '@manyhands/base';
import type {
  Day,
  EntryId,
  ListingId,
  MemberId,
  Minutes,
  MinuteOfTime,
  NoteId,
  Result,
} from '@manyhands/base';
import {
  decodeAs,
  encodeAs,
  entryLimits,
  fromHex,
  integer,
  malformed,
  nullable,
  text,
  tuple,
} from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import {
  dayField,
  listingField,
  memberField,
  minutesField,
  oneOf,
  u32Field,
  wordOf,
} from './fields.ts';
import { isNewer } from './newer.ts';
import { threadOf } from './thread.ts';

/** Whose listing it is, which, and who answered it: what an arrangement is named by. */
export interface ArrangementName {
  readonly owner: MemberId;
  readonly listing: ListingId;
  readonly answerer: MemberId;
}

/** What the two would have to agree on. */
export interface Plan {
  readonly what: string;
  readonly day: Day | null;
  /** The minute of that day, by the clock on the wall there; null: not said. */
  readonly minute: number | null;
  readonly length: Minutes | null;
  readonly where: string;
}

/** What one of the two says of it. */
export interface ArrangementWord extends ArrangementName {
  readonly round: number;
  readonly rev: number;
  readonly says: 'plan' | 'off' | 'done';
  readonly plan: Plan;
  /** To the other one, beside the plan: nobody has to agree to it. */
  readonly text: string;
}

/** UTF-8 bytes of what is typed. */
export const planLimits = { what: 96, where: 96, text: 500 } as const;

/** The first field of what is sealed and no note: a note begins with bytes. */
const form = oneOf(1);

const shape = tuple<ArrangementWord & { readonly form: 1 }>({
  form,
  owner: memberField,
  listing: listingField,
  answerer: memberField,
  round: u32Field,
  rev: u32Field,
  says: wordOf('plan', 'off', 'done'),
  plan: tuple<Plan>({
    what: text(planLimits.what),
    day: nullable(dayField),
    minute: nullable(integer(0, 1_439)),
    length: nullable(minutesField),
    where: text(planLimits.where),
  }),
  text: text(planLimits.text),
});

/** What is sealed to the two. */
export const encodeArrangement = (word: ArrangementWord): Uint8Array =>
  encodeAs(shape, { ...word, form: 1 });

/** Refuses `Malformed`, also of somebody who answers themself. */
export function readArrangement(bytes: Uint8Array): Result<ArrangementWord, Malformed> {
  const read = decodeAs(shape, bytes, entryLimits);
  if (!read.ok) return read;
  const { form: _, ...word } = read.value;
  if (word.owner === word.answerer) return err(malformed('nobody answers themself'));
  return ok(word);
}

/** The thread of its sealed entries: the same on every device of the two. */
export const arrangementIdOf = (name: ArrangementName): NoteId =>
  threadOf(
    'arrange',
    fromHex(name.owner),
    fromHex(name.listing),
    fromHex(name.answerer),
  );

/** A word as an entry carried it: who signed it, and under which id. */
export interface SaidOfPlan {
  readonly by: MemberId;
  readonly id: EntryId;
  readonly at: MinuteOfTime;
  readonly word: ArrangementWord;
}

export interface Arrangement {
  readonly name: ArrangementName;
  readonly id: NoteId;
  /** `asked`: one has spoken in this round. `changed`: both have, and not the same. */
  readonly stage: 'asked' | 'changed' | 'agreed' | 'off' | 'done';
  /** The word that decides: whose plan it is, who called it off or said it is done. */
  readonly newest: SaidOfPlan;
  /** What each of the two said last in this round. */
  readonly ofOwner: SaidOfPlan | null;
  readonly ofAnswerer: SaidOfPlan | null;
}

/**
 * Where the arrangement called `name` stands, by whatever words of it are here, in any
 * order; null while neither of the two has said anything.
 */
export function arrangementOf(
  name: ArrangementName,
  said: readonly SaidOfPlan[],
): Arrangement | null {
  const heard = said.filter(
    ({ by, word }) =>
      isSameName(name, word) && (by === name.owner || by === name.answerer),
  );
  const round = heard.reduce((most, { word }) => Math.max(most, word.round), 0);
  const current = heard.filter(({ word }) => word.round === round);
  const newest = newestOf(current);
  if (!newest) return null;
  const ofOwner = newestOf(current.filter(({ by }) => by === name.owner));
  const ofAnswerer = newestOf(current.filter(({ by }) => by === name.answerer));
  const of = (says: ArrangementWord['says']): SaidOfPlan | null =>
    newestOf(current.filter(({ word }) => word.says === says));
  const common = { name, id: arrangementIdOf(name), ofOwner, ofAnswerer };
  const done = of('done');
  if (done) return { ...common, stage: 'done', newest: done };
  const off = of('off');
  if (off) return { ...common, stage: 'off', newest: off };
  if (!ofOwner || !ofAnswerer) return { ...common, stage: 'asked', newest };
  const isSame = isSamePlan(ofOwner.word.plan, ofAnswerer.word.plan);
  return { ...common, stage: isSame ? 'agreed' : 'changed', newest };
}

const isSameName = (a: ArrangementName, b: ArrangementName): boolean =>
  a.owner === b.owner && a.listing === b.listing && a.answerer === b.answerer;

export const isSamePlan = (a: Plan, b: Plan): boolean =>
  a.what === b.what &&
  a.day === b.day &&
  a.minute === b.minute &&
  a.length === b.length &&
  a.where === b.where;

/** Of one round, so that revision and id decide (B12). */
const newestOf = (said: readonly SaidOfPlan[]): SaidOfPlan | null =>
  said.reduce<SaidOfPlan | null>(
    (best, each) => (best && !isNewer(versionOf(each), versionOf(best)) ? best : each),
    null,
  );

const versionOf = ({ word: { rev }, id }: SaidOfPlan) => ({ rev, id });
