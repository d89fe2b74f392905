import type { ListingId, MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { Handed, HandOver, Reserved } from '../thingContent.ts';
import { SignedByBoth } from './bothSigned.ts';
import type { BothSigned } from './bothSigned.ts';
import { onceEach } from './handedOnce.ts';
import { NewestOf } from './newest.ts';

/** Things that changed hands, and that are promised (B17). */
export class ThingsHanded {
  readonly #handOvers = new SignedByBoth<HandOver>(({ owner, taker }) => [
    owner,
    taker,
  ]);
  readonly #handed = new SignedByBoth<Handed>(({ one, other }) => [one, other]);
  readonly #reserved = new NewestOf<Reserved>();

  /** Takes what is of these kinds, and nothing else. */
  take(entry: Entry): void {
    const { content, log } = entry;
    if (content.type === 'handover') this.#handOvers.take(content, entry);
    if (content.type === 'handed') this.#handed.take(content, entry);
    if (content.type === 'reserved') {
      this.#reserved.take(`${log.member}/${content.listing}`, content, entry);
    }
  }

  clear(): void {
    this.#handOvers.clear();
    this.#handed.clear();
    this.#reserved.clear();
  }

  handOvers(): BothSigned<HandOver>[] {
    return this.#handOvers.all();
  }

  handed(): BothSigned<Handed>[] {
    return onceEach(this.#handed.all());
  }

  reservedAfter(member: MemberId, listing: ListingId): number | null {
    return this.#reserved.get(`${member}/${listing}`)?.content.outs ?? null;
  }
}
