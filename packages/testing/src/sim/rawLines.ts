/**
 * What the oracle reads of hours (ledger/L3, ledger/L4, ledger/L6, ledger/L7, ledger/L18, ledger/L19): each line of
 * each proposal, and what was said to it. Without packages/ledger, like rawEntries.ts.
 */
import { toHex } from '@manyhands/codec';
import { isRawInTime } from './rawAccounts.ts';
import type { RawAccount } from './rawAccounts.ts';
import { arrayOf, isBytes, isNullOr, isWithin } from './rawEntries.ts';
import type { RawAct, Fields } from './rawEntries.ts';
import { rawNameOf } from './rawForks.ts';
import type { RawMandate } from './rawShared.ts';

/** What lines are read by. */
export interface Known {
  readonly roles: ReadonlyMap<string, number>;
  readonly written: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  readonly accounts: ReadonlyMap<string, RawAccount>;
  /** Where identities end ledgers, and where ledgers are proven to fork. */
  readonly ends: ReadonlyMap<string, number>;
  readonly forks: ReadonlyMap<string, number>;
  /** Whether a decision says that a line, if it is marked, does not stand. */
  readonly isVoid: (proposal: string, party: string) => boolean;
}

export interface Line {
  readonly proposal: string;
  readonly party: string;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  /** 0 open, 1 exists, 2 void, 3 declined or withdrawn and not confirmed. */
  readonly status: number;
  /** Whether a side of it stands beyond the cut of its log. */
  readonly isCarried: boolean;
  readonly mark: 'witness' | 'former' | null;
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

/** For oneself, or (ledger/L16) for an account under any claimed mandate of it. */
function mayAct(act: RawAct, as: string | null, known: Known): boolean {
  const role = known.roles.get(rawNameOf(act));
  if (as === null)
    return role === 0 || (role === 2 && rawOwnersOf(act, known).length > 0);
  const claimed = known.accounts.get(as)?.claimed ?? [];
  const isSigner = claimed.some(({ signers }) => signers.includes(act.member));
  return role === 0 && known.members.has(act.member) && isSigner;
}

const peopleBehind = (act: RawAct, known: Known): string[] => [
  act.member,
  ...(known.roles.get(rawNameOf(act)) === 2 ? rawOwnersOf(act, known) : []),
];

/** ledger/L3: another device, and nobody who stands behind both. */
function areApart(one: RawAct, other: RawAct, known: Known): boolean {
  const behind = peopleBehind(one, known);
  return (
    one.device !== other.device &&
    !peopleBehind(other, known).some((person) => behind.includes(person))
  );
}

/** An act, and the account that it speaks for. */
interface Spoken {
  readonly act: RawAct;
  readonly as: string | null;
}

/** Each line of each proposal by itself. */
export function rawLinesOf(
  acts: readonly RawAct[],
  known: Known,
  isBeyond: (act: RawAct) => boolean,
): Line[] {
  const replies = new Map<string, (Spoken & { readonly type: number })[]>();
  for (const act of acts) {
    const reply = replyIn(act);
    if (reply === null || !mayAct(act, reply.as, known)) continue;
    const said = { act, as: reply.as, type: act.type };
    replies.set(reply.proposal, [...(replies.get(reply.proposal) ?? []), said]);
  }
  return acts.flatMap((act) => {
    const proposal = act.type === 10 ? proposalIn(act) : null;
    if (proposal === null || !mayAct(act, proposal.as, known)) return [];
    const said = replies.get(act.id) ?? [];
    return proposal.lines.map(({ party, minutes }) => {
      const proposer = proposal.as ?? act.member;
      const by = (type: number, side: string): RawAct[] =>
        said
          .filter((each) => each.type === type && (each.as ?? each.act.member) === side)
          .map((each) => each.act);
      const own = proposal.as === null ? [] : by(11, proposer);
      const line = { act, proposer, party, asks: [act, ...own], says: by(11, party) };
      const isAdvised = by(12, party).length + by(13, proposer).length > 0;
      const exists = isSigned(line, known, claimed);
      const mark = exists ? markOf(line, known) : null;
      const isVoid = mark !== null && known.isVoid(act.id, party);
      const notBeyond = within(line, (each) => !isBeyond(each));
      return {
        proposal: act.id,
        party,
        minutes,
        mark,
        from: proposal.gave ? party : proposer,
        to: proposal.gave ? proposer : party,
        status: exists ? (isVoid ? 2 : 1) : isAdvised ? 3 : 0,
        isCarried: !isSigned(notBeyond, known, claimed),
      };
    });
  });
}

/** A line, and what was said for both sides of it. */
interface Signing {
  readonly act: RawAct;
  readonly proposer: string;
  readonly party: string;
  readonly asks: readonly RawAct[];
  readonly says: readonly RawAct[];
}

/** Which mandates are asked, and which acts under one of them. */
type Terms = (account: RawAccount) => readonly RawMandate[];
const claimed: Terms = (account) => account.claimed;
const counted: Terms = (account) => account.counted;

const within = (line: Signing, has: (act: RawAct) => boolean): Signing => ({
  ...line,
  asks: line.asks.filter(has),
  says: line.says.filter(has),
});

/** ledger/L19 */
function markOf(line: Signing, known: Known): Line['mark'] {
  const never = Number.POSITIVE_INFINITY;
  const early = within(
    line,
    (act) => act.seq < (known.ends.get(rawNameOf(act)) ?? never),
  );
  if (isSigned(early, known, counted)) return null;
  return isSigned(line, known, counted) ? 'witness' : 'former';
}

/** ledger/L3, ledger/L18: whether both sides have, the proposal itself being one of the acts. */
function isSigned(line: Signing, known: Known, terms: Terms): boolean {
  const { act, proposer, party, asks, says } = line;
  if (!asks.includes(act)) return false;
  const [one, other] = [known.accounts.get(proposer), known.accounts.get(party)];
  const isMember = (side: string): boolean => known.members.has(side);
  const groups = (account: RawAccount, own: readonly RawAct[]) =>
    groupsOf(account, own, terms, known);
  if (one && other) {
    return groups(one, asks).some((xs) =>
      groups(other, says).some((ys) => {
        const both = new Set([...xs.signers, ...ys.signers]);
        return both.size >= xs.threshold + ys.threshold;
      }),
    );
  }
  const apart = (from: RawAct, own: readonly RawAct[]): RawAct[] =>
    own.filter((each) => areApart(from, each, known));
  if (one)
    return (
      isMember(party) && says.some((yes) => groups(one, apart(yes, asks)).length > 0)
    );
  if (!isMember(proposer)) return false;
  if (other) return groups(other, apart(act, says)).length > 0;
  return isMember(party) && apart(act, says).length > 0;
}

/** Under each mandate that is signed: who signed, of whom it takes so many. */
function groupsOf(
  account: RawAccount,
  acts: readonly RawAct[],
  terms: Terms,
  { forks }: Known,
): { readonly signers: ReadonlySet<string>; readonly threshold: number }[] {
  const groups = terms(account).map((mandate) => {
    const fitting = acts.filter(
      (act) =>
        mandate.signers.includes(act.member) &&
        (terms === claimed || isRawInTime(account, mandate, act, forks)),
    );
    const signers = new Set(fitting.map(({ member }) => member));
    return { signers, threshold: mandate.threshold };
  });
  return groups.filter(({ signers, threshold }) => signers.size >= threshold);
}

interface Proposal {
  readonly gave: boolean;
  readonly as: string | null;
  readonly lines: { party: string; minutes: number }[];
}

/** formats 5/10, with ledger/B4 and ledger/B5: anything that does not fit has no effect. */
function proposalIn({ member, payload }: RawAct): Proposal | null {
  const fields = arrayOf(payload, 7);
  if (!fields) return null;
  const [gave, day, lines, kind, ref, note, account] = fields;
  if (typeof gave !== 'boolean' || !isWithin(day, 0, 65_535) || !isWithin(kind, 0, 3)) {
    return null;
  }
  if (!isNullOr(ref, 32) || !isNullOr(note, 16) || !isNullOr(account, 32)) return null;
  if (!Array.isArray(lines) || lines.length < 1 || lines.length > 64) return null;
  const as = isBytes(account, 32) ? toHex(account) : null;
  const read: Proposal['lines'] = [];
  for (const line of lines as Fields) {
    const [party, minutes] = arrayOf(line, 2) ?? [];
    if (!isBytes(party, 32) || !isWithin(minutes, 1, 6_000)) return null;
    const name = toHex(party);
    if (name === (as ?? member) || name <= (read.at(-1)?.party ?? '')) return null;
    read.push({ party: name, minutes });
  }
  return { gave, as, lines: read };
}

/** formats 5/11 to 5/13: what is answered, and for whom. */
function replyIn({
  type,
  payload,
}: RawAct): { proposal: string; as: string | null } | null {
  if (type < 11 || type > 13) return null;
  const [named, account] = arrayOf(payload, 2) ?? [];
  if (!isBytes(named, 32) || !isNullOr(account, 32)) return null;
  return { proposal: toHex(named), as: isBytes(account, 32) ? toHex(account) : null };
}
