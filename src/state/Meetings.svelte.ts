import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { ok } from '@manyhands/base';
import type { EntryId, MemberId, NoteId, Result } from '@manyhands/base';
import { decodeAs, encodeAs, list, text } from '@manyhands/codec';
import {
  encodeMeeting,
  inOrder,
  meetingThreadOf,
  readMeeting,
} from '@manyhands/ledger';
import type { Entry, Meeting, MemberDevice } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import { peaceOf } from './Peace.svelte.ts';
import type { Place } from './place.ts';
import { bytesOf, readersOf, sealWords, waysFor } from './sealing.ts';

/** Of each of the three people at most so many devices: they fit into one entry. */
const readersEach = 10;

/** One word about two people meeting, opened, and who signed it. */
interface Said {
  readonly by: MemberId;
  readonly entry: Entry;
  readonly meeting: Meeting;
}

/** "Carme thinks you two should meet", as one of the two sees it. */
export interface Introduction {
  /** The other one of the two. */
  readonly other: MemberId;
  /** Who thinks so; the latest, where several did. */
  readonly by: MemberId;
  readonly text: string;
  readonly id: EntryId;
  /** My yes, which can be taken back. */
  readonly mine: Entry | null;
  readonly theirs: boolean;
}

/**
 * What is said at this place of two people meeting, as far as this device can open it. A
 * suggestion comes from a third member; a yes counts from one of the two alone.
 */
export class Meetings {
  readonly #place: Place;
  readonly #read = new SvelteMap<EntryId, Said | null>();
  readonly #threads = new Map<MemberId, NoteId>();
  /** Those this phone is not to show again. */
  readonly #putOff = new SvelteSet<string>();
  #reading: Promise<void> | null = null;
  #isLoaded = false;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Introductions of mine that stand and that I have not put off, by the other's id. */
  get mine(): Introduction[] {
    if (!this.#isLoaded || this.#unread().length > 0) void this.settled();
    const peace = peaceOf(this.#place);
    return this.#others()
      .map((other) => this.#introductionTo(other))
      .filter((found) => found !== null)
      .filter(({ id }) => !this.#putOff.has(id))
      .filter(({ other, by }) => !peace.isBlocked(other) && !peace.isBlocked(by));
  }

  /** With whom both of us have said yes to meeting. */
  get met(): MemberId[] {
    return this.#others().filter((other) => {
      const found = this.#introductionTo(other);
      return found?.mine != null && found.theirs;
    });
  }

  /** Once all that stands by then is opened. */
  settled(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** Says to both, and to nobody else, that they should meet. */
  async suggest(
    a: MemberId,
    b: MemberId,
    why: string,
  ): Promise<Result<EntryId, AppendRefused>> {
    const [one, other] = inOrder(a, b);
    return this.#say({ step: 'suggest', one, other, text: why.trim() }, [a, b]);
  }

  /** "Gladly": to the other one and to who brought us together. */
  sayYes({ other: them, by }: Introduction): Promise<Result<EntryId, AppendRefused>> {
    const [one, other] = inOrder(this.#me, them);
    return this.#say({ step: 'yes', one, other, text: '' }, [them, by]);
  }

  async takeBack({ mine }: Introduction): Promise<Result<void, AppendRefused>> {
    return mine ? this.#place.writer.erase([mine]) : ok(undefined);
  }

  /** Kept on this phone: nobody is told, and no reason is asked. */
  async putOff({ id }: Pick<Introduction, 'id'>): Promise<void> {
    this.#putOff.add(id);
    await this.#place.notes.put(
      putOffNote,
      encodeAs(ids, [...this.#putOff].slice(-most)),
    );
  }

  async bringBack({ id }: Pick<Introduction, 'id'>): Promise<void> {
    this.#putOff.delete(id);
    await this.#place.notes.put(putOffNote, encodeAs(ids, [...this.#putOff]));
  }

  get #me(): MemberId {
    return this.#place.membership.member;
  }

  #others(): MemberId[] {
    return this.#place.replica.ledger
      .members()
      .filter(({ everMember, left }) => everMember && !left)
      .map(({ member }) => member)
      .filter((member) => member !== this.#me);
  }

  #threadWith(other: MemberId): NoteId {
    const { community } = this.#place.membership;
    const known =
      this.#threads.get(other) ?? meetingThreadOf(community, this.#me, other);
    this.#threads.set(other, known);
    return known;
  }

  #saidWith(other: MemberId): Said[] {
    const [low, high] = inOrder(this.#me, other);
    return this.#place.replica.board
      .sealedIn(this.#threadWith(other))
      .map(({ entry }) => this.#read.get(entry.id) ?? null)
      .filter((said) => said !== null)
      .filter(({ meeting: { one, other } }) => one === low && other === high);
  }

  #introductionTo(other: MemberId): Introduction | null {
    const said = this.#saidWith(other);
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
    const { by, meeting, entry } = suggested;
    return {
      other,
      by,
      text: meeting.text,
      id: entry.id,
      mine: yesBy(this.#me)?.entry ?? null,
      theirs: yesBy(other) !== undefined,
    };
  }

  #unread() {
    const { board } = this.#place.replica;
    return this.#others().flatMap((other) =>
      board
        .sealedIn(this.#threadWith(other))
        .filter(({ entry }) => !this.#read.has(entry.id)),
    );
  }

  async #readAll(): Promise<void> {
    // Whoever looks may be drawing: nothing changes before they have done.
    await Promise.resolve();
    if (!this.#isLoaded) {
      const row = await this.#place.notes.get(putOffNote);
      const read = row.ok && row.value ? decodeAs(ids, row.value, idsLimit) : null;
      for (const id of read?.ok ? read.value : []) this.#putOff.add(id);
      this.#isLoaded = true;
    }
    const { board } = this.#place.replica;
    for (const { entry, sealed } of this.#unread()) {
      const ways = waysFor(board, sealed.thread, this.#place.membership.device);
      const way = ways.find(({ words }) => words.entry.id === entry.id);
      const plain = way ? await this.#place.openSealed(bytesOf(way)) : null;
      const meeting = plain?.ok ? readMeeting(plain.value) : null;
      const said = meeting?.ok
        ? { by: entry.log.member, entry, meeting: meeting.value }
        : null;
      this.#read.set(entry.id, said);
    }
  }

  async #say(
    meeting: Meeting,
    to: readonly MemberId[],
  ): Promise<Result<EntryId, AppendRefused>> {
    const { replica, membership, writer } = this.#place;
    const people = [this.#me, ...to.filter((each) => each !== this.#me)];
    const devices = people.flatMap((member): MemberDevice[] =>
      readersOf(replica.ledger, member).slice(0, readersEach),
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

const meetings = new WeakMap<Place, Meetings>();

/** The meetings of a place: the same ones for every screen. */
export function meetingsOf(place: Place): Meetings {
  const known = meetings.get(place) ?? new Meetings(place);
  meetings.set(place, known);
  return known;
}
