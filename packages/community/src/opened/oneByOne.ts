import type { Result, Work } from '@manyhands/base';

/** What came of acts that were done one after another. */
export interface OneByOne<T, Value, Refused> {
  readonly done: readonly { readonly of: T; readonly value: Value }[];
  /** Refused for these alone: the others went on. */
  readonly passed: readonly { readonly of: T; readonly why: Refused }[];
  /** Not done, since one before was refused or all was called off; whatever was refused too. */
  readonly left: readonly T[];
  /** What stopped it; null where nothing did, or whoever waited called it off. */
  readonly why: Refused | null;
}

interface How<Refused> {
  readonly work?: Work;
  /** Whether this refusal is of one alone; without it each stops all that follows. */
  readonly isOfOne?: (why: Refused) => boolean;
}

/**
 * Does them in their order, each once the one before is done, and says what was done and what was
 * not: an entry that is written stays written, whatever becomes of those after it.
 */
export async function oneByOne<T, Value, Refused>(
  all: readonly T[],
  act: (each: T) => Promise<Result<Value, Refused>>,
  { work: { report, signal } = {}, isOfOne = () => false }: How<Refused> = {},
): Promise<OneByOne<T, Value, Refused>> {
  const done: { of: T; value: Value }[] = [];
  const passed: { of: T; why: Refused }[] = [];
  for (const [at, each] of all.entries()) {
    const left = all.slice(at);
    if (signal?.aborted === true) return { done, passed, left, why: null };
    const acted = await act(each);
    if (acted.ok) done.push({ of: each, value: acted.value });
    else if (isOfOne(acted.error)) passed.push({ of: each, why: acted.error });
    else return { done, passed, left, why: acted.error };
    report?.({ done: at + 1, of: all.length });
  }
  return { done, passed, left: [], why: null };
}
