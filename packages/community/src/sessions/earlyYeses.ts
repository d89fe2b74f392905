import { SerialQueue } from '@manyhands/base';
import type { Day, EntryId, MemberId, Minutes } from '@manyhands/base';
import { encodeAs, hex, integer, list, tuple } from '@manyhands/codec';
import { outlookOf } from '@manyhands/ledger';
import type { SessionPart } from '@manyhands/ledger';
import { earlyYesesKept, sessionDays } from '../limits.ts';
import { sayYes, takeBack } from '../hours/index.ts';
import { isOff, oneEach, personHere, readNoteAs } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { mySessions, sessionParts, sessionNamed } from './sessionsHere.ts';
import type { SessionHere } from './sessionsHere.ts';

/** To so much from this helper, of this day of this session, I have said yes. */
interface EarlyYes {
  readonly name: EntryId;
  readonly helper: MemberId;
  readonly minutes: Minutes;
  readonly day: Day;
}

const note = 'sessions/yes';
const shape = list(
  tuple<EarlyYes>({
    name: hex<EntryId>(32),
    helper: hex<MemberId>(32),
    minutes: integer<Minutes>(1, 6_000),
    day: integer<Day>(0, 65_535),
  }),
  0,
  earlyYesesKept,
);
const limits = { bytes: 16_000, depth: 2 };

/**
 * The yes of who was helped before their helper has asked, kept on this phone alone. It is said
 * once, when exactly these minutes of that session and day are asked by that helper, and stand in
 * the session as it reads then; never past the limit (C50).
 */
class EarlyYeses {
  readonly #place: Place;
  readonly #loading: Promise<void>;
  readonly #looking = new SerialQueue();
  #kept: readonly EarlyYes[] = [];

  constructor(place: Place) {
    this.#place = place;
    this.#loading = this.#load();
  }

  has = (
    { name, plan: { day } }: SessionHere,
    { helper, minutes }: SessionPart,
  ): boolean =>
    this.#kept.some(
      (each) =>
        each.name === name &&
        each.helper === helper &&
        each.minutes === minutes &&
        each.day === day,
    );

  /** Keeps a yes to each of these, in place of what was said of them before. */
  async say(
    { name, plan: { day } }: SessionHere,
    parts: readonly SessionPart[],
  ): Promise<void> {
    await this.#loading;
    const said = parts.map(({ helper, minutes }) => ({ name, helper, minutes, day }));
    const others = this.#kept.filter(
      (each) =>
        each.name !== name || said.every(({ helper }) => helper !== each.helper),
    );
    await this.#keep([...others, ...said]);
  }

  /** Says what was said ahead, where it is asked by now; and takes back what I asked twice. */
  look(): Promise<void> {
    return this.#looking.run(async () => {
      await this.#loading;
      const { member, device } = this.#place.membership;
      const { ledger } = this.#place.replica;
      if (isOff(this.#place) || ledger.roleOf(member, device) !== 0) return;
      for (const each of this.#kept) await this.#answer(each);
      await this.#takeBackSurplus();
    });
  }

  async #answer(early: EarlyYes): Promise<void> {
    const place = this.#place;
    const me = place.membership.member;
    // Without its plan nothing is said, and it may come again; one day it is over.
    if (early.day < place.today() - sessionDays) await this.#drop(early);
    const session = sessionNamed(place, early.name);
    if (!session) return;
    const part = sessionParts(place, session, me).find(
      ({ helper, helped }) => helper === early.helper && helped === me,
    );
    if (!part || session.plan.day !== early.day || part.minutes !== early.minutes) {
      await this.#drop(early);
      return;
    }
    if (part.standing === 'open') return;
    // It is forgotten before it is said: a phone that dies in between says too little.
    await this.#drop(early);
    if (part.standing !== 'asked' || !part.transfer) return;
    const isPast = outlookOf(place.replica.ledger, [part.transfer]).some(
      ({ pastLimit }) => pastLimit,
    );
    // Then its owner is asked like anybody.
    if (isPast || personHere(place, me).isPaused) return;
    await sayYes(place, part.transfer.proposal);
  }

  /** Of what I asked on two phones apart this one takes its own back, where the other's counts. */
  async #takeBackSurplus(): Promise<void> {
    const { replica, membership } = this.#place;
    const { member, device } = membership;
    for (const session of mySessions(this.#place)) {
      const isHelper = session.plan.helpers.some((each) => each.member === member);
      if (!isHelper) continue;
      const surplus = sessionParts(this.#place, session, member).flatMap(
        (part) => part.surplus,
      );
      for (const { proposal, status } of surplus) {
        const isHere = replica.entry(proposal)?.log.device === device;
        const lines = replica.ledger.linesOf(proposal);
        const isUnsigned = lines.every((line) => line.status !== 'exists');
        if (status === 'open' && isHere && isUnsigned)
          await takeBack(this.#place, proposal);
      }
    }
  }

  #drop(early: EarlyYes): Promise<void> {
    return this.#keep(this.#kept.filter((each) => each !== early));
  }

  async #keep(kept: readonly EarlyYes[]): Promise<void> {
    this.#kept = kept.slice(-earlyYesesKept);
    this.#place.tell('disk');
    await this.#place.notes.put(note, encodeAs(shape, [...this.#kept]));
  }

  async #load(): Promise<void> {
    const read = await readNoteAs(this.#place.notes, note, shape, limits);
    if (read.ok && read.value) this.#kept = read.value;
    this.#place.tell('disk');
  }
}

/** The ones of a place: the same for every screen. */
export const earlyYesesOf = oneEach((place: Place) => new EarlyYeses(place));

/** For as long as a place is open its phone says what its owner said ahead. Returns its end. */
export function keepEarlyYeses(place: Place): () => void {
  const looks = new SerialQueue().coalesce(() => earlyYesesOf(place).look());
  void looks();
  const ends = [
    place.subscribe('ledger', () => void looks()),
    place.subscribe('board', () => void looks()),
  ];
  return () => ends.forEach((end) => end());
}
