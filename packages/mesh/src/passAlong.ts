import { assert } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { utf8Bytes } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import { shortCodeBytes, shortCodeOf } from '@manyhands/ledger';
import type { ShortCode } from '@manyhands/ledger';
import { giveOver, keysOfCode, takeOver } from './crossing.ts';
import { Encounter } from './encounter.ts';
import type { EncounterFailed, EncounterOptions } from './encounter.ts';
import { passedLimit } from './passingMessages.ts';

/** A code is for people who are together now. */
export type PassingFailed = EncounterFailed<{ readonly type: 'Expired' }>;
export type TakingFailed = EncounterFailed<{ readonly type: 'NobodyThere' }>;

/** A text that waits for whoever types its code. */
export interface Passing {
  readonly code: ShortCode;
  /** The other has the text, and the code is good for nothing any more; or why not. */
  readonly done: Promise<Result<void, PassingFailed>>;
  cancel(): void;
}

/** A code that was typed, on its way to its text. */
export interface Taking {
  readonly done: Promise<Result<string, TakingFailed>>;
  cancel(): void;
}

const passingFor = 10 * 60_000;
const takingFor = 60_000;

/**
 * Brings a text (a link that nobody could type) to whoever types a new short code, and
 * to nobody else (M14): both meet in a room that is named after the code and used once.
 */
export function passAlong(text: string, options: EncounterOptions): Passing {
  assert(utf8Bytes(text).length <= passedLimit, 'what is passed along is a link');
  const code = shortCodeOf(randomBytes(shortCodeBytes));
  const keys = keysOfCode(code);
  const encounter = new Encounter<void, { readonly type: 'Expired' }>(keys, options, {
    ms: passingFor,
    late: { type: 'Expired' },
    cross: (pipe, timers) => giveOver(pipe, keys, text, timers),
  });
  return { code, done: encounter.done, cancel: () => encounter.cancel() };
}

/** Fetches the text that waits under a code. */
export function takePassed(code: ShortCode, options: EncounterOptions): Taking {
  const keys = keysOfCode(code);
  const encounter = new Encounter<string, { readonly type: 'NobodyThere' }>(
    keys,
    options,
    {
      ms: takingFor,
      late: { type: 'NobodyThere' },
      cross: (pipe, timers) => takeOver(pipe, keys, timers),
    },
  );
  return { done: encounter.done, cancel: () => encounter.cancel() };
}
