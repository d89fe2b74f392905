import { err, ok } from '@manyhands/base';
import type { EntryId, MemberId, Result } from '@manyhands/base';
import { encodeAs, list, text } from '@manyhands/codec';
import { encodeMeeting, inOrder, meetingThreadOf } from '@manyhands/ledger';
import type { Meeting, MemberDevice } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import { pauseOf } from '../decisions/index.ts';
import {
  lettersOf,
  membersHere,
  oneEach,
  nearestReadersOf,
  sealWords,
  readNoteAs,
  isAtRest,
} from '../opened/index.ts';
import type { Letter, Place } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';

/** Of each of the three people at most so many devices: they fit into one entry. */
const readersEach = 10;

/** Of whoever is paused nothing new is arranged (C13). */
export type IntroduceRefused = AppendRefused | { readonly type: 'Paused' };

/** One word about two people meeting, opened, and who signed it. */
type Said = Extract<Letter, { type: 'meeting' }>;

/** "Carme thinks you two should meet", as one of the two sees it. */
export interface SuggestedMeeting {
  /** The other one of the two. */
  readonly other: MemberId;
  /** Who thinks so; the latest, where several did. */
  readonly by: MemberId;
  readonly text: string;
  readonly id: EntryId;
  /** My yes, which can be taken back. */
  readonly mine: EntryId | null;
  readonly theirs: boolean;
}

/**
 * What is said at this place of two people meeting, as far as this device can open it. A
 * suggestion comes from a third member; a yes counts from one of the two alone.
 */
export class Meetings {
  readonly #place: Place;
  /** Those this phone is not to show again. */
  readonly #putOff = new Set<string>();
  #loading: Promise<void> | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Introductions of mine that stand and that I have not put off, by the other's id. */
  get mine(): SuggestedMeeting[] {
    void this.#loaded();
    const peace = peaceOf(this.#place);
    if (this.#isPaused(this.#me)) return [];
    return this.#introductions()
      .filter(({ id, other }) => !this.#putOff.has(id) && !this.#isPaused(other))
      .filter(({ other, by }) => !peace.isBlocked(other) && !peace.isBlocked(by))
      .filter(({ other }) => !isAtRest(this.#place, other));
  }

  /** With whom both of us have said yes to meeting. */
  get met(): MemberId[] {
    return this.#introductions()
      .filter(({ mine, theirs }) => mine !== null && theirs)
      .map(({ other }) => other);
  }

  /** Once all that stands by then is opened. */
  async settled(): Promise<void> {
    await Promise.all([this.#loaded(), lettersOf(this.#place).settled()]);
  }

  /** Says to both, and to nobody else, that they should meet. */
  async suggest(
    a: MemberId,
    b: MemberId,
    why: string,
  ): Promise<Result<EntryId, IntroduceRefused>> {
    if ([this.#me, a, b].some((each) => this.#isPaused(each)))
      return err({ type: 'Paused' });
    const [one, other] = inOrder(a, b);
    return this.#say({ step: 'suggest', one, other, text: why.trim() }, [a, b]);
  }

  /** "Gladly": to the other one and to who brought us together. */
  sayYes({
    other: them,
    by,
  }: SuggestedMeeting): Promise<Result<EntryId, AppendRefused>> {
    const [one, other] = inOrder(this.#me, them);
    return this.#say({ step: 'yes', one, other, text: '' }, [them, by]);
  }

  async takeBack({ mine }: SuggestedMeeting): Promise<Result<void, AppendRefused>> {
    const { replica, writer } = this.#place;
    const entry = mine && replica.entry(mine);
    return entry ? writer.erase([entry]) : ok(undefined);
  }

  /** Kept on this phone: nobody is told, and no reason is asked. */
  async putOff({ id }: Pick<SuggestedMeeting, 'id'>): Promise<void> {
    this.#putOff.add(id);
    await this.#keep();
  }

  async bringBack({ id }: Pick<SuggestedMeeting, 'id'>): Promise<void> {
    this.#putOff.delete(id);
    await this.#keep();
  }

  async #keep(): Promise<void> {
    this.#place.tell('disk');
    const kept = [...this.#putOff].slice(-most);
    await this.#place.notes.put(putOffNote, encodeAs(ids, kept));
  }

  #isPaused(member: MemberId): boolean {
    return pauseOf(this.#place, member) !== null;
  }

  get #me(): MemberId {
    return this.#place.membership.member;
  }

  /** By the other of the two, as far as all is opened by now. */
  #introductions(): SuggestedMeeting[] {
    const me = this.#me;
    const byOther = new Map<MemberId, Said[]>();
    for (const letter of lettersOf(this.#place).all) {
      if (letter.type !== 'meeting') continue;
      const { one, other } = letter.meeting;
      if (one !== me && other !== me) continue;
      const them = one === me ? other : one;
      byOther.set(them, [...(byOther.get(them) ?? []), letter]);
    }
    return membersHere(this.#place.replica.ledger)
      .map(({ member }) => this.#introductionTo(member, byOther.get(member) ?? []))
      .filter((found) => found !== null);
  }

  #introductionTo(other: MemberId, said: readonly Said[]): SuggestedMeeting | null {
    const { ledger } = this.#place.replica;
    const suggested = said.findLast(
      ({ by, meeting }) =>
        meeting.step === 'suggest' &&
        by !== this.#me &&
        by !== other &&
        ledger.member(by)?.left === false,
    );
    if (!suggested) return null;
    const yesBy = (member: MemberId) =>
      said.find(({ by, meeting }) => meeting.step === 'yes' && by === member);
    const { by, meeting, id } = suggested;
    return {
      other,
      by,
      text: meeting.text,
      id,
      mine: yesBy(this.#me)?.id ?? null,
      theirs: yesBy(other) !== undefined,
    };
  }

  #loaded(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    const kept = await readNoteAs(this.#place.notes, putOffNote, ids, idsLimit);
    for (const id of (kept.ok && kept.value) || []) this.#putOff.add(id);
    this.#place.tell('disk');
  }

  async #say(
    meeting: Meeting,
    to: readonly MemberId[],
  ): Promise<Result<EntryId, AppendRefused>> {
    const { replica, membership, writer } = this.#place;
    const people = [this.#me, ...to.filter((each) => each !== this.#me)];
    const devices = people.flatMap((member): MemberDevice[] =>
      nearestReadersOf(replica, member, membership.device).slice(0, readersEach),
    );
    const thread = meetingThreadOf(membership.community, meeting.one, meeting.other);
    const written = await writer.append(
      'board',
      await sealWords(devices, thread, encodeMeeting(meeting)),
    );
    return written.ok ? ok(written.value.id) : written;
  }
}

const putOffNote = 'meetings/later';
const most = 200;
const ids = list(text(64), 0, most);
const idsLimit = { bytes: 20_000, depth: 1 };

/** The meetings of a place: the same ones for every screen. */
export const meetingsOf = oneEach((place: Place) => new Meetings(place));
