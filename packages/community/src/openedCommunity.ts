import type {
  AccountId,
  Day,
  EntryId,
  MemberId,
  MinuteOfTime,
  Minutes,
  PartyId,
  Result,
  Work,
} from '@manyhands/base';
import { outlookOf } from '@manyhands/ledger';
import type { Charter } from '@manyhands/ledger';
import { agreementNow } from './decisions/index.ts';
import type { AgreementInForce } from './decisions/index.ts';
import type { Membership, Person, Place, Topic } from './opened/index.ts';
import type { ActRefused, HelpSaid, Hour, Together } from './hours/index.ts';
import {
  archiveOf,
  keeperOn,
  ownLogsHere,
  statusOf,
  whoKeeps,
  whoKeepsAll,
} from './keeping/index.ts';
import * as hours from './hours/index.ts';
import { myDevices } from './devices/index.ts';
import type { MyDevice } from './devices/index.ts';
import { FaceToFace, mySignature, togetherHere } from './hours/index.ts';
import type { AskingDevice } from './threshold/index.ts';
import { addressOf, isOff, peopleHere, personHere, topics } from './opened/index.ts';
import { hasPage } from './recovery/index.ts';
import type { JoinRefusal } from '@manyhands/door';
import type { Status } from './keeping/index.ts';

/** Who has stored what: what there is of mine, and what others' devices have said. */
const ofCopies = ['ledger', 'board', 'links'] as const;

/**
 * One opened community as its member sees it: what is read comes from the folds as they are
 * now, so nothing can be shown that the ledger does not say.
 */
export class OpenedCommunity {
  readonly place: Place;
  /** The hour I last said yes to: its halves have not been seen to meet yet. */
  justMet: EntryId | null = null;
  #hasReadOfDamage = false;
  readonly face = new FaceToFace(this);

  constructor(place: Place) {
    this.place = place;
  }

  get membership(): Membership {
    return this.place.membership;
  }

  /** What routes call this place. */
  get address(): string {
    return addressOf(this.place.membership);
  }

  get #me(): MemberId {
    return this.place.membership.member;
  }

  /**
   * Called with the topics of what is being read. What draws overrides it, to ask again once
   * one of them is told; nobody else need.
   */
  protected follow(..._topics: readonly Topic[]): void {
    // Whoever asks once is told nothing.
  }

  get #ledger() {
    this.follow('ledger');
    return this.place.replica.ledger;
  }

  /** The record's, or what somebody who knocks was told. */
  get #charter(): Charter | null {
    const charter = this.#ledger.charter();
    if (charter !== null) return charter;
    this.follow('links');
    return this.place.toldCharter();
  }

  get name(): string {
    return this.#charter?.name ?? this.place.membership.communityName;
  }

  /** As founded, or as decided since; null until the charter has come. */
  get #agreed(): AgreementInForce | null {
    const charter = this.#charter;
    return charter && agreementNow(this.#ledger, charter);
  }

  /** What the community calls an hour; empty until its charter has come. */
  get unit(): string {
    return this.#agreed?.unit ?? '';
  }

  /** How far below zero a warning is shown; null until the charter has come. */
  get limit(): Minutes | null {
    return this.#agreed?.limit ?? null;
  }

  /** What the community agreed on, in its own words. */
  get agreement(): string {
    return this.#agreed?.words ?? '';
  }

  /** Whether members' devices have let us in. Until then everything we write waits. */
  get isLetIn(): boolean {
    this.follow('links');
    return this.#ledger.isEverMember(this.#me) && this.place.comingBack() === null;
  }

  /** Opened from an archive, with no invite in hand: all of it can be read. */
  get isReader(): boolean {
    return !this.isLetIn && !this.place.hasKnocked() && this.#ledger.charter() !== null;
  }

  get refusal(): JoinRefusal | null {
    this.follow('links');
    return this.place.refusal();
  }

  /** Every device of mine, this one first. */
  get devices(): MyDevice[] {
    this.follow('ledger', 'board');
    return myDevices(this.place);
  }

  /** This device keeps and passes on; what it signs has no effect (findings/A11). */
  get isKeeper(): boolean {
    return this.#ledger.roleOf(this.#me, this.membership.device) === 1;
  }

  /** Another member's phone, which writes here for a member without one (ledger/L14). */
  get isBehalf(): boolean {
    return this.membership.isBehalf === true;
  }

  /** Another device of mine has switched this one off, or I write for them no more. */
  get isSwitchedOff(): boolean {
    this.follow('ledger');
    return isOff(this.place);
  }

  /** A device that has knocked with the link this phone shows. */
  get askingDevice(): AskingDevice | null {
    this.follow('links');
    return this.place.pendingDevice.asking;
  }

  /** What this phone shows while it asks its owner's other one. */
  get digits(): string | null {
    this.follow('links');
    return this.place.digits();
  }

  /** Whether words on paper speak for me, and not the key I began with (ledger/L12). */
  get hasKit(): boolean {
    return hasPage(this.#ledger, this.#me);
  }

  get me(): Person {
    return this.person(this.#me);
  }

  /** Null while the sum is not known: before we are let in, or in need of an update. */
  get balance(): Minutes | null {
    const ledger = this.#ledger;
    if (ledger.hidesSumsOf(this.#me) || !this.isLetIn) return null;
    return ledger.balanceOf(this.#me);
  }

  /** This version may not know all of this member's hours (ledger/L15). */
  get needsUpdate(): boolean {
    return this.#ledger.hidesSumsOf(this.#me);
  }

  /** Nor those of the others: what all have done together is not known. */
  get hidesAllSums(): boolean {
    return this.#ledger.needsUpdate();
  }

  /** Everybody else, by name as this reader's language orders names. */
  get people(): readonly Person[] {
    return this.see(peopleHere, 'ledger', 'board');
  }

  /** Those of them who have not died: whom something can be done with. */
  get living(): readonly Person[] {
    return this.people.filter(({ hasDied }) => !hasDied);
  }

  person(id: PartyId): Person {
    return this.see((place) => personHere(place, id), 'ledger', 'board');
  }

  /** Who I last had hours with and is still here, latest first. */
  get recent(): Person[] {
    const met = new Map<PartyId, Person>();
    for (const { other } of this.hours) {
      const isSomebody = !other.hasLeft && other.account !== 'opening';
      if (isSomebody && !met.has(other.id)) met.set(other.id, other);
    }
    return [...met.values()];
  }

  /** What waits for my yes. */
  get waiting(): readonly Hour[] {
    return this.see(hours.hoursWaiting, 'ledger', 'board');
  }

  /** What I asked and nobody has answered. */
  get asked(): readonly Hour[] {
    return this.see(hours.hoursAsked, 'ledger', 'board');
  }

  /** Every hour of mine, the newest day first. */
  get hours(): readonly Hour[] {
    return this.see(hours.myHours, 'ledger', 'board');
  }

  /** Everybody's hours that `together` counts, the newest day first, `most` of them. */
  countedHours(most: number): readonly Hour[] {
    return this.see((place) => hours.countedHours(place, most), 'ledger', 'board');
  }

  /** An account's hours as from its side, the newest day first. */
  hoursOf(account: AccountId): readonly Hour[] {
    return this.see((place) => hours.hoursOfAccount(place, account), 'ledger', 'board');
  }

  hour(proposal: EntryId, party: PartyId): Hour | null {
    return this.see(
      (place) => hours.hourNamed(place, proposal, party),
      'ledger',
      'board',
    );
  }

  get together(): Together {
    return this.see(togetherHere, 'ledger', 'board');
  }

  /**
   * What `helped` would have to give back after this help, when it is more than the
   * agreement likes; else null. A warning for the two of them, never a refusal (ledger/L5).
   */
  pastLimitAfter(helper: PartyId, helped: PartyId, minutes: Minutes): Minutes | null {
    if (this.#ledger.hidesSumsOf(helped as MemberId)) return null;
    // An opening hands out what all agreed on: how much is said by its total (C28).
    if (this.#ledger.account(helped)?.kind === 'opening') return null;
    const [, after] = outlookOf(this.#ledger, [{ helper, helped, minutes }]);
    return after?.pastLimit ? (-after.after as Minutes) : null;
  }

  get status(): Status {
    this.follow(...topics);
    const ofDevice = keeperOn(this.#ledger);
    const linkedDevices = this.place.linkedDevices();
    return statusOf({
      trouble: this.place.trouble() ?? (this.needsUpdate ? 'Update' : null),
      me: this.#me,
      own: ownLogsHere(this.place),
      acks: this.place.acks(),
      memberOf: ofDevice,
      linked: this.linked.length,
      isOwnLinked: linkedDevices.some((device) => ofDevice(device) === this.#me),
      waiting: this.place.waiting(),
    });
  }

  /** Part of this phone's copy was damaged when it was opened, and nobody has read of it. */
  get isDamaged(): boolean {
    this.follow('disk');
    const faults = this.#hasReadOfDamage ? [] : this.place.replica.faults();
    return faults.some(({ type }) => type === 'Mended');
  }

  readOfDamage = (): void => {
    this.#hasReadOfDamage = true;
    this.place.tell('disk');
  };

  /** The other members of whom some device has stored all that I wrote here. */
  get keepers(): Person[] {
    return this.see(whoKeepsAll, ...ofCopies).map((member) => this.person(member));
  }

  /** The other members of whom some device has stored this entry. */
  keptBy(id: EntryId): Person[] {
    return whoKeeps(this.place, id).map((member) => this.person(member));
  }

  /**
   * What `look` finds in this place. Whoever draws it is asked again when something of these
   * topics has changed; without any, after every change.
   */
  see<T>(look: (place: Place) => T, ...asked: readonly Topic[]): T {
    this.follow(...(asked.length > 0 ? asked : topics));
    return look(this.place);
  }

  /** The other members who have stored what I last signed about this hour. */
  keepersOf(hour: Hour): Person[] {
    this.follow(...ofCopies);
    const mine = mySignature(this.place, hour.transfer);
    return mine ? this.keptBy(mine.id) : [];
  }

  /** The words of thanks that stand beneath an hour, for all to read, oldest first. */
  thanksFor(hour: Hour): { readonly from: Person; readonly text: string }[] {
    this.follow('board');
    return this.place.replica.board
      .thanksFor(hour.transfer.proposal)
      .map(({ member, text }) => ({ from: this.person(member), text }))
      .filter(({ from }) => !from.hasLeft);
  }

  /** An open request to put this hour right, from either side. */
  puttingRight(hour: Hour): Hour | null {
    const { proposal } = hour.transfer;
    const open = [...this.waiting, ...this.asked];
    return (
      open.find(
        ({ transfer }) => transfer.kind === 'undo' && transfer.ref === proposal,
      ) ?? null
    );
  }

  /** Members whose devices are linked with this one now. */
  get linked(): Person[] {
    this.follow('links');
    const linked = this.place.linked().map((member) => this.person(member));
    return linked.filter(({ hasLeft }) => !hasLeft);
  }

  get progress(): ReturnType<Place['progress']> {
    this.follow('links');
    return this.place.progress();
  }

  get now(): MinuteOfTime {
    return this.place.now();
  }

  get today(): Day {
    return this.place.today();
  }

  record = (help: HelpSaid): Promise<Result<EntryId, ActRefused>> =>
    hours.recordHelp(this.place, help);
  sayYes = async (hour: Hour) => {
    const said = await hours.sayYes(this.place, hour.transfer.proposal);
    if (said.ok) this.justMet = hour.transfer.proposal;
    return said;
  };
  sayNo = (hour: Hour) => hours.sayNo(this.place, hour.transfer.proposal);
  takeBack = (hour: Hour) => hours.takeBack(this.place, hour.transfer.proposal);
  putRight = (hour: Hour) => hours.putRight(this.place, hour.transfer);
  sayThanks = (hour: Hour, text: string) =>
    hours.sayThanks(this.place, hour.transfer.proposal, text);
  /** Everything that this community may share, as one file in pieces. */
  archive = (app: string, work: Work) => archiveOf(this.place, app, work);
  /** My hours with every note of mine that this phone can open. */
  openHours = () => hours.openMyHours(this.place);
}
