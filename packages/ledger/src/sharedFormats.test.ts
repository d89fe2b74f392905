/** The formats of accounts and decisions, pinned like the others (see formats.test.ts). */
import { expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type {
  AccountId,
  DeviceKey,
  EntryId,
  Hex,
  ListingId,
  MemberId,
  Minutes,
  PartyId,
} from '@manyhands/base';
import { concat, encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { encodeBody, isFact, mandateIdOf, readEntry, witnessEntry } from './index.ts';
import type {
  Entry,
  KnownContent,
  LogKind,
  LogName,
  Matter,
  RuleKey,
  Rules,
} from './index.ts';
import pinned from './testing/formats.json' with { type: 'json' };
import { at } from './testing/village.ts';

const community = toHex(new Uint8Array(32).fill(7)) as LogName['community'];
const prev = 'ab'.repeat(32) as EntryId;
const hexOf = (byte: number): Hex => toHex(new Uint8Array(32).fill(byte));
const bytesOf = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const log: LogName = {
  community,
  kind: 'ledger',
  member: hexOf(0xa1) as MemberId,
  device: hexOf(0xd1) as DeviceKey,
};
const signers = [0x61, 0x62, 0x63].map(hexOf) as MemberId[];
const account = hexOf(0xac) as AccountId;
const motion = hexOf(0x3a) as EntryId;

function entryOf(kind: LogKind, body: Uint8Array): Entry {
  const entry = readEntry({ ...log, kind }, 3, prev, concat(body, new Uint8Array(64)));
  assert(entry.ok, 'bytes of a possible length are an entry');
  return entry.value;
}

function write(content: KnownContent, kind: LogKind = 'ledger'): Entry {
  const salt = new Uint8Array(16).fill(9);
  const entry = entryOf(kind, encodeBody(kind, at(29_900_000), content, salt));
  expect(entry.content).toEqual(content);
  return entry;
}

/** What is made of a payload that no honest app would write. */
const typeOf = (number: number, payload: Value): string =>
  entryOf('ledger', encode([number, 29_900_000, payload])).content.type;

const opened: KnownContent = {
  type: 'account.open',
  kind: 'organisation',
  threshold: 2,
  signers,
  total: null,
};

const changed = {
  type: 'account.change',
  account,
  before: account as Hex,
  threshold: 2,
  signers,
  places: [1, 2, 3, 4, 5, 6].map((n) => ({
    device: hexOf(n) as DeviceKey,
    place: 300 + n,
  })),
} as const;

/** One value of each rule that can be decided. */
const rules: Rules = {
  limit: 1_200 as Minutes,
  relays: ['wss://relay.example/now'],
  ice: [],
  unit: 'hour',
  kinds: [
    { code: 1_000, name: 'Bees', parent: null, isShown: true },
    { code: 1_001, name: 'Hives', parent: 1_000, isShown: false },
  ],
  words: 'We help each other',
  circle: { threshold: 2, members: signers },
  pot: account,
  opening: account,
  accountLimit: 600 as Minutes,
  signers: hexOf(0x44),
  resting: [],
  roomDays: 365,
  areKindsOpen: false,
  licence: 2,
  firstHours: 120 as Minutes,
};
const ofAccounts = ['accountLimit', 'signers'];
const ruled = (Object.keys(rules) as RuleKey[]).map(
  (key) =>
    ({
      about: 'rule',
      key,
      value: rules[key],
      account: ofAccounts.includes(key) ? account : null,
    }) as Matter,
);
const aboutMember: Matter = {
  about: 'member',
  member: signers[0] as MemberId,
  standing: 'removed',
};
const aboutLines: Matter = {
  about: 'lines',
  lines: [{ proposal: prev, party: hexOf(1) as PartyId }],
  stands: false,
};

test('[F5] an account is opened, and changed, in so many bytes', () => {
  const open = write(opened);
  expect(open.stored).toHaveLength(178);
  expect(toHex(open.stored)).toBe(pinned['account.stored']);
  const change = write(changed);
  expect(change.stored).toHaveLength(473);
  expect(toHex(change.stored)).toBe(pinned['change.stored']);
  expect(mandateIdOf(changed)).toBe(pinned['change.mandate']);
  const many = (count: number) => Array.from({ length: count }, (_, n) => hexOf(n + 1));
  const longest = write({
    ...changed,
    signers: many(16) as MemberId[],
    places: many(48).map((device) => ({
      device: device as DeviceKey,
      place: 2 ** 32 - 1,
    })),
  });
  expect(longest.stored).toHaveLength(2_608);
});

test('[F5] motions about a member, lines and each rule, and a vote', () => {
  const motions = [aboutMember, aboutLines, ...ruled].map((matter) =>
    write({ type: 'motion.open', matter, replaces: [prev] }),
  );
  const bodies = motions.map(({ stored }) => toHex(stored.subarray(0, -64)));
  expect(bodies).toEqual(pinned['motion.bodies']);
  const vote = write({ type: 'motion.vote', motion, yes: true });
  expect(vote.stored).toHaveLength(107);
  expect(toHex(vote.stored)).toBe(pinned['vote.stored']);
});

test('[F5] the longest motion fits into an entry', () => {
  const ids = (count: number) =>
    Array.from({ length: count }, (_, n) => hexOf(n + 1)) as EntryId[];
  const replaces = ids(8);
  const matters: Matter[] = [
    {
      about: 'lines',
      lines: ids(32).map((proposal) => ({ proposal, party: hexOf(255) as PartyId })),
      stands: true,
    },
    {
      about: 'rule',
      key: 'resting',
      account: null,
      value: ids(100) as string[] as MemberId[],
    },
  ];
  for (const matter of matters) {
    const entry = write({ type: 'motion.open', matter, replaces });
    expect(entry.stored.length).toBeLessThanOrEqual(3_751);
    // And a witness of it as well: `write` encodes what fits an entry alone.
    const witness = witnessEntry(entry);
    assert(witness !== null, 'a witness carries motions');
    expect(write(witness).stored.length).toBeLessThanOrEqual(4_096);
  }
});

test('[L9] a witness carries what is short enough to stand inside it, and nothing longer', () => {
  const carried = [3_600, 3_700, 3_800].map((length) => {
    const charter = new Uint8Array(length);
    const found = { charter, box: hexOf(1), certSig: hexOf(2) + hexOf(3) };
    const witness = witnessEntry(write({ type: 'community.found', ...found }));
    if (witness) expect(write(witness).stored.length).toBeLessThanOrEqual(4_096);
    return witness !== null;
  });
  expect(carried).toEqual([true, false, false]);
});

const many = (count: number): Value[] =>
  Array.from({ length: count }, (_, n) => bytesOf(n + 1));
const [a, b] = [bytesOf(1), bytesOf(2)];
const acc = fromHex(account);

test.each<[string, number, Value]>([
  ['opened for nobody', 14, [0, 1, [], null]],
  ['opened with a threshold above its signers', 14, [0, 3, [a, b], null]],
  ['opened with no threshold', 14, [0, 0, [a, b], null]],
  ['opened with signers that descend', 14, [0, 1, [b, a], null]],
  ['opened with one signer twice', 14, [0, 1, [a, a], null]],
  ['opened with seventeen', 14, [0, 1, many(17), null]],
  ['an opening that one signs', 14, [2, 1, [a, b], 60]],
  ['an opening without a total', 14, [2, 2, [a, b], null]],
  ['a pot with a total', 14, [1, 1, [a], 60]],
  ['a kind that is none', 14, [3, 1, [a], null]],
  ['opened with a field too many', 14, [0, 1, [a], null, null]],
  ['changed with a threshold above its signers', 15, [acc, acc, 2, [a], []]],
  ['changed with devices that descend', 15, [acc, acc, 1, [a], [[b, 0], [a, 0]]]], // prettier-ignore
  ['changed with a device twice', 15, [acc, acc, 1, [a], [[a, 0], [a, 1]]]], // prettier-ignore
  ['changed with 49 devices', 15, [acc, acc, 1, [a], many(49).map((one) => [one, 0])]],
  ['changed with a place that is none', 15, [acc, acc, 1, [a], [[a, 2 ** 32]]]],
  ['a standing that is none', 16, [0, a, 3, []]],
  ['a matter that is none', 16, [3, a, 0, []]],
  ['no matter', 16, []],
  ['a motion as a number', 16, 7],
  ['about no line', 16, [1, [], true, []]],
  ['about lines that descend', 16, [1, [[b, a], [a, b]], true, []]], // prettier-ignore
  ['about 33 lines', 16, [1, many(33).map((one) => [one, a]), true, []]],
  ['that replaces nine', 16, [0, a, 1, many(9)]],
  ['that replaces one twice', 16, [0, a, 1, [a, a]]],
  ['a key that is none', 16, [2, [16, null], 0, []]],
  ['about a number', 16, [2, 7, 0, []]],
  ['a subject of nothing', 16, [2, [], 0, []]],
  ['a subject without its account', 16, [2, [0], 0, []]],
  ['a key as text', 16, [2, ['limit', null], 0, []]],
  ['the limit of an account that is none', 16, [2, [9, null], 0, []]],
  ['the limit for an account', 16, [2, [0, acc], 0, []]],
  ['a subject with a field too many', 16, [2, [0, null, null], 0, []]],
  ['a limit below zero', 16, [2, [0, null], -1, []]],
  ['a unit that is too long', 16, [2, [3, null], 'x'.repeat(25), []]],
  ['kinds that descend', 16, [2, [4, null], [[1_001, '', null, true], [1_000, '', null, true]], []]], // prettier-ignore
  ['a kind below a thousand', 16, [2, [4, null], [[999, '', null, true]], []]],
  ['a circle of one', 16, [2, [6, null], [2, [a]], []]],
  ['a circle that cannot speak', 16, [2, [6, null], [3, [a, b]], []]],
  ['101 who rest', 16, [2, [11, null], many(101), []]],
  ['rooms that keep six days', 16, [2, [12, null], 6, []]],
  ['a licence that is none', 16, [2, [14, null], 5, []]],
  ['first hours without end', 16, [2, [15, null], 601, []]],
  ['a vote of perhaps', 17, [a, null]],
  ['a vote with a field too many', 17, [a, true, 2]],
])('[B4] %s is meaningless', (_, number, payload) => {
  expect(typeOf(number, payload)).toBe('meaningless');
});

test('[F5] accounts and motions are facts, and a witness carries them', () => {
  const contents: KnownContent[] = [
    opened,
    changed,
    { type: 'motion.open', matter: aboutMember, replaces: [] },
    { type: 'motion.vote', motion, yes: false },
  ];
  for (const content of contents) {
    expect(isFact(content)).toBe(true);
    const witness = witnessEntry(write(content));
    assert(witness !== null, 'a witness carries facts');
    expect(write(witness).content).toEqual(witness);
  }
});

test('[F9] what the board says of accounts, motions, covers and cards', () => {
  const contents: KnownContent[] = [
    {
      type: 'account.card',
      account,
      rev: 1,
      name: 'The clinic',
      words: 'Open all week',
      photo: null,
    },
    { type: 'words', about: motion, rev: 2, text: 'Because winter comes' },
    {
      type: 'cover',
      member: signers[0] as MemberId,
      bodyHash: hexOf(5),
      turn: 3,
      on: true,
    },
    { type: 'behalf', listing: '1b'.repeat(16) as ListingId, rev: 0, account },
  ];
  const bodies = contents.map((content) => write(content, 'board').stored);
  expect(bodies.map((stored) => toHex(stored.subarray(0, -64)))).toEqual(
    pinned['shared.bodies'],
  );
  const salt = new Uint8Array(16);
  const bent: [number, Value][] = [
    [71, [acc, 0, 'x'.repeat(97), '', null]],
    [71, [acc, 0, '', 'x'.repeat(1_001), null]],
    [71, [acc, 0, '', '', [a, new Uint8Array(3_073)]]],
    [77, [a, 0, 'x'.repeat(1_001)]],
    [77, [a, -1, '']],
    [78, [a, b, 2 ** 32, true]],
    [78, [a, b, 0, 1]],
    [79, [a, 0, null]],
  ];
  for (const [number, payload] of bent) {
    const { content } = entryOf('board', encode([number, 0, payload, salt]));
    expect(content.type, `${number}`).toBe('meaningless');
  }
});
