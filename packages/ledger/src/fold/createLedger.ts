import type {
  AccountId,
  CommunityId,
  DeviceKey,
  EntryId,
  Hex,
  MemberId,
  Minutes,
  PartyId,
} from '@manyhands/base';
import type { Charter } from '../charter.ts';
import type { Entry } from '../entry.ts';
import type { Role } from '../fields.ts';
import type { LogName } from '../log.ts';
import type { MemberStanding, RuleKey, Rules } from '../motionContent.ts';
import { describeAccount, limitOf } from './describeAccount.ts';
import { Folding } from './folding.ts';
import type { FoldedLog } from './logs.ts';
import { identityEvidence, statementsBehind } from './identityEvidence.ts';
import { membersWithKey } from './membersWithKey.ts';
import { newestFirst } from './newestFirst.ts';
import { cutsOf, isPaused, shownCutOf } from './presence.ts';
import { finishHash, hashState } from './stateHash.ts';
import { devicesOf } from './standing.ts';
import { describeMember, leftOn } from './describeMember.ts';
import type {
  AccountView,
  ClaimedKey,
  Cut,
  DecidedMotion,
  FoldEntry,
  HelpView,
  Identity,
  Ledger,
  Member,
  MemberDevice,
  Recovery,
  Transfer,
} from './views.ts';

/** An empty ledger of a community, to which entries are added as they come. */
export const createLedger = (community: CommunityId): Ledger =>
  new CommunityLedger(community);

class CommunityLedger implements Ledger {
  readonly #community: CommunityId;
  readonly #fold: Folding;
  #hash: { readonly version: number; readonly hash: Hex } | null = null;

  constructor(community: CommunityId) {
    this.#community = community;
    this.#fold = new Folding(community);
  }

  get version(): number {
    return this.#fold.version;
  }

  get peopleVersion(): number {
    return this.#fold.peopleVersion;
  }

  get standingVersion(): number {
    return this.#fold.standingVersion;
  }

  hoursVersionOf = (party: PartyId): number =>
    this.peopleVersion + this.#fold.balances.touched.of(party);

  add(entries: Iterable<FoldEntry>): void {
    this.#fold.add(entries);
  }

  holdHours = (): void => this.#fold.hours.hold();

  takeHours: Ledger['takeHours'] = (...kept) => this.#fold.takeHours(...kept);

  keptHours: Ledger['keptHours'] = (entries) => this.#fold.transfers.written(entries);

  charter(): Charter | null {
    return this.#fold.membership.charter;
  }

  members(): Member[] {
    return this.#fold.membership
      .known()
      .map((member) => describeMember(this.#fold, member));
  }

  member(member: MemberId): Member | null {
    return this.#fold.membership.isKnown(member)
      ? describeMember(this.#fold, member)
      : null;
  }

  leftOn(member: MemberId): DeviceKey[] {
    return leftOn(this.#fold, member);
  }

  vouchersOf(member: MemberId): MemberId[] {
    return this.#fold.membership.vouchersOf(member);
  }

  isEverMember(party: PartyId): boolean {
    return this.#fold.membership.isEverMember(party);
  }

  isRooted(member: MemberId): boolean {
    const { membership } = this.#fold;
    if (membership.hasVoice(member)) return true;
    const { charter } = membership;
    if (charter === null || !membership.isFounders(member)) return false;
    const founding = this.#fold.logs.find(charter.founder, charter.device);
    return (founding?.forks.ledger?.seq ?? charter.circle) >= charter.circle;
  }

  hasStanding(member: MemberId, device: DeviceKey): boolean {
    return this.roleOf(member, device) !== null;
  }

  roleOf(member: MemberId, device: DeviceKey): Role | null {
    return this.#fold.logs.find(member, device)?.role ?? null;
  }

  memberOfDevice(device: DeviceKey): MemberId | null {
    return this.#fold.logs.speakerOf(device, (member) =>
      this.#fold.membership.isKnown(member),
    );
  }

  admittedWith(invitePub: Hex): MemberId[] {
    return this.#fold.invites.usesOf(invitePub, (by) => this.isEverMember(by));
  }

  distanceOf(member: MemberId): number {
    return this.#fold.membership.distanceOf(member);
  }

  balanceOf(party: PartyId): Minutes {
    return this.#fold.balances.of(party);
  }

  pastLimit(party: PartyId): boolean {
    // Nobody has hours without a charter.
    return this.balanceOf(party) + (this.limitOf(party) ?? 0) < 0;
  }

  limitOf(party: PartyId): Minutes | null {
    return limitOf(this.#fold, party);
  }

  transfer(proposal: EntryId, party: PartyId): Transfer | null {
    return this.#fold.transfers.line(proposal, party);
  }

  linesOf(proposal: EntryId): Transfer[] {
    return this.#fold.transfers.linesOf(proposal);
  }

  answersTo(proposal: EntryId, party: PartyId): EntryId[] {
    return this.#fold.transfers.answersTo(proposal, party);
  }

  signersOf(proposal: EntryId, party: PartyId, account: AccountId): MemberId[] {
    return this.#fold.transfers.signersOf(proposal, party, account);
  }

  hasConfirmed(proposal: EntryId, party: PartyId): boolean {
    return this.#fold.transfers.hasConfirmed(proposal, party);
  }

  get help(): HelpView {
    return this.#fold.transfers.help;
  }

  transfers(): Iterable<Transfer> {
    return this.#fold.transfers.all();
  }

  transfersOf(party: PartyId): Transfer[] {
    return [...this.#fold.transfers.of(party)].sort(newestFirst);
  }

  waitingFor(member: MemberId): Transfer[] {
    return this.#openOf(member).filter(
      ({ proposal, party }) => party === member && !this.hasConfirmed(proposal, party),
    );
  }

  askedBy(member: MemberId): Transfer[] {
    return this.#openOf(member).filter(({ proposer }) => proposer === member);
  }

  #openOf(member: MemberId): Transfer[] {
    return this.transfersOf(member).filter(({ status }) => status === 'open');
  }

  hidesSumsOf(member: MemberId): boolean {
    return this.#fold.beyondUs().has(member) || this.needsUpdate();
  }

  needsUpdate(): boolean {
    const { membership } = this.#fold;
    const writers = [...this.#fold.beyondUs()].filter((member) =>
      membership.hasVoice(member),
    );
    if (writers.length !== 2) return writers.length > 2;
    return membership.voices().length <= 3;
  }

  accounts(): AccountView[] {
    const { accounts } = this.#fold;
    const all = [...accounts.all()].sort((a, b) => (a.account < b.account ? -1 : 1));
    return all.map((each) => describeAccount(each, accounts));
  }

  account(id: PartyId): AccountView | null {
    const held = this.#fold.accounts.find(id);
    return held === undefined ? null : describeAccount(held, this.#fold.accounts);
  }

  signsFor(member: MemberId, account: PartyId): boolean {
    const held = this.#fold.accounts.find(account);
    if (held === undefined || !this.isEverMember(member)) return false;
    const { newest } = this.#fold.accounts.countedOf(held);
    return newest.some(({ signers }) => signers.has(member));
  }

  motions(): DecidedMotion[] {
    return this.#fold.decisions.all().sort((a, b) => (a.motion < b.motion ? -1 : 1));
  }

  fewMotions: Ledger['fewMotions'] = (...asked) => this.#fold.decisions.few(...asked);

  secondedMotions(): DecidedMotion[] {
    return this.#fold.decisions.seconded();
  }

  motion(id: EntryId): DecidedMotion | null {
    return this.#fold.decisions.find(id);
  }

  rule<K extends RuleKey>(key: K, account: AccountId | null = null): Rules[K] | null {
    return this.#fold.decisions.rule(key, account);
  }

  removals = (): number => this.#fold.decisions.removals();

  standingOf(member: MemberId): MemberStanding {
    return this.#fold.decisions.standingOf(member);
  }

  shouldStand(proposal: EntryId, party: PartyId): boolean | null {
    return this.#fold.decisions.shouldStand(proposal, party);
  }

  cuts(): Cut[] {
    return cutsOf(this.#community, this.#fold.standing.cut());
  }

  cutOf({ kind, member, device }: LogName): number | null {
    const log = this.#fold.logs.find(member, device);
    return log === undefined ? null : shownCutOf(log, kind);
  }

  identityOf(member: MemberId): Identity {
    return this.#fold.standing.identities.of(member).newest;
  }

  identitiesOf(member: MemberId): readonly Identity[] {
    return this.#fold.standing.identities.of(member).chain;
  }

  isContested(member: MemberId): boolean {
    return this.#fold.standing.identities.of(member).contested !== null;
  }

  devicesOf(member: MemberId): MemberDevice[] {
    return devicesOf(this.#fold.logs.ofMember(member));
  }

  endOf({ kind, member, device }: LogName): number | null {
    const end = this.#fold.logs.find(member, device)?.ends[kind];
    return end === undefined || end === Number.POSITIVE_INFINITY ? null : end;
  }

  speaks(member: MemberId, device: DeviceKey): boolean {
    const log = this.#fold.logs.find(member, device);
    if (log === undefined || log.role === null) return false;
    return this.#peopleBehind(log).every(
      (each) => each.ends.ledger === Number.POSITIVE_INFINITY,
    );
  }

  isOut(member: MemberId, device: DeviceKey): boolean {
    const log = this.#fold.logs.find(member, device);
    if (log === undefined || log.role === null) return false;
    return this.#peopleBehind(log).some((each) => {
      const { newest, contested } = this.#fold.standing.identities.of(each.member);
      const listed = newest.devices.find((named) => named.device === device);
      if (listed !== undefined) return listed.ledgerCut !== null;
      return contested === null && each.ends.ledger === 0;
    });
  }

  isSwitchedOff(member: MemberId, device: DeviceKey): boolean {
    const agent = this.#fold.logs.find(member, device);
    const owners = agent?.role === 2 ? this.#fold.logs.ownersOf(agent) : [];
    return [member, ...owners.map((owner) => owner.member)].some((each) =>
      this.identityOf(each).devices.some((listed) => {
        return listed.device === device && listed.ledgerCut !== null;
      }),
    );
  }

  /** The log itself and, of an agent, those of its owners: it is out with any of them. */
  #peopleBehind(log: FoldedLog): FoldedLog[] {
    return log.role === 2 ? [log, ...this.#fold.logs.ownersOf(log)] : [log];
  }

  isClaimed(member: MemberId, version: number, key: Hex): boolean {
    return this.#fold.standing.identities.wasClaimed(member, version, key);
  }

  takeClaimedKeys(): ClaimedKey[] {
    return this.#fold.standing.identities.takeNewKeys();
  }

  statementsBehind(entry: Entry): EntryId[] {
    return statementsBehind(this.#fold.standing.identities, entry);
  }

  recoveriesUnderWay(member: MemberId): Recovery[] {
    return this.#fold.standing.identities.underWay(member);
  }

  membersWithKey(key: Hex): MemberId[] {
    return membersWithKey(this.#fold, key);
  }

  identityEvidence(): EntryId[] {
    return identityEvidence(this.#fold.standing.identities, this.#fold.logs);
  }

  isPaused(party: PartyId): boolean {
    return isPaused(this.#fold.logs.ofMember(party as MemberId));
  }

  isWitnessed(entry: EntryId): boolean {
    return this.#fold.transfers.isWitnessed(entry);
  }

  unwitnessedOf(member: MemberId): EntryId[] {
    return this.#fold.transfers.unwitnessedOf(member);
  }

  unwitnessed(): EntryId[] {
    return this.#fold.transfers.unwitnessedIn(this.#fold.standing.cut());
  }

  stateHash(): Hex {
    if (this.#hash?.version !== this.version) {
      this.#hash = { version: this.version, hash: finishHash(this.hashState()) };
    }
    return this.#hash.hash;
  }

  hashState(): Generator<undefined, Hex> {
    return hashState(this.#community, {
      steps: this.#fold,
      identityOf: (member) => this.identityOf(member),
      hasLeft: (member) => this.leftOn(member).length > 0,
      isPaused: (member) => this.isPaused(member),
    });
  }
}
