/**
 * What a member may write about accounts, by what a phone knows: rightly, or as somebody
 * would who wants more than is theirs. Drawn here from the formats, since the functions with
 * which the app drafts refuse most of what must do no harm.
 */
import type { AccountId, Day, MemberId, Minutes, PartyId } from '@manyhands/base';
import type {
  AccountChange,
  AccountOpen,
  AccountView,
  KnownContent,
  Ledger,
  MandateClaim,
  ProposedLine,
  Transfer,
  TransferPropose,
  TransferReply,
} from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import type { Chance } from '../../chance.ts';
import { headsIn } from '../heads.ts';

/** Who writes, by what their phone knows. */
export interface At {
  readonly replica: Replica;
  readonly member: MemberId;
  readonly day: Day;
  readonly chance: Chance;
  /** Changes that somebody wrote in this world, to be joined or gone back behind. */
  readonly said: readonly MandateClaim[];
}

export type SharedDraft = (at: At) => KnownContent | null;

export const membersIn = (ledger: Ledger): MemberId[] =>
  ledger
    .members()
    .filter(({ everMember }) => everMember)
    .map(({ member }) => member);

const fewAccounts = 4;

export const openOneAccount: SharedDraft = ({
  replica: { ledger },
  member,
  chance,
}) => {
  if (ledger.accounts().length >= fewAccounts) return null;
  const others = chance.shuffled(membersIn(ledger).filter((each) => each !== member));
  const some = others.slice(0, chance.between(0, 3));
  const signers = chance.percent(85) || some.length === 0 ? [member, ...some] : some;
  const kind = chance.weighted({ organisation: 60, pot: 25, opening: 15 });
  const least = kind === 'opening' ? 2 : 1;
  if (signers.length < least) return null;
  return {
    type: 'account.open',
    kind,
    signers: signers.sort(),
    threshold: Math.max(least, thresholdOf(signers.length, chance)),
    total: kind === 'opening' ? (chance.between(0, 900) as Minutes) : null,
  } satisfies AccountOpen;
};

const thresholdOf = (signers: number, chance: Chance): number =>
  chance.percent(60) ? Math.min(2, signers) : chance.between(1, signers);

/** Accounts of this member; now and then one that is none of theirs, or no more. */
const accountFor = ({
  replica: { ledger },
  member,
  chance,
}: At): AccountView | null => {
  const all = ledger.accounts();
  const own = all.filter(({ account }) => ledger.signsFor(member, account));
  return chance.pick(chance.percent(90) ? own : all) ?? null;
};

/** Who signs otherwise: the words of somebody before, or new ones. */
export const changeAccount: SharedDraft = (at) => {
  const { chance, said } = at;
  const account = accountFor(at);
  if (account === null) return null;
  const joined = chance.pick(account.underWay);
  if (joined && chance.percent(80)) return changeOf(joined);
  const earlier = said.filter((each) => each.account === account.account);
  const repeated = chance.pick(earlier);
  if (repeated && chance.percent(10)) return changeOf(repeated);
  const before = chance.percent(12) ? repeated?.before : undefined;
  return newChange(at, account, before);
};

const changeOf = (claim: MandateClaim): AccountChange => {
  const { account, before, threshold, signers, places } = claim;
  return { type: 'account.change', account, before, threshold, signers, places };
};

function newChange(
  { replica, chance, said }: At,
  { account, newest }: AccountView,
  earlier: string | undefined,
): AccountChange | null {
  const last = chance.pick(newest);
  if (last === undefined) return null;
  const everybody = membersIn(replica.ledger);
  const kept = last.signers.filter(() => chance.percent(70));
  const added = chance.shuffled(everybody).slice(0, chance.between(0, 2));
  const signers = [...new Set([...kept, ...added])].sort().slice(0, 16);
  if (signers.length === 0) return null;
  const claim = said.find((each) => each.before === earlier);
  const old = new Set([...last.signers, ...(claim?.signers ?? [])]);
  return {
    type: 'account.change',
    account,
    before: earlier ?? last.id,
    threshold: thresholdOf(signers.length, chance),
    signers,
    places: placesOf(replica, [...old], chance),
  };
}

/** At the length held; with some chance now and then lower, or not at all. */
export function placesOf(
  replica: Replica,
  signers: readonly MemberId[],
  chance: Chance | null = null,
): AccountChange['places'] {
  const places = new Map<string, AccountChange['places'][number]>();
  for (const member of signers) {
    for (const { device } of replica.ledger.devicesOf(member)) {
      const { ledger: length } = headsIn(replica, member)(device);
      const less = chance?.percent(20) ? chance.between(1, 4) : 0;
      if (chance?.percent(5) === true) continue;
      places.set(device, { device, place: Math.max(0, length - less) });
    }
  }
  const all = [...places.values()];
  return all.sort((a, b) => (a.device < b.device ? -1 : 1)).slice(0, 48);
}

/** For an account: to a few, of whom one may be another account; help passed on, or a gift. */
export const proposeAs: SharedDraft = (at) => {
  const { replica, chance, day } = at;
  const account = accountFor(at)?.account;
  if (account === undefined) return null;
  const done = chance.pick([...replica.ledger.transfers()]);
  return {
    type: 'transfer.propose',
    gave: chance.percent(40),
    day,
    as: account,
    lines: linesFor(at, account),
    kind: chance.percent(60) ? 'gift' : 'help',
    ref: chance.percent(20) ? (done?.proposal ?? null) : null,
    note: null,
  } satisfies TransferPropose;
};

function linesFor({ replica: { ledger }, chance }: At, own: PartyId): ProposedLine[] {
  const accounts: PartyId[] = ledger.accounts().map(({ account }) => account);
  const parties = chance.percent(30) ? accounts : membersIn(ledger);
  const some = chance
    .shuffled<PartyId>(parties.filter((party) => party !== own))
    .slice(0, chance.percent(25) ? 3 : 1);
  const lines = (some.length > 0 ? some : membersIn(ledger).slice(0, 1)).map(
    (party): ProposedLine => ({ party, minutes: chance.between(1, 300) as Minutes }),
  );
  return lines.sort((a, b) => (a.party < b.party ? -1 : 1));
}

/** A member asks an account for hours, or says that they helped there. */
export const askAccount: SharedDraft = ({ replica: { ledger }, chance, day }) => {
  const account = chance.pick(ledger.accounts());
  if (account === undefined) return null;
  const minutes = chance.between(1, 300) as Minutes;
  return {
    type: 'transfer.propose',
    gave: chance.percent(50),
    day,
    as: null,
    lines: [{ party: account.account, minutes }],
    kind: 'gift',
    ref: null,
    note: null,
  } satisfies TransferPropose;
};

/** Transfers of accounts that the member signs for, and for which of these. */
function signable({ replica: { ledger }, member, chance }: At) {
  const isAnybodys = chance.percent(8);
  const own = ledger
    .accounts()
    .filter(({ account }) => isAnybodys || ledger.signsFor(member, account));
  return own.flatMap(({ account }) =>
    ledger.transfersOf(account).map((transfer) => ({ transfer, as: account })),
  );
}

/** A yes, and now and then a no, for an account. */
export const signAs: SharedDraft = (at) => {
  const { chance } = at;
  const all = signable(at);
  const open = all.filter(({ transfer }) => transfer.status === 'open');
  const one = chance.pick(chance.percent(90) ? open : all);
  if (one === undefined) return null;
  const type = chance.percent(90) ? 'transfer.confirm' : 'transfer.decline';
  return replyAs(type, one);
};

/** A member's own yes to what an account asks of them, or offers. */
export const answerAccount: SharedDraft = ({ replica: { ledger }, member, chance }) => {
  const isAccount = ({ proposer }: Transfer): boolean =>
    ledger.account(proposer) !== null;
  const asked = chance.pick(ledger.waitingFor(member).filter(isAccount));
  if (asked === undefined) return null;
  return { type: 'transfer.confirm', proposal: asked.proposal, as: null };
};

export const withdrawAs: SharedDraft = (at) => {
  const one = at.chance.pick(
    signable(at).filter(({ transfer, as }) => transfer.proposer === as),
  );
  return one === undefined ? null : replyAs('transfer.withdraw', one);
};

const replyAs = (
  type: TransferReply['type'],
  { transfer, as }: { transfer: Transfer; as: AccountId },
): TransferReply => ({ type, proposal: transfer.proposal, as });

/** The same hours the other way, for the account. */
export const undoAs: SharedDraft = (at) => {
  const done = at.chance.pick(
    signable(at).filter(({ transfer }) => transfer.status === 'exists'),
  );
  if (done === undefined) return null;
  const { transfer, as } = done;
  const { proposer, party, minutes, helper, proposal } = transfer;
  return {
    type: 'transfer.propose',
    gave: helper !== as,
    day: at.day,
    as,
    kind: 'undo',
    lines: [{ party: as === party ? proposer : party, minutes }],
    ref: proposal,
    note: null,
  } satisfies TransferPropose;
};
