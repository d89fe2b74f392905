/**
 * What the oracle reads of accounts and decisions (formats §5, types 14 to 17), from raw acts and
 * without packages/ledger: shapes alone. What of it counts, rawAccounts.ts and rawDecisions.ts
 * say. What does not fit is left out (ledger/B4).
 */
import { compareBytes, encode, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys';
import { arrayOf, isBytes, isWithin } from './rawEntries.ts';
import type { Fields, RawAct } from './rawEntries.ts';

/** Who signs, and how many of them it takes. */
export interface RawMandate {
  /** The account itself for its opening, else the hash of the change. */
  readonly id: string;
  readonly account: string;
  /** Null for the opening. */
  readonly before: string | null;
  readonly threshold: number;
  readonly signers: readonly string[];
  /** Below which place of a device's log what it signed before stays plain. */
  readonly places: ReadonlyMap<string, number>;
}

export interface RawOpening {
  readonly kind: number;
  readonly total: number | null;
  readonly mandate: RawMandate;
}

/** Type 14: `[kind, threshold, [signer … 1..16], total?]`. */
export function openingIn({ id, type, payload }: RawAct): RawOpening | null {
  const [kind, threshold, given, total] = (type === 14 && arrayOf(payload, 4)) || [];
  const signers = namesIn(given, 1, 16);
  if (!isWithin(kind, 0, 2) || signers === null) return null;
  if (!isWithin(threshold, kind === 2 ? 2 : 1, signers.length)) return null;
  const isTotal = isWithin(total, 0, Number.MAX_SAFE_INTEGER);
  if (kind === 2 ? !isTotal : total !== null) return null;
  const mandate = { id, account: id, before: null, threshold, signers };
  return {
    kind,
    total: isTotal ? total : null,
    mandate: { ...mandate, places: new Map() },
  };
}

/** Type 15: `[account, before, threshold, [signer … 1..16], [[device, place u32] … 0..48]]`. */
export function changeIn({ type, payload }: RawAct): RawMandate | null {
  const [account, before, threshold, given, listed] =
    (type === 15 && arrayOf(payload, 5)) || [];
  const signers = namesIn(given, 1, 16);
  if (!isBytes(account, 32) || !isBytes(before, 32) || signers === null) return null;
  if (!isWithin(threshold, 1, signers.length)) return null;
  if (!Array.isArray(listed) || listed.length > 48) return null;
  const places = new Map<string, number>();
  let last = '';
  for (const each of listed as Fields) {
    const [device, place] = arrayOf(each, 2) ?? [];
    if (!isBytes(device, 32) || !isWithin(place, 0, 2 ** 32 - 1)) return null;
    if (toHex(device) <= last) return null;
    last = toHex(device);
    places.set(last, place);
  }
  return {
    id: toHex(taggedHash('mandate', encode(payload))),
    account: toHex(account),
    before: toHex(before),
    threshold,
    signers,
    places,
  };
}

/** A motion, and of everything that it is about what it says. */
export interface RawMotion {
  /** A member, a line, or a rule: each with its sort in front. */
  readonly subjects: readonly string[];
  /** One value for all of them, as bytes. */
  readonly said: string;
  readonly value: Value;
  readonly replaces: readonly string[];
}

/** Type 16: `[0, member, standing, …]`, `[1, lines, stands, …]`, `[2, [key, account?], value, …]`. */
export function motionIn({ type, payload }: RawAct): RawMotion | null {
  const [sort, about, value = null, named] = (type === 16 && arrayOf(payload, 4)) || [];
  const replaces = namesIn(named, 0, 8);
  const subjects = subjectsIn(sort, about, value);
  if (replaces === null || subjects === null) return null;
  return { subjects, said: toHex(encode(value)), value, replaces };
}

function subjectsIn(
  sort: Value | undefined,
  about: Value | undefined,
  value: Value,
): string[] | null {
  if (sort === 0) {
    if (!isBytes(about, 32) || !isWithin(value, 0, 2)) return null;
    return [memberSubjectOf(toHex(about))];
  }
  if (sort === 1) return typeof value === 'boolean' ? linesIn(about) : null;
  if (sort !== 2) return null;
  const [key, account] = arrayOf(about, 2) ?? [];
  if (!isWithin(key, 0, 15) || rules[key]?.(value) !== true) return null;
  const isOfAccount = key === 9 || key === 10;
  if (isOfAccount ? !isBytes(account, 32) : account !== null) return null;
  return [ruleSubjectOf(key, isBytes(account, 32) ? toHex(account) : null)];
}

export const memberSubjectOf = (member: string): string => `member ${member}`;
export const lineSubjectOf = (proposal: string, party: string): string =>
  `line ${proposal} ${party}`;
export const ruleSubjectOf = (key: number, account: string | null): string =>
  `rule ${key} ${account ?? ''}`;

/** `[[proposal, party] … 1..32]`. */
function linesIn(about: Value | undefined): string[] | null {
  if (!Array.isArray(about) || about.length < 1 || about.length > 32) return null;
  const subjects: string[] = [];
  for (const each of about as Fields) {
    const [proposal, party] = arrayOf(each, 2) ?? [];
    if (!isBytes(proposal, 32) || !isBytes(party, 32)) return null;
    const subject = lineSubjectOf(toHex(proposal), toHex(party));
    if (subject <= (subjects.at(-1) ?? '')) return null;
    subjects.push(subject);
  }
  return subjects;
}

/** Type 17: `[motion, yes]`. */
export function voteIn({
  type,
  payload,
}: RawAct): { motion: string; yes: boolean } | null {
  const [motion, yes] = (type === 17 && arrayOf(payload, 2)) || [];
  if (!isBytes(motion, 32) || typeof yes !== 'boolean') return null;
  return { motion: toHex(motion), yes };
}

/** Whether an act of these types has the fields the formats give it. */
export const isShared = (act: RawAct): boolean =>
  (openingIn(act) ?? changeIn(act) ?? motionIn(act) ?? voteIn(act)) !== null;

/** What may be decided, by the number of the key: whether a value is one. */
const rules: readonly ((value: Value) => boolean)[] = [
  (value) => isWithin(value, 0, 100_000),
  (value) => isListOf(value, 0, 8, (each) => isText(each, 200)),
  (value) => isListOf(value, 0, 8, (each) => isText(each, 200)),
  (value) => isText(value, 24),
  areKinds,
  (value) => isText(value, 1_500),
  isCircle,
  (value) => isBytes(value, 32),
  (value) => isBytes(value, 32),
  (value) => isWithin(value, 0, 100_000),
  (value) => isBytes(value, 32),
  (value) => namesIn(value, 0, 100) !== null,
  (value) => isWithin(value, 7, 3_650),
  (value) => typeof value === 'boolean',
  (value) => isWithin(value, 0, 4),
  (value) => isWithin(value, 0, 600),
];

function areKinds(value: Value): boolean {
  let last = 0;
  return isListOf(value, 1, 24, (kind) => {
    const [code, name, parent, shown] = arrayOf(kind, 4) ?? [];
    if (!isWithin(code, 1_000, 65_535) || code <= last || !isText(name, 48))
      return false;
    last = code;
    return (
      (parent === null || isWithin(parent, 0, 65_535)) && typeof shown === 'boolean'
    );
  });
}

function isCircle(value: Value): boolean {
  const [threshold, given] = arrayOf(value, 2) ?? [];
  const members = namesIn(given, 2, 16);
  return members !== null && isWithin(threshold, 2, Math.min(8, members.length));
}

const isText = (value: Value | undefined, most: number): boolean =>
  typeof value === 'string' && new TextEncoder().encode(value).length <= most;

const isListOf = (
  value: Value,
  least: number,
  most: number,
  fits: (each: Value) => boolean,
): boolean =>
  Array.isArray(value) &&
  value.length >= least &&
  value.length <= most &&
  (value as Fields).every((each) => fits(each));

/** Names that ascend strictly. */
function namesIn(
  value: Value | undefined,
  least: number,
  most: number,
): string[] | null {
  if (!Array.isArray(value) || value.length < least || value.length > most) return null;
  let last: Uint8Array | null = null;
  for (const each of value as Fields) {
    if (!isBytes(each, 32)) return null;
    if (last !== null && compareBytes(last, each) >= 0) return null;
    last = each;
  }
  return (value as Uint8Array[]).map((each) => toHex(each));
}
