import { err, ok } from '@manyhands/base';
import type { EntryId, MemberId, Result } from '@manyhands/base';
import { encode, toHex } from '@manyhands/codec';
import { subjectsOf } from '../fold/subjects.ts';
import type { DecidedMotion, Ledger } from '../fold/views.ts';
import { motionShapes, saidBy } from '../motionContent.ts';
import type { Matter, MotionOpen } from '../motionContent.ts';
import type { From } from './isFullDevice.ts';
import { isFullDevice } from './isFullDevice.ts';
import { isPresent } from './isPresent.ts';

export type MotionRefused =
  | {
      readonly type:
        | 'NotAMember'
        /** It would be no word: this device is a keeper, or was switched off. */
        | 'NotAFullDevice'
        | 'NoVoice'
        | 'AgainstOneself'
        | 'UnknownMember'
        | 'UnknownLine'
        | 'UnknownAccount'
        | 'UnknownMandate'
        /** A value that no such motion can have, or lists that do not ascend. */
        | 'OutOfRange'
        /** As it stands already, by the charter or because nothing else was decided. */
        | 'AsItStands';
    }
  /** The same is asked already, or holds: that is where to say yes. */
  | { readonly type: 'AlreadyAsked' | 'AlreadyHolds'; readonly motion: EntryId };

/** How many motions one can take the place of (F5). */
const replacedAtMost = 8;

/**
 * Asks the community (L20): a rule, lines of a proposal, or how it stands to a member. It
 * takes the place of whatever is taken on the same subject and says something else; of
 * more than eight those that hold, then those with most yes.
 *
 * Refuses who has no voice or a device whose word is none; a motion against oneself; one
 * about a member, line, account or mandate that is unknown here; a value out of range; and
 * what is asked already or stands so.
 */
export function draftMotion(
  ledger: Ledger,
  from: From,
  matter: Matter,
): Result<MotionOpen, MotionRefused> {
  const { member } = from;
  if (!isPresent(ledger, member)) return err({ type: 'NotAMember' });
  if (!isFullDevice(ledger, from)) return err({ type: 'NotAFullDevice' });
  if (ledger.member(member)?.voice !== true) return err({ type: 'NoVoice' });
  const unfit = whyNotAbout(ledger, member, matter);
  if (unfit !== null) return err({ type: unfit });
  if (!fits(matter)) return err({ type: 'OutOfRange' });
  const rivals = rivalsOf(ledger, matter);
  const said = textOf(matter);
  const same = rivals.filter((each) => textOf(each.matter) === said);
  const holding = same.find(({ holds }) => holds.some(Boolean));
  if (holding) return err({ type: 'AlreadyHolds', motion: holding.motion });
  const asked = same.find(({ isTaken }) => !isTaken);
  if (asked) return err({ type: 'AlreadyAsked', motion: asked.motion });
  if (isAsItStands(ledger, matter, said)) return err({ type: 'AsItStands' });
  const replaces = rivals
    .filter((each) => each.isTaken && textOf(each.matter) !== said)
    .sort(
      (a, b) =>
        Number(b.holds.some(Boolean)) - Number(a.holds.some(Boolean)) ||
        b.yes.length - a.yes.length,
    )
    .slice(0, replacedAtMost)
    .map(({ motion }) => motion)
    .sort();
  return ok({ type: 'motion.open', matter, replaces });
}

/** The shown motions about the same: those of several lines share each one of them. */
export function rivalsOf(ledger: Ledger, matter: Matter): DecidedMotion[] {
  const subjects = new Set(subjectsOf(matter));
  return ledger
    .motions()
    .filter(
      (each) =>
        each.isShown &&
        subjectsOf(each.matter).some((subject) => subjects.has(subject)),
    );
}

type UnfitMatter =
  | 'AgainstOneself'
  | 'UnknownMember'
  | 'UnknownLine'
  | 'UnknownAccount'
  | 'UnknownMandate';

/** Whether it is against who asks it, or what it names and this device does not know. */
function whyNotAbout(ledger: Ledger, by: MemberId, matter: Matter): UnfitMatter | null {
  const isUnknown = (member: MemberId): boolean => !isPresent(ledger, member);
  if (matter.about === 'member') {
    const isOwn = matter.member === by;
    if (isOwn && matter.standing !== 'among us') return 'AgainstOneself';
    return isUnknown(matter.member) ? 'UnknownMember' : null;
  }
  if (matter.about === 'lines') {
    const isHere = matter.lines.every(
      ({ proposal, party }) => ledger.transfer(proposal, party) !== null,
    );
    return isHere ? null : 'UnknownLine';
  }
  if (matter.key === 'circle') {
    return matter.value.members.some(isUnknown) ? 'UnknownMember' : null;
  }
  if (matter.key === 'resting') {
    return matter.value.some(isUnknown) ? 'UnknownMember' : null;
  }
  const named =
    matter.key === 'pot' || matter.key === 'opening' ? matter.value : matter.account;
  const account = named === null ? null : ledger.account(named);
  if (named !== null && account === null) return 'UnknownAccount';
  if (matter.key !== 'signers') return null;
  const mandates = [...(account?.newest ?? []), ...(account?.underWay ?? [])];
  return mandates.some(({ id }) => id === matter.value) ? null : 'UnknownMandate';
}

/** Whether it can be written at all: values have bounds, and lists ascend strictly. */
function fits(matter: Matter): boolean {
  const shape = motionShapes['motion.open'];
  return shape.read(shape.write({ matter, replaces: [] })) !== undefined;
}

/** What a motion says of what, so that two can be compared. */
const textOf = (matter: Matter): string =>
  `${subjectsOf(matter).join(' ')} ${toHex(encode(saidBy(matter)))}`;

/** Whether nothing would change: what no motion has changed is as the charter says. */
function isAsItStands(ledger: Ledger, matter: Matter, said: string): boolean {
  switch (matter.about) {
    case 'member':
      return ledger.standingOf(matter.member) === matter.standing;
    case 'lines':
      return false;
    case 'rule':
      return isRuleAsFounded(ledger, matter, said);
  }
}

function isRuleAsFounded(
  ledger: Ledger,
  matter: Extract<Matter, { about: 'rule' }>,
  said: string,
): boolean {
  const { key, account } = matter;
  const charter = ledger.charter();
  if (ledger.rule(key, account) !== null || charter === null) return false;
  const founded: Partial<Record<typeof key, unknown>> = {
    limit: charter.limit,
    relays: charter.relays,
    ice: charter.ice,
    unit: charter.unit,
    words: charter.words,
    resting: [],
  };
  if (!(key in founded)) return false;
  return textOf({ ...matter, value: founded[key] } as Matter) === said;
}
