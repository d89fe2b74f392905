import { holdsIdentity } from '@manyhands/community/devices';
import { minutesPerDay } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { entriesOf } from '@manyhands/door';
import type { RecoveryWords } from '@manyhands/keys';
import * as kit from '@manyhands/community/recovery';
import type { KitNote, PageChange } from '@manyhands/community/recovery';
import { keepLater, readLater, reasonsOf } from '@manyhands/community/safety';
import type { NudgeReason } from '@manyhands/community/safety';
import type { Community } from '../phone/Community.svelte.ts';
import { askToKeep, earnedBy, keptByBrowser } from './keptByBrowser.ts';

/** How safe one's hours are: which ways back there are, and what to say about it. */
export class Safety {
  readonly #community: Community;
  note = $state.raw<KitNote | null>(null);
  /** When the page that counts was made; null where that is not known. */
  madeAt = $state<MinuteOfTime | null>(null);
  /** Whether this device could make a page: the key that speaks for them is on it. */
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
    this.note = await kit.readKitNote(place);
    this.#later = await readLater(place.notes);
    this.canMake = await holdsIdentity(this.#community.place);
    void this.#hearWhetherKept();
    const own = entriesOf(place.replica, place.membership.member);
    this.madeAt = kit.pageMadeAt(place, own);
    this.#since = own[0]?.time ?? null;
    this.isLoaded = true;
  }

  /** Waited for by nothing: the browser may ask in turn, and nobody has to answer it. */
  async #hearWhetherKept(): Promise<void> {
    this.isKept = await keptByBrowser(this.#community);
  }

  get isMade(): boolean {
    return this.#community.hasKit && !this.canMake;
  }

  /** Neighbours brought them back here, and no page has been made since. */
  get isBroughtBack(): boolean {
    return this.#community.hasKit && this.canMake;
  }

  get isTested(): boolean {
    return this.isMade && this.note?.testedAt != null;
  }

  /** Whether neighbours have been named who can bring this member back together. */
  get hasGuardians(): boolean {
    const { replica, membership } = this.#community.place;
    return replica.ledger.identityOf(membership.member).guardians.length > 0;
  }

  get #reasons(): NudgeReason[] {
    const { hours, now } = this.#community;
    const daysHere = this.#since === null ? 0 : (now - this.#since) / minutesPerDay;
    return reasonsOf({
      isBroughtBack: this.isBroughtBack,
      earned: earnedBy(this.#community),
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
  /** From now on these words speak: see `makeKit`. */
  make = async (words: RecoveryWords, change: PageChange = {}) => {
    const made = await kit.makeKit(this.#community.place, words, change);
    if (made.ok) void askToKeep().then(() => this.#hearWhetherKept());
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
