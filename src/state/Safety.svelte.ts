import type { MinuteOfTime } from '@manyhands/base';
import type { RecoveryWords } from '@manyhands/keys';
import type { Community } from './Community.svelte.ts';
import * as kit from './kit.ts';
import type { KitNote } from './kit.ts';
import { keepLater, readLater, reasonsOf } from './nudges.ts';
import type { NudgeReason } from './nudges.ts';
import { speakerOf } from './speaker.ts';

const minutesPerDay = 1_440;

/** How safe one's hours are: which ways back there are, and what to say about it. */
export class Safety {
  readonly #community: Community;
  note = $state.raw<KitNote | null>(null);
  /** When the page that counts was made; null where that is not known. */
  madeAt = $state<MinuteOfTime | null>(null);
  /** Whether this device could make a first page. */
  canMake = $state(false);
  /** Whether the browser has promised to keep the record; null while it has not said. */
  isKept = $state<boolean | null>(null);
  isLoaded = $state(false);
  #later = $state.raw<readonly string[]>([]);
  #since: MinuteOfTime | null = null;

  constructor(community: Community) {
    this.#community = community;
    void this.load();
  }

  async load(): Promise<void> {
    const { place } = this.#community;
    // Only a secure page has it, whatever the types say.
    const { storage } = navigator as Partial<Navigator>;
    this.note = await kit.readKitNote(place);
    this.#later = await readLater(place.notes);
    this.canMake = !this.isMade && (await speakerOf(place)) !== null;
    this.madeAt = kit.pageMadeAt(place);
    this.isKept = (await storage?.persisted()) ?? null;
    this.#since =
      kit.entriesOf(place.replica, place.membership.member)[0]?.time ?? null;
    this.isLoaded = true;
  }

  get isMade(): boolean {
    return this.#community.hasKit;
  }

  get isTested(): boolean {
    return this.isMade && this.note?.testedAt != null;
  }

  get #reasons(): NudgeReason[] {
    const { hours, me, now } = this.#community;
    const earned = hours
      .map(({ transfer }) => transfer)
      .filter(({ status, helper }) => status === 'exists' && helper === me.id)
      .reduce((sum, { minutes }) => sum + minutes, 0);
    const daysHere = this.#since === null ? 0 : (now - this.#since) / minutesPerDay;
    return reasonsOf({
      earned,
      hasHours: hours.length > 0,
      daysHere,
      isKept: this.isKept,
    });
  }

  /** What to say on Home, if anything. */
  get nudge(): NudgeReason | null {
    const isPossible = this.isMade ? this.note !== null : this.canMake;
    if (!this.isLoaded || this.isTested || !isPossible) return null;
    return this.#reasons.find((reason) => !this.#later.includes(reason)) ?? null;
  }

  /** "Later": said of all the reasons there are now; a new one is named again. */
  putOff = async (): Promise<void> => {
    this.#later = this.#reasons;
    await keepLater(this.#community.place.notes, this.#reasons);
  };

  newWords = (): Promise<RecoveryWords> => kit.newWords();
  linkOf = (words: RecoveryWords) => kit.kitLinkOf(this.#community.place, words);
  /** With `old` words the new page takes the place of the one that holds them. */
  make = async (words: RecoveryWords, old: RecoveryWords | null) => {
    const made = await kit.makeKit(this.#community.place, words, old);
    await this.load();
    return made;
  };

  /** Whether what stands on the paper works: its code, or its words. */
  tryText = async (text: string): Promise<boolean> => {
    const words = await kit.wordsIn(text);
    return words !== null && this.tryWords(words);
  };

  tryWords = async (words: RecoveryWords): Promise<boolean> => {
    const works = await kit.tryKit(this.#community.place, words);
    await this.load();
    return works;
  };
}
