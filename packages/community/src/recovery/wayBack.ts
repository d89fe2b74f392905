import type { MemberId } from '@manyhands/base';

/** Whom the words belong to, as far as members' devices have told. */
export interface Found {
  readonly member: MemberId;
  /** What their mark is drawn from. */
  readonly seed: Uint8Array;
  /** Empty while their name has not come. */
  readonly name: string;
  readonly communityName: string;
}

/**
 * Somebody with words looks for who they are. Nothing of it is kept until they have said
 * that they are the one who was found.
 */
export interface Search {
  readonly found: Found | null;
  /** Somebody was asked and knows nobody with these words; others may know better. */
  readonly isUnknown: boolean;
  subscribe(listener: () => void): () => void;
  /** Ends the search; nothing stays of it. */
  cancel(): Promise<void>;
}
