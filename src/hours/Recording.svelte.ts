import { err, ok, SerialQueue } from '@manyhands/base';
import type {
  AccountId,
  Day,
  EntryId,
  Minutes,
  PartyId,
  Result,
  Work,
} from '@manyhands/base';
import { organisation } from '@manyhands/community/accounts';
import type { ActRefused, HelpDraft, Hour } from '@manyhands/community/hours';
import { ofBoard } from '@manyhands/community/opened';
import { finishPlan, helpPlanned } from '@manyhands/community/talk';
import {
  askingStill,
  askSeveral,
  dropDraft,
  fitsDraft,
  keepDraft,
  newDraftId,
  readDraft,
  stillToAsk,
  whyNotAsked,
  withoutAsked,
} from '@manyhands/community/hours';
import type { Community } from '../phone/Community.svelte.ts';
import type { RecordStart } from '../phone/starts.ts';

/** The word about it is longer than a note may be. */
export interface NoteRefused {
  readonly type: 'NoteTooLong';
}

/**
 * One stretch of help while it is being written down. What was typed is kept on this
 * phone at once, so that a phone call or a flat battery costs nothing.
 */
export class Recording {
  readonly #community: Community;
  /** What its draft is called once it is kept. */
  readonly id: string;
  with = $state<PartyId | null>(null);
  whom = $state('');
  iHelped = $state(true);
  minutes = $state(60 as Minutes);
  day: Day = $state(0 as Day);
  category = $state<number | null>(null);
  text = $state('');
  instead = $state<EntryId | null>(null);
  /** Nobody wants hours for it. */
  isGift = $state(false);
  /** The organisation for which it is recorded; null: as myself. */
  as = $state<AccountId | null>(null);
  /** What is known of it. */
  readonly org = $derived.by(() => {
    const { as } = this;
    if (as === null) return null;
    return this.#community.see((place) => organisation(place, as), ...ofBoard);
  });
  /** Further people with whom it was the same. */
  others = $state.raw<readonly PartyId[]>([]);
  /** What of it was asked before it stopped; once all are asked, all of it. */
  asked = $state.raw<readonly EntryId[]>([]);
  /** A further person is being chosen. */
  isAdding = $state(false);
  /** All of several have been asked who can be. */
  isAllAsked = $state(false);
  /** What was begun before has been read, or there was nothing to read. */
  isReady = $state(false);
  /** It has been asked: there is nothing left to come back to. */
  isDone = false;
  #begun: HelpDraft | null = null;
  #isKept = false;
  #payingFor = '';
  readonly #keeping = new SerialQueue();

  constructor(community: Community, start: RecordStart) {
    this.#community = community;
    this.id = start.draft ?? newDraftId(community.place);
    this.day = community.today;
    this.with = start.with;
    this.instead = start.instead;
    this.as = start.as;
  }

  /** Takes up what is known already: a draft, or the other's figures. */
  async begin(): Promise<Result<void, ActRefused>> {
    const draft = await readDraft(this.#community.place.notes, this.id);
    if (!draft.ok) return draft;
    if (draft.value) this.#takeUp(draft.value);
    else if (this.original) this.#correct(this.original);
    else await this.#takeUpPlan();
    // Nobody can ask someone who left, or has died.
    const here = this.people.filter((id) => {
      const { hasLeft, hasDied } = this.#community.person(id);
      return !hasLeft && !hasDied;
    });
    this.#ask(here);
    this.#begun = this.#draft();
    if (here.length === 0 && this.asked.length > 0) {
      this.isAllAsked = true;
      await this.finish();
    }
    this.isReady = true;
    return ok(undefined);
  }

  /** With whom it was, as far as they are not asked yet, in the order they were chosen. */
  get people(): readonly PartyId[] {
    return stillToAsk(this);
  }

  /** Whom it was asked before it stopped. */
  get askedParties(): readonly PartyId[] {
    return this.#community.see(
      ({ replica: { ledger } }) =>
        this.asked.flatMap((id) => ledger.linesOf(id).map(({ party }) => party)),
      'ledger',
    );
  }

  /** It is with more than one, or was, or is about to be. */
  get isSeveral(): boolean {
    return this.others.length > 0 || this.asked.length > 0 || this.isAdding;
  }

  #ask(people: readonly PartyId[]): void {
    const { with: first, others } = askingStill(people);
    this.with = first;
    this.others = others;
  }

  add(who: PartyId): void {
    if (!this.people.includes(who)) this.#ask([...this.people, who]);
  }

  leaveOut(who: PartyId): void {
    this.#ask(this.people.filter((each) => each !== who));
    this.isAdding = this.isAdding && this.people.length > 0;
  }

  /** Why this one could not be asked about it; null: they can. */
  whyNot(who: PartyId): ActRefused | null {
    const { iHelped, minutes, day, category, text, instead, as } = this;
    const help = { with: who, as, iHelped, minutes, day, category, text, instead };
    return this.#community.see((place) => whyNotAsked(place, help), 'ledger');
  }

  /** The hour that this one is to stand in for. */
  get original(): Hour | null {
    const { instead } = this;
    if (!instead) return null;
    return (
      this.#community.hours.find(({ transfer }) => transfer.proposal === instead) ??
      null
    );
  }

  get fits(): boolean {
    return fitsDraft(this);
  }

  /** Whether there is anything to lose: somebody changed what it began with. */
  get isToKeep(): boolean {
    const begun = this.#begun;
    const now = this.#draft();
    const fields = Object.keys(now) as (keyof HelpDraft)[];
    return this.isReady && fields.some((field) => begun?.[field] !== now[field]);
  }

  /** Whom it was for stands at the beginning of the note; empty: for me. */
  payFor(sentence: string): void {
    const { text } = this;
    const rest = text.startsWith(this.#payingFor)
      ? text.slice(this.#payingFor.length).trimStart()
      : text;
    this.text = [sentence, rest].filter((part) => part !== '').join(' ');
    this.#payingFor = sentence;
  }

  /** As myself (null), or for an organisation. */
  recordAs(as: AccountId | null): void {
    this.as = as;
    // Nobody is on both sides, and what is given for thanks is between two people.
    this.#ask(this.people.filter((each) => each !== as));
    if (as !== null) this.isGift = false;
  }

  /** Keeps it on this phone; a text that is too long waits until it is shorter. */
  keep(): Promise<Result<void, ActRefused>> {
    return this.#keeping.run(() => {
      const draft = this.#draft();
      if (!fitsDraft(draft) || this.isDone) return ok(undefined);
      this.#isKept = true;
      return keepDraft(this.#community.place.notes, draft);
    });
  }

  /**
   * Asks the other one. What they had asked is declined first: should the phone die in
   * between, nothing has moved and the draft is still here.
   */
  async ask(): Promise<Result<EntryId, ActRefused | NoteRefused>> {
    const { with: who, original, fits } = this;
    if (!who) return err({ type: 'NobodyNamed' });
    if (!fits) return err({ type: 'NoteTooLong' });
    if (original?.stage === 'answer') {
      const declined = await this.#community.sayNo(original);
      if (!declined.ok) return declined;
    }
    const { iHelped, minutes, day, category, text, instead, as } = this;
    const help = { with: who, as, iHelped, minutes, day, category, text, instead };
    const asked = await this.#community.record(help);
    if (asked.ok) await this.finish();
    return asked;
  }

  /** Asks each of several, one after another; answers whether all are asked who can be. */
  async askAll(work: Work): Promise<Result<boolean, ActRefused | NoteRefused>> {
    if (!this.fits) return err({ type: 'NoteTooLong' });
    const { place } = this.#community;
    const ran = await this.#keeping.run(async () => {
      this.#isKept = true;
      const came = await askSeveral(place, this.#draft(), work);
      if (!came.ok) return came;
      this.isDone = came.value.isAll;
      this.asked = came.value.draft.asked;
      this.#ask(stillToAsk(came.value.draft));
      return came;
    });
    if (!ran.ok) return ran;
    const { isAll, why } = ran.value;
    if (why !== null) return err(why);
    if (!isAll) return ok(false);
    await this.finish();
    this.isAllAsked = true;
    return ok(true);
  }

  /** It has been asked, one way or another: what was planned is done, the draft goes. */
  async finish(): Promise<void> {
    this.isDone = true;
    // Should this fail, they can still say that it is done: it is asked.
    await finishPlan(this.#community.place, this.id);
    if (!this.#isKept) return;
    await this.#keeping.idle();
    await dropDraft(this.#community.place.notes, this.id);
  }

  #draft(): HelpDraft {
    const { with: who, whom, iHelped, minutes, day, category, text, instead } = this;
    const { id, isGift, as, others, asked } = this;
    const said = { whom, iHelped, minutes, day, category, text, instead, isGift, as };
    return { id, with: who, others, asked, from: null, ...said };
  }

  #takeUp(kept: HelpDraft): void {
    this.#isKept = true;
    const draft = withoutAsked(this.#community.place, kept);
    this.#ask(stillToAsk(draft));
    this.asked = draft.asked;
    this.whom = draft.whom;
    this.iHelped = draft.iHelped;
    this.minutes = draft.minutes;
    this.day = draft.day as Day;
    this.category = draft.category;
    this.text = draft.text;
    this.instead = draft.instead;
    this.isGift = draft.isGift;
    this.as = draft.as;
  }

  /** What two have agreed on is known already; its draft is called like it. */
  async #takeUpPlan(): Promise<void> {
    const { place } = this.#community;
    const plan = await helpPlanned(place, this.id);
    if (!plan) return;
    this.with = plan.with;
    this.as = plan.as;
    this.iHelped = plan.iHelped;
    this.minutes = plan.minutes ?? this.minutes;
    this.day = plan.day ?? this.day;
    this.category = plan.category;
    this.text = plan.text;
  }

  #correct({ other, iHelped, transfer, note }: Hour): void {
    this.with = other.id;
    this.iHelped = iHelped;
    this.minutes = transfer.minutes;
    this.day = transfer.day;
    this.category = note?.category ?? null;
    this.text = note?.text ?? '';
  }
}
