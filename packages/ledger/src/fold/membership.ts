import { assert } from '@manyhands/base';
import type { MemberId, PartyId } from '@manyhands/base';
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
  /** Vouched for by the founding log while the circle was open. */
  inCircle: boolean;
}

/**
 * Who is a member, and who has a voice (L8): two least fixpoints, grown as facts come.
 * Both only ever grow, so what somebody once was counted on stays counted.
 */
export class Membership {
  #charter: Charter | null = null;
  readonly #people = new Map<MemberId, Person>();

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
    if (this.#isInCircle(place)) person.isFounders = true;
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
    if (this.#isInCircle(place)) person.inCircle = true;
    person.vouchers ??= new Set();
    if (!person.vouchers.has(by)) {
      const voucher = this.#open(by);
      person.vouchers.add(by);
      voucher.vouchedFor.push(person);
      if (voucher.voice) person.vouches += 1;
    }
    this.#grow(person);
  }

  #isInCircle(place: number | null): boolean {
    return place !== null && place < (this.#charter?.circle ?? 0);
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

  admittersOf(member: MemberId): MemberId[] {
    const admitters = this.#people.get(member)?.admitters ?? [];
    return [...admitters].filter((each) => this.isEverMember(each)).sort();
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
      inCircle: false,
    };
    this.#people.set(member, person);
    return person;
  }

  /** A worklist, not recursion: who lets in whom may be a chain of thousands. */
  #grow(first: Person): MemberId[] {
    const charter = this.#charter;
    assert(charter, 'no fact is stated before the founding');
    const joined: MemberId[] = [];
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
      if (person.everMember && !person.voice && hasSay(person, charter)) {
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

function hasSay(person: Person, { founder, voice }: Charter): boolean {
  return person.member === founder || person.inCircle || person.vouches >= voice;
}
