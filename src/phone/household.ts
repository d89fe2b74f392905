import type { Result } from '@manyhands/base';
import type { OpenRefused } from './openRefused.ts';
import type { Places } from './places.ts';

export type LockKind = 'none' | 'pin' | 'passkey';

/** One person who uses this phone, as the door knows them before it is open. */
export interface Housemate {
  readonly id: string;
  /** Empty before they belong to anything. */
  readonly name: string;
  /** What their mark is drawn from; null before they belong to anything. */
  readonly seed: Uint8Array | null;
  readonly lock: LockKind;
}

/** What is to lock a person's door from now on. */
export type NewLock =
  | { readonly type: 'none' | 'passkey' }
  | { readonly type: 'pin'; readonly pin: string };

/**
 * Why a door stays shut. `WrongPin`, `TooSoon`: the next try counts from `nextTryAt` (ms
 * since 1970). `PasskeyRefused`: the device did not answer, or was told not to.
 * `NoPasskey`: it has none that can lock anything. `PartMissing`: the code that opens it did
 * not arrive.
 */
export type EnterRefused =
  | OpenRefused
  | { readonly type: 'WrongPin' | 'TooSoon'; readonly nextTryAt: number }
  | { readonly type: 'PasskeyRefused' | 'NoPasskey' | 'PartMissing' };

/** The communities of one person, once their door is open, and the lock on it. */
export interface Home {
  readonly places: Places;
  /**
   * Puts another lock on the door. What it covers of what is already here is what can be
   * wrapped: the names of communities that began before there were locks are answered.
   */
  relock(lock: NewLock): Promise<Result<readonly string[], EnterRefused>>;
  /** From now on the door shows this name and mark: an empty one, that of nobody. */
  introduce(name: string, seed: Uint8Array | null): Promise<void>;
  /** Forgets what opened the door. Places that are open are closed by whoever opened them. */
  shut(): void;
}

/** Port: everybody who uses this phone, each behind their own door. */
export interface Household {
  /** Whether a passkey may be able to lock here. Only trying tells for certain. */
  readonly mayHavePasskeys: boolean;
  /** Whether this device itself asks for a finger or a face. */
  hasPasskeys(): Promise<boolean>;
  /** The first one first; there is always one. */
  list(): Promise<Result<Housemate[], OpenRefused>>;
  /** One more, whose door has no lock yet. */
  add(): Promise<Result<Housemate, OpenRefused>>;
  enter(id: string, pin: string | null): Promise<Result<Home, EnterRefused>>;
  /** Takes somebody off this phone, with all that it keeps of them; no door need be open. */
  remove(id: string): Promise<Result<void, OpenRefused>>;
}

/** What the screens of whoever is here may know of their door, and do with it. */
export interface PersonLock {
  readonly lock: LockKind;
  /** Whether others use this phone too. */
  readonly isShared: boolean;
  readonly mayHavePasskeys: boolean;
  hasPasskeys(): Promise<boolean>;
  relock(lock: NewLock): Promise<Result<readonly string[], EnterRefused>>;
  /** What a community that opened calls its member, and their mark. */
  introduce(name: string, seed: Uint8Array | null): Promise<void>;
  /** Shuts it: whoever comes next is asked who they are. */
  shut(): Promise<void>;
  /** Shuts it, and opens one for somebody who has not been here before. */
  welcome(): Promise<Result<void, EnterRefused>>;
}
