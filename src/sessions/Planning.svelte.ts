import { ok, SerialQueue } from '@manyhands/base';
import type {
  AccountId,
  Day,
  EntryId,
  Minutes,
  PartyId,
  Result,
} from '@manyhands/base';
import type { ActRefused } from '@manyhands/community/hours';
import { ofBoard } from '@manyhands/community/opened';
import {
  dropSessionDraft,
  evenParts,
  keepSessionDraft,
  planSession,
  readSessionDraft,
  whyNotPlanned,
} from '@manyhands/community/sessions';
import type {
  InSession,
  SessionDraft,
  SessionRefused,
  SessionSaid,
} from '@manyhands/community/sessions';
import type { Community } from '../phone/Community.svelte.ts';

const sources = ['each', 'account', 'thanks'] as const;
export type HoursFrom = (typeof sources)[number];

const anHour = 60 as Minutes;

/** Hours for many at once while they are written down: kept on this phone from word to word. */
export class Planning {
  readonly #community: Community;
  title = $state('');
  words = $state('');
  day: Day = $state(0 as Day);
  minutes = $state(anHour);
  isAlike = $state(true);
  isEven = $state(true);
  source = $state<HoursFrom>('each');
  account = $state<AccountId | null>(null);
  isReady = $state(false);
  isDone = false;
  #helpers = $state.raw<readonly InSession[]>([]);
  #helped = $state.raw<readonly InSession[]>([]);
  #begun: string | null = null;
  readonly #keeping = new SerialQueue();

  constructor(community: Community) {
    this.#community = community;
    this.day = community.today;
  }

  async begin(): Promise<Result<void, ActRefused>> {
    const read = await readSessionDraft(this.#community.place.notes);
    if (!read.ok) return read;
    if (read.value) this.#takeUp(read.value);
    this.#begun = JSON.stringify(this.#draft());
    this.isReady = true;
    return ok(undefined);
  }

  get isToKeep(): boolean {
    return this.isReady && JSON.stringify(this.#draft()) !== this.#begun;
  }

  keep(): Promise<Result<void, ActRefused>> {
    return this.#keeping.run(() =>
      this.isDone
        ? Promise.resolve(ok(undefined))
        : keepSessionDraft(this.#community.place.notes, this.#draft()),
    );
  }

  /** Who helped, and how long each. */
  get helpers(): readonly InSession[] {
    if (!this.isAlike) return this.#helpers;
    return this.#helpers.map(({ party }) => ({ party, minutes: this.minutes }));
  }

  /** Who was helped, and what each gives. */
  get helped(): readonly InSession[] {
    if (this.source !== 'each')
      return this.#helped.map(({ party }) => ({ party, minutes: 0 as Minutes }));
    if (!this.isEven) return this.#helped;
    const parts = evenParts(this.total, this.#helped.length);
    return this.#helped.map(({ party }, at) => ({
      party,
      minutes: (parts[at] ?? 0) as Minutes,
    }));
  }

  /** All that was helped. */
  get total(): number {
    return this.helpers.reduce((sum, { minutes }) => sum + minutes, 0);
  }

  get said(): SessionSaid {
    const { title, words, day, helpers, helped, source, account } = this;
    return { title, words, day, category: null, helpers, helped, source, account };
  }

  get whyNot(): SessionRefused | null {
    const { said } = this;
    return this.#community.see((place) => whyNotPlanned(place, said), ...ofBoard);
  }

  isIn = (party: PartyId): boolean =>
    [...this.#helpers, ...this.#helped].some((each) => each.party === party) ||
    (this.source === 'account' && this.account === party);

  addHelper = (party: PartyId): void => {
    this.#helpers = [...this.#helpers, { party, minutes: this.minutes }];
  };

  addHelped = (party: PartyId): void => {
    this.#helped = [...this.#helped, { party, minutes: 0 as Minutes }];
  };

  leaveOut = (party: PartyId): void => {
    this.#helpers = this.#helpers.filter((each) => each.party !== party);
    this.#helped = this.#helped.filter((each) => each.party !== party);
  };

  setHelped = (party: PartyId, minutes: number): void => {
    this.#helped = withMinutes(this.#helped, party, minutes);
  };

  setHelper = (party: PartyId, minutes: number): void => {
    this.#helpers = withMinutes(this.#helpers, party, minutes);
  };

  /** By hand one goes on from what was the same for all. */
  setAlike = (isAlike: boolean): void => {
    if (!isAlike) this.#helpers = this.helpers;
    this.isAlike = isAlike;
  };

  setEven = (isEven: boolean): void => {
    if (!isEven) this.#helped = this.helped;
    this.isEven = isEven;
  };

  /** Writes it down; everybody in it is asked on their own phone. */
  async ask(): Promise<Result<EntryId, ActRefused | SessionRefused>> {
    const asked = await this.#keeping.run(() =>
      planSession(this.#community.place, this.said),
    );
    if (!asked.ok) return asked;
    this.isDone = true;
    await this.#keeping.run(() => dropSessionDraft(this.#community.place.notes));
    return asked;
  }

  #draft(): SessionDraft {
    const { title, words, day, minutes, isAlike, isEven, account } = this;
    return {
      ...{ title, words, day, minutes, isAlike, isEven, account },
      helpers: this.helpers,
      helped: this.helped,
      source: sources.indexOf(this.source),
    };
  }

  #takeUp(draft: SessionDraft): void {
    this.title = draft.title;
    this.words = draft.words;
    this.day = draft.day as Day;
    this.minutes = draft.minutes;
    this.isAlike = draft.isAlike;
    this.isEven = draft.isEven;
    this.account = draft.account;
    this.source = sources[draft.source] ?? 'each';
    this.#helpers = draft.helpers;
    this.#helped = draft.helped;
  }
}

const withMinutes = (
  all: readonly InSession[],
  party: PartyId,
  minutes: number,
): readonly InSession[] =>
  all.map((each) =>
    each.party === party ? { party, minutes: minutes as Minutes } : each,
  );
