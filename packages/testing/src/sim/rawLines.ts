/**
 * What the oracle reads of hours (ledger/L3, ledger/L4, ledger/L6, ledger/L7): each line of each proposal, and what was
 * said to it. Without packages/ledger, like rawEntries.ts.
 */
import { toHex } from '@manyhands/codec';
import { arrayOf, isBytes, isNullOr, isWithin } from './rawEntries.ts';
import type { RawAct, Fields } from './rawEntries.ts';

/** What lines are read by. */
export interface Known {
  readonly roles: ReadonlyMap<string, number>;
  readonly written: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
}

export interface Line {
  readonly proposal: string;
  readonly party: string;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  /** 0 open, 1 exists, 3 declined or withdrawn and not confirmed. */
  readonly status: number;
  /** Whether a side of it stands beyond the cut of its log. */
  readonly isCarried: boolean;
}

/** findings/A11: the owners of an agent's device, who have signed with it for themselves. */
export function rawOwnersOf(
  { member, device }: Pick<RawAct, 'member' | 'device'>,
  { roles, written }: Pick<Known, 'roles' | 'written'>,
): string[] {
  return [...roles]
    .filter(([name, role]) => role === 0 && written.has(name))
    .map(([name]) => [name.slice(0, 64), name.slice(64)])
    .filter(([owner, own]) => own === device && owner !== member)
    .map(([owner]) => owner ?? '');
}

function mayAct(act: RawAct, known: Known): boolean {
  const role = known.roles.get(act.member + act.device);
  return role === 0 || (role === 2 && rawOwnersOf(act, known).length > 0);
}

const peopleBehind = (act: RawAct, known: Known): string[] => [
  act.member,
  ...(known.roles.get(act.member + act.device) === 2 ? rawOwnersOf(act, known) : []),
];

/** ledger/L3, ledger/L4, ledger/L6, ledger/L7: each line of each proposal by itself. */
export function rawLinesOf(
  acts: readonly RawAct[],
  known: Known,
  isBeyond: (act: RawAct) => boolean,
): Line[] {
  const counted = acts.filter((act) => mayAct(act, known));
  return counted.flatMap((act) => {
    const proposal = act.type === 10 ? proposalIn(act) : null;
    return (proposal?.lines ?? []).map(({ party, minutes }) => ({
      proposal: act.id,
      party,
      from: proposal?.gave === true ? party : act.member,
      to: proposal?.gave === true ? act.member : party,
      minutes,
      status: statusOf(act, party, counted, known),
      isCarried:
        isBeyond(act) || confirmationsOf(act, party, counted, known).every(isBeyond),
    }));
  });
}

interface Proposal {
  readonly gave: boolean;
  readonly lines: { party: string; minutes: number }[];
}

/** formats 5/10, with ledger/B4 and ledger/B5: anything that does not fit has no effect. */
function proposalIn({ member, payload }: RawAct): Proposal | null {
  const fields = arrayOf(payload, 7);
  if (!fields) return null;
  const [gave, day, lines, kind, ref, note, as] = fields;
  if (typeof gave !== 'boolean' || !isWithin(day, 0, 65_535) || !isWithin(kind, 0, 3)) {
    return null;
  }
  if (!isNullOr(ref, 32) || !isNullOr(note, 16) || as !== null) return null;
  if (!Array.isArray(lines) || lines.length < 1 || lines.length > 64) return null;
  const read: Proposal['lines'] = [];
  for (const line of lines as Fields) {
    const [party, minutes] = arrayOf(line, 2) ?? [];
    if (!isBytes(party, 32) || !isWithin(minutes, 1, 6_000)) return null;
    const name = toHex(party);
    if (name === member || name <= (read.at(-1)?.party ?? '')) return null;
    read.push({ party: name, minutes });
  }
  return { gave, lines: read };
}

function statusOf(
  proposal: RawAct,
  party: string,
  counted: readonly RawAct[],
  known: Known,
): number {
  const said = (type: number, by: string): RawAct[] =>
    counted.filter(
      (act) => act.type === type && act.member === by && answers(act, proposal.id),
    );
  const bothMembers = known.members.has(proposal.member) && known.members.has(party);
  const confirmed = confirmationsOf(proposal, party, counted, known).length > 0;
  if (confirmed && bothMembers) return 1;
  return said(12, party).length + said(13, proposal.member).length > 0 ? 3 : 0;
}

/** What `party` said yes with, where nobody stands behind both sides. */
function confirmationsOf(
  proposal: RawAct,
  party: string,
  counted: readonly RawAct[],
  known: Known,
): RawAct[] {
  const behind = peopleBehind(proposal, known);
  return counted.filter(
    (act) =>
      act.type === 11 &&
      act.member === party &&
      answers(act, proposal.id) &&
      act.device !== proposal.device &&
      !peopleBehind(act, known).some((person) => behind.includes(person)),
  );
}

function answers({ payload }: RawAct, proposal: string): boolean {
  const [named, as] = arrayOf(payload, 2) ?? [];
  return isBytes(named, 32) && toHex(named) === proposal && as === null;
}
