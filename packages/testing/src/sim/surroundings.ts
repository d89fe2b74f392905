import type { CommunityId } from '@manyhands/base';
import type { Entry } from '@manyhands/ledger';
import type { Chance } from '../chance.ts';
import type { Wear } from './disk.ts';
import type { Life } from './network.ts';
import type { Schedule } from './schedule.ts';
import type { SimWays } from './ways.ts';

/** The world, as far as a phone knows it. */
export interface Surroundings<Phone> {
  readonly schedule: Schedule;
  readonly chance: Chance;
  readonly community: CommunityId;
  readonly trouble: { readonly hasty: boolean; readonly lettingGo: boolean };
  /** How an app finds others by itself, if it does. */
  waysOf(life: Life): SimWays;
  readonly witness: Onlooker<Phone>;
  wear(phone: Phone): Wear;
  /** From some moment on nobody hears of anybody, and no app writes of its own accord. */
  readonly isAtRest: boolean;
  /** Anything may fail; nothing may throw. */
  watch(work: Promise<unknown>): void;
  fail(why: string): void;
  note(line: string): void;
}

/** Whoever sees what becomes of a phone. */
export interface Onlooker<Phone> {
  heard(phone: Phone, entries: readonly Entry[]): void;
  /** `begunAt`: when it was asked to sign. */
  signed(phone: Phone, entry: Entry, begunAt: number): void;
  opened(phone: Phone): void;
  crashed(phone: Phone): void;
  /** Somebody else has it, and what it says is not its owner's any more. */
  lost(phone: Phone): void;
  /** Its writer says that its journal is behind. */
  behind(phone: Phone): void;
  erasing(entries: readonly Entry[]): void;
  /** A person wants them gone, and not only an app. */
  wishing(entries: readonly Entry[]): void;
  /** Its disk did not take what it wanted to write. */
  hindered(phone: Phone): void;
  /** Whether it holds every entry of its own that others have met. */
  knowsItself(phone: Phone): boolean;
}
