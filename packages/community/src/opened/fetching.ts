/** How far fetching has come: entries, and bytes as far as can be told. */
export interface FetchProgress {
  readonly have: number;
  readonly of: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

/** What waits for somebody's word before it is fetched, and about how much it is. */
export interface FetchHeldBack {
  readonly entries: number;
  readonly bytes: number;
}

/** Port: how much is fetched at once from the others, and who says so. */
export interface Fetching {
  /** Null when nothing waits. */
  readonly heldBack: FetchHeldBack | null;
  /** Somebody has said that it can wait; until then they are asked. */
  readonly isLater: boolean;
  /** Fetches all of it; remembered until it is here. */
  now(): void;
  /** Leaves it, and what is under way too; what has come stays. Remembered likewise. */
  later(): void;
}
