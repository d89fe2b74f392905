import { assert } from '@manyhands/base';
import type { DeviceKey, MemberId, PartyId } from '@manyhands/base';
import type { Charter } from '../charter.ts';

interface Person {
  readonly member: MemberId;
  everMember: boolean;
  voice: boolean;
  readonly admitters: Set<MemberId>;
  readonly admitted: Person[];
  /** How many admitters are everMembers. */
  admissions: number;
  /** Null for nobody, as it is for most. */
  vouchers: Set<MemberId> | null;
  readonly vouchedFor: Person[];
  /** How many vouchers have a voice. */
  vouches: number;
  /** Admitted by the founding log while the circle was open. */
  isFounders: boolean;
  /** The first place where the founding log vouches for them. */
  circleAt: number;
}

/**
 * Who is a member, and who has a voice (L8): two least fixpoints, grown as facts come.
 * Membership only ever grows; a voice too, but for those that rest on a founding log which
 * is then proven to have two histories.
 */
export class MembershipFold {
  #charter: Charter | null = null;
  readonly #people = new Map<MemberId, Person>();
  /** How far from the founder each is, until somebody is let in. */
  #distances: Map<MemberId, number> | null = null;
  /** Rises with each fact that may give somebody a voice, or take one. */
  version = 0;
  /** The earliest proven fork of the founding log. */
  #forkedAt = Number.POSITIVE_INFINITY;

  get charter(): Charter | null {
    return this.#charter;
  }

  /** The charter makes its founder a member. Answers who became one, as all three do. */
  found(charter: Charter): MemberId[] {
    if (this.#charter) return [];
    this.#charter = charter;
    return this.#grow(this.#open(charter.founder));
  }

  /** `place` is the admission's seq if it stands in the founding log, else null. */
  admit(newcomer: MemberId, by: MemberId, place: number | null): MemberId[] {
    const person = this.#open(newcomer);
    const { circle = 0 } = this.#charter ?? {};
    if (place !== null && place < circle) person.isFounders = true;
    if (!person.admitters.has(by)) {
      const admitter = this.#open(by);
      person.admitters.add(by);
      admitter.admitted.push(person);
      if (admitter.everMember) person.admissions += 1;
    }
    return this.#grow(person);
  }

  /** `place` is the vouch's seq if it stands in the founding log, else null. */
  vouch(member: MemberId, by: MemberId, place: number | null): void {
    const person = this.#open(member);
    person.circleAt = Math.min(person.circleAt, place ?? Number.POSITIVE_INFINITY);
    person.vouchers ??= new Set();
    if (!person.vouchers.has(by)) {
      const voucher = this.#open(by);
      person.vouchers.add(by);
      voucher.vouchedFor.push(person);
      if (voucher.voice) person.vouches += 1;
    }
    this.#grow(person);
  }

  /**
   * The founding log has two histories from `seq` on: from there its vouches give nobody
   * a voice. Who is a member stays (findings/A8).
   */
  endCircle(seq: number): void {
    if (seq >= this.#forkedAt) return;
    this.#forkedAt = seq;
    this.version += 1;
    for (const person of this.#people.values()) {
      person.voice = false;
      person.vouches = 0;
    }
    for (const person of this.#people.values()) this.#grow(person);
  }

  /** Whether a vouch at this place gives a voice by itself (L8). */
  isInCircle(
    { member, device }: { readonly member: MemberId; readonly device: DeviceKey },
    seq: number,
  ): boolean {
    const { founder, device: first } = this.#charter ?? {};
    return member === founder && device === first && seq < this.#circleEnd;
  }

  /** Where the founding log no longer gives a voice by itself. */
  get #circleEnd(): number {
    return Math.min(this.#charter?.circle ?? 0, this.#forkedAt);
  }

  isEverMember(party: PartyId): boolean {
    return this.#people.get(party as MemberId)?.everMember ?? false;
  }

  hasVoice(member: MemberId): boolean {
    return this.#people.get(member)?.voice ?? false;
  }

  /** Whether the founder let them in while the circle was open. */
  isFounders(member: MemberId): boolean {
    return this.#people.get(member)?.isFounders ?? false;
  }

  /** Whether any member let them in, enough or not; the founder needs nobody. */
  isKnown(member: MemberId): boolean {
    const person = this.#people.get(member);
    return person !== undefined && (person.everMember || person.admissions > 0);
  }

  known(): MemberId[] {
    return [...this.#people.keys()].filter((member) => this.isKnown(member)).sort();
  }

  everMembers(): MemberId[] {
    return [...this.#people.keys()].filter((member) => this.isEverMember(member));
  }

  /** By how many admissions somebody is away from the founder; infinite for strangers. */
  distanceOf(member: MemberId): number {
    this.#distances ??= this.#measure();
    return this.#distances.get(member) ?? Number.POSITIVE_INFINITY;
  }

  #measure(): Map<MemberId, number> {
    const distances = new Map<MemberId, number>();
    const founder = this.#people.get(this.#charter?.founder ?? ('' as MemberId));
    let ring = founder === undefined ? [] : [founder];
    for (let distance = 0; ring.length > 0; distance++) {
      ring = ring.filter(({ member }) => !distances.has(member));
      for (const { member } of ring) distances.set(member, distance);
      const members = ring.filter(({ everMember }) => everMember);
      ring = members.flatMap(({ admitted }) => admitted);
    }
    return distances;
  }

  /** Everybody with a voice. */
  voices(): MemberId[] {
    return [...this.#people.keys()].filter((member) => this.hasVoice(member));
  }

  admittersOf(member: MemberId): MemberId[] {
    const admitters = this.#people.get(member)?.admitters ?? [];
    return [...admitters].filter((each) => this.isEverMember(each)).sort();
  }

  vouchersOf(member: MemberId): MemberId[] {
    const vouchers = this.#people.get(member)?.vouchers ?? [];
    return [...vouchers].filter((each) => this.isEverMember(each)).sort();
  }

  #open(member: MemberId): Person {
    const known = this.#people.get(member);
    if (known) return known;
    const person: Person = {
      member,
      everMember: false,
      voice: false,
      admitters: new Set(),
      admitted: [],
      admissions: 0,
      vouchers: null,
      vouchedFor: [],
      vouches: 0,
      isFounders: false,
      circleAt: Number.POSITIVE_INFINITY,
    };
    this.#people.set(member, person);
    return person;
  }

  #hasSay(person: Person, { founder, voice }: Charter): boolean {
    const isFounder = person.member === founder;
    return isFounder || person.circleAt < this.#circleEnd || person.vouches >= voice;
  }

  /** A worklist, not recursion: who lets in whom may be a chain of thousands. */
  #grow(first: Person): MemberId[] {
    const charter = this.#charter;
    assert(charter, 'no fact is stated before the founding');
    const joined: MemberId[] = [];
    this.#distances = null;
    this.version += 1;
    const changed = [first];
    for (let person = changed.pop(); person; person = changed.pop()) {
      if (!person.everMember && belongs(person, charter)) {
        person.everMember = true;
        joined.push(person.member);
        for (const each of person.admitted) {
          each.admissions += 1;
          changed.push(each);
        }
      }
      if (person.everMember && !person.voice && this.#hasSay(person, charter)) {
        person.voice = true;
        for (const each of person.vouchedFor) {
          each.vouches += 1;
          changed.push(each);
        }
      }
    }
    return joined;
  }
}

function belongs(person: Person, { founder, join }: Charter): boolean {
  const isFounder = person.member === founder;
  return isFounder || person.isFounders || person.admissions >= join;
}
