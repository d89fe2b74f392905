import type { CommunityId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { BoardOptions } from './boardOptions.ts';
import { Gatherings } from './gatherings.ts';
import { BoardGroups } from './groups.ts';
import { Notices } from './notices.ts';
import { RoomBoard } from './roomBoard.ts';
import { SharedBoard } from './sharedBoard.ts';
import { ThingsHanded } from './thingsHanded.ts';

/** What a board shows besides people and cards, each kind by itself. */
export class BoardParts {
  readonly notices = new Notices();
  readonly shared: SharedBoard;
  readonly things = new ThingsHanded();
  readonly groups: BoardGroups;
  readonly rooms = new RoomBoard();
  readonly gatherings: Gatherings;

  constructor(community: CommunityId, { signsFor, isAmong }: BoardOptions) {
    this.shared = new SharedBoard(signsFor ?? (() => false));
    this.groups = new BoardGroups(community, isAmong ?? (() => true));
    this.gatherings = new Gatherings(community);
  }

  /** Each takes what is of its kinds, and nothing else. */
  take(entry: Entry): void {
    for (const part of this.#all()) part.take(entry);
  }

  clear(): void {
    for (const part of this.#all()) part.clear();
  }

  readonly #all = () => [
    this.notices,
    this.shared,
    this.things,
    this.groups,
    this.rooms,
    this.gatherings,
  ];
}
