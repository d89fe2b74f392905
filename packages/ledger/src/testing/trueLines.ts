/** What the oracle says of hours (L3, L4, L18, L19, L23): plainly, and without the fold. */
import type { EntryId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { TransferPropose } from '../ledgerContent.ts';
import type { TransferMark, TransferStatus } from '../fold/views.ts';
import { isTrulyInTime } from './trueAccounts.ts';
import type { TrueAccount, TrueMandate } from './trueAccounts.ts';
import { writer } from './trueCuts.ts';
import type { Roles } from './trueCuts.ts';

export interface TrueTransfer {
  readonly proposal: EntryId;
  readonly party: string;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly status: TransferStatus;
  readonly mark: TransferMark | null;
  readonly undoneBy: EntryId | null;
}

export interface LineStanding {
  readonly roles: Roles;
  readonly written: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  readonly accounts: readonly TrueAccount[];
  readonly endOf: (name: string) => number;
  /** Where a ledger is proven to have two histories; infinite for nowhere. */
  readonly forkOf: (name: string) => number;
  /** Whether a decision that holds says that this line does not stand. */
  readonly isVoid: (proposal: string, party: string) => boolean;
}

/** `entries`: what is present, by its place or in a witness. */
export function trueLinesOf(
  entries: readonly Entry[],
  standing: LineStanding,
): TrueTransfer[] {
  const transfers = entries.flatMap((entry) => {
    const { content } = entry;
    if (content.type !== 'transfer.propose' || !mayWrite(entry, standing)) return [];
    const proposer = content.as ?? entry.log.member;
    return content.lines.map(({ party, minutes }) => ({
      content,
      proposal: entry.id,
      party: party as string,
      from: content.gave ? party : proposer,
      to: content.gave ? proposer : party,
      minutes: minutes as number,
      ...judged(entry, party, entries, standing),
    }));
  });
  return transfers.map((transfer) => ({
    ...transfer,
    undoneBy:
      transfers
        .filter(({ content, status }) => isUndo(content, transfer.proposal, status))
        .filter(({ from, to }) => from === transfer.to && to === transfer.from)
        .map(({ proposal }) => proposal)
        .sort()[0] ?? null,
  }));
}

const isUndo = (
  { kind, ref }: TransferPropose,
  of: EntryId,
  status: TransferStatus,
): boolean => kind === 'undo' && ref === of && status === 'exists';

/** Whom an entry speaks for. */
const asOf = ({ content, log }: Entry): string =>
  'as' in content ? (content.as ?? log.member) : log.member;

function ownersOf(entry: Entry, { roles, written }: LineStanding): string[] {
  return [...roles]
    .filter(([name, role]) => role === 0 && written.has(name))
    .map(([name]) => name.split('/') as [string, string])
    .filter(([member, device]) => {
      return device === entry.log.device && member !== entry.log.member;
    })
    .map(([member]) => member);
}

/** L14, and L16: for an account only with role 0, under some claimed mandate. */
function mayWrite(entry: Entry, standing: LineStanding): boolean {
  const role = standing.roles.get(writer(entry));
  const { member } = entry.log;
  if (asOf(entry) === member) {
    return role === 0 || (role === 2 && ownersOf(entry, standing).length > 0);
  }
  const account = standing.accounts.find(({ id }) => id === asOf(entry));
  const isSigner = account?.claimed.some(({ signers }) => signers.includes(member));
  return role === 0 && standing.members.has(member) && isSigner === true;
}

function behind(entry: Entry, standing: LineStanding): string[] {
  const agent = standing.roles.get(writer(entry)) === 2;
  return [entry.log.member, ...(agent ? ownersOf(entry, standing) : [])];
}

const areApart = (one: Entry, other: Entry, standing: LineStanding): boolean =>
  one.log.device !== other.log.device &&
  !behind(one, standing).some((each) => behind(other, standing).includes(each));

type Sort = 'claimed' | 'counted';

function judged(
  proposal: Entry,
  party: string,
  entries: readonly Entry[],
  standing: LineStanding,
): Pick<TrueTransfer, 'status' | 'mark'> {
  const replies = entries.filter(
    ({ content }) => 'proposal' in content && content.proposal === proposal.id,
  );
  const said = (type: string, by: string): Entry[] =>
    replies
      .filter(({ content }) => content.type === type)
      .filter((entry) => asOf(entry) === by && mayWrite(entry, standing));
  const proposer = asOf(proposal);
  const isAccount = standing.accounts.some(({ id }) => id === proposer);
  // A member who asks has said all with the question; of an account others sign as well.
  const more = isAccount ? said('transfer.confirm', proposer) : [];
  const yes = [...said('transfer.confirm', party), ...more];
  const isSigned = (acts: readonly Entry[], sort: Sort): boolean =>
    acts.includes(proposal) && bothSigned(proposal, party, acts, sort, standing);
  const acts = [proposal, ...yes];
  if (!isSigned(acts, 'claimed')) {
    if (said('transfer.decline', party).length > 0) {
      return { status: 'declined', mark: null };
    }
    const isBack = said('transfer.withdraw', proposer).length > 0;
    return { status: isBack ? 'withdrawn' : 'open', mark: null };
  }
  const early = acts.filter((act) => act.seq < standing.endOf(writer(act)));
  const mark = isSigned(early, 'counted')
    ? null
    : isSigned(acts, 'counted')
      ? 'witness'
      : 'former';
  const isVoid = mark !== null && standing.isVoid(proposal.id, party);
  return { status: isVoid ? 'void' : 'exists', mark };
}

/** Each way in which a side may have been signed: who did, as single people. */
function waysOf(
  side: string,
  acts: readonly Entry[],
  sort: Sort,
  { accounts, members, forkOf }: LineStanding,
): Entry[][] {
  const own = acts.filter((act) => asOf(act) === side);
  const account = accounts.find(({ id }) => id === side);
  if (account === undefined) return members.has(side) ? own.map((act) => [act]) : [];
  const isInTime = (mandate: TrueMandate, act: Entry): boolean =>
    sort === 'claimed' || isTrulyInTime(account, mandate, act, forkOf(writer(act)));
  return account[sort].flatMap((mandate) =>
    choices(
      mandate,
      own.filter((act) => isInTime(mandate, act)),
    ),
  );
}

/** Every choice of `threshold` signers with an act each. */
function choices(
  { signers, threshold }: TrueMandate,
  acts: readonly Entry[],
): Entry[][] {
  const fitting = acts.filter(({ log }) => signers.includes(log.member));
  return subsets(fitting, threshold).filter(
    (chosen) => new Set(chosen.map(({ log }) => log.member)).size === threshold,
  );
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) =>
    subsets(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

/** L18 */
function bothSigned(
  proposal: Entry,
  party: string,
  acts: readonly Entry[],
  sort: Sort,
  standing: LineStanding,
): boolean {
  const isAccount = (side: string): boolean =>
    standing.accounts.some(({ id }) => id === side);
  const areAccounts = isAccount(asOf(proposal)) && isAccount(party);
  return waysOf(asOf(proposal), acts, sort, standing).some((ones) =>
    waysOf(party, acts, sort, standing).some((others) =>
      ones.every((one) =>
        others.every((other) =>
          areAccounts
            ? one.log.member !== other.log.member
            : areApart(one, other, standing),
        ),
      ),
    ),
  );
}
