import type { CommunityId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import { Gatherings } from './gatherings.ts';
import { SharedBoard } from './sharedBoard.ts';
import type { SignsFor } from './sharedBoard.ts';
import { ThingsHanded } from './thingsHanded.ts';

/** What a board shows besides people and cards, each kind by itself. */
export class BoardParts {
  readonly shared: SharedBoard;
  readonly things = new ThingsHanded();
  readonly gatherings: Gatherings;

  constructor(community: CommunityId, signsFor: SignsFor) {
    this.shared = new SharedBoard(signsFor);
    this.gatherings = new Gatherings(community);
  }

  /** Each takes what is of its kinds, and nothing else. */
  take(entry: Entry): void {
    for (const part of this.#all()) part.take(entry);
  }

  clear(): void {
    for (const part of this.#all()) part.clear();
  }

  readonly #all = () => [this.shared, this.things, this.gatherings];
}
