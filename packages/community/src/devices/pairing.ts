import type { MemberId } from '@manyhands/base';
import type {
  FirstPairCode,
  PairCode,
  PairCodes,
  PairRefused,
  Place,
  ShownPairCode,
} from '../opened/index.ts';
import { oneEach } from '../opened/index.ts';

/** How long a code is good: as long as two people stand beside each other, and more. */
export const pairMinutes = 10;

export type PairStep =
  | { readonly name: 'idle' | 'making' | 'linking' }
  /** Our code is shown; nobody has scanned it, as far as we know. */
  | { readonly name: 'first'; readonly text: string }
  /** Theirs has been read; this one is the answer. */
  | { readonly name: 'second'; readonly text: string }
  /** `hours`: how many were known here before. */
  | { readonly name: 'linked'; readonly member: MemberId; readonly hours: number }
  | { readonly name: 'failed'; readonly why: PairProblem };

export type PairProblem = PairRefused['type'] | 'Unreachable' | 'Expired';
/** What is wrong with a code that was scanned or pasted. */
export type PairFault = 'Malformed' | 'AnotherCommunity' | 'Stale' | 'Own' | 'Old';

/**
 * Linking this phone with one beside it (mesh/M7), from the first code to the link. It
 * goes on whatever is on the screen.
 *
 *     idle ─begin─▶ first ─read their answer─▶ linking ─▶ linked
 *                     └─read their first code─▶ second ─they read it─▶ linked
 *
 * Both may show a first code, and both may read the other's: whichever link stands first
 * counts.
 */
export class Pairing {
  readonly #place: Place;
  #step: PairStep = { name: 'idle' };
  #fault: PairFault | null = null;
  #first: FirstPairCode | null = null;
  #second: ShownPairCode | null = null;
  /** Their first code, of which it is not sure that it is still good. */
  #old: PairCode | null = null;
  #expiry: ReturnType<typeof setTimeout> | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  get step(): PairStep {
    return this.#step;
  }

  get fault(): PairFault | null {
    return this.#fault;
  }

  #go(step: PairStep): void {
    this.#step = step;
    this.#place.tell('links');
  }

  #blame(fault: PairFault | null): void {
    this.#fault = fault;
    this.#place.tell('links');
  }

  /** Shows a new code, unless one is shown already. */
  async begin(): Promise<void> {
    const { name } = this.step;
    if (name === 'making' || name === 'first' || name === 'second') return;
    if (name === 'linking') return;
    this.#start();
    const codes = await this.#codes();
    const first = await codes.show();
    if (this.step.name !== 'making') {
      if (first.ok) first.value.cancel();
      return;
    }
    if (!first.ok) {
      this.#fail(first.error.type);
      return;
    }
    this.#first = first.value;
    this.#go({ name: 'first', text: first.value.text });
    void this.#watch(first.value);
  }

  /** Takes what stands after `#c/` in what the other phone showed. */
  async read(text: string): Promise<void> {
    this.#blame(null);
    const codes = await this.#codes();
    const code = codes.read(text);
    if (!code.ok) this.#blame(code.error.type);
    else if (text === this.#first?.text || text === this.#second?.text)
      this.#blame('Own');
    else if (code.value.answers !== null) await this.#accept(code.value);
    else if (this.#isOld(code.value)) {
      this.#old = code.value;
      this.#blame('Old');
    } else await this.#answer(code.value);
  }

  /** The clocks of two phones need not agree. */
  async readOld(): Promise<void> {
    this.#blame(null);
    if (this.#old) await this.#answer(this.#old);
  }

  /** Gives up; a link that stands goes on. */
  cancel(): void {
    this.#drop();
    this.#go({ name: 'idle' });
  }

  #start(): void {
    this.#drop();
    this.#go({ name: 'making' });
    this.#expiry = setTimeout(() => this.#fail('Expired'), pairMinutes * 60_000);
  }

  #drop(): void {
    clearTimeout(this.#expiry);
    this.#blame(null);
    this.#old = null;
    const [first, second] = [this.#first, this.#second];
    this.#first = this.#second = null;
    first?.cancel();
    second?.cancel();
  }

  #fail(why: PairProblem): void {
    this.#drop();
    this.#go({ name: 'failed', why });
  }

  /** Given up, failed or done meanwhile. */
  #isOver(): boolean {
    return ['idle', 'failed', 'linked'].includes(this.step.name);
  }

  #isOld({ made }: PairCode): boolean {
    return Math.abs(this.#place.now() - made) > pairMinutes;
  }

  async #accept(answer: PairCode): Promise<void> {
    const accepted = await this.#first?.accept(answer);
    if (accepted?.ok) this.#go({ name: 'linking' });
    else this.#blame(accepted?.error.type ?? 'Stale');
  }

  async #answer(first: PairCode): Promise<void> {
    if (this.step.name !== 'first' && this.step.name !== 'second') this.#start();
    const codes = await this.#codes();
    const second = await codes.answer(first);
    if (this.#isOver()) {
      if (second.ok) second.value.cancel();
    } else if (second.ok) {
      const before = this.#second;
      this.#second = second.value;
      before?.cancel();
      this.#go({ name: 'second', text: second.value.text });
      void this.#watch(second.value, first);
    } else if (second.error.type === 'Unreachable') this.#fail('Unreachable');
    else this.#blame('Malformed');
  }

  async #watch(shown: ShownPairCode, answers: PairCode | null = null): Promise<void> {
    const hours = this.#hours();
    const linked = await shown.linked;
    if (shown !== this.#first && shown !== this.#second) return;
    if (linked.ok) {
      const member = linked.value;
      this.#drop();
      this.#go({ name: 'linked', member, hours });
    } else if (answers && linked.error.type === 'NoConnection') {
      // Some browsers wait for seconds only: the other may still scan a fresh answer.
      await this.#answer(answers);
    } else this.#fail(linked.error.type);
  }

  #hours(): number {
    const all = this.#place.replica.ledger.transfers();
    return [...all].filter(({ status }) => status === 'exists').length;
  }

  /** The code for it arrives after the screen has painted. */
  #codes(): Promise<PairCodes> {
    return new Promise((resolve) => {
      let stop: () => void = () => undefined;
      const look = () => {
        const codes = this.#place.pairCodes;
        if (codes === null) return;
        stop();
        resolve(codes);
      };
      stop = this.#place.subscribe('links', look);
      look();
    });
  }
}

/** That of an open place: the same on every screen. */
export const pairingOf = oneEach((place: Place) => new Pairing(place));
