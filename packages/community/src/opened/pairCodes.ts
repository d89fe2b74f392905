import type { Hex, MemberId, MinuteOfTime, Result } from '@manyhands/base';

/** What a code says that another phone showed: a mesh/M7 code, read. */
export interface PairCode {
  readonly community: Hex;
  readonly made: MinuteOfTime;
  /** Null for the first of the two codes. */
  readonly answers: Hex | null;
  readonly description: Uint8Array;
}

/**
 * Why two phones are not linked after all. `NoConnection`: they did not reach each other.
 * `NotLetIn`: one of them does not let the other in. `Oneself`: it is the same phone.
 */
export interface PairRefused {
  readonly type: 'NoConnection' | 'NotLetIn' | 'Oneself';
}

/** A code that is shown to another phone. */
export interface ShownPairCode {
  /** What follows `#c/`. */
  readonly text: string;
  /** Who is linked by it. */
  readonly linked: Promise<Result<MemberId, PairRefused>>;
  /** Gives up; a link that stands goes on. */
  cancel(): void;
}

export interface FirstPairCode extends ShownPairCode {
  /** `Stale`: it answers another code than this one. */
  accept(
    answer: PairCode,
  ): Promise<Result<void, { readonly type: 'Stale' | 'Malformed' }>>;
}

/** Port: makes and reads the codes by which two phones link with no network but theirs. */
export interface PairCodes {
  /** `Unreachable`: this phone is in no network in which another could reach it. */
  show(): Promise<Result<FirstPairCode, { readonly type: 'Unreachable' }>>;
  read(
    text: string,
  ): Result<PairCode, { readonly type: 'Malformed' | 'AnotherCommunity' }>;
  answer(
    first: PairCode,
  ): Promise<Result<ShownPairCode, { readonly type: 'Unreachable' | 'Malformed' }>>;
}
