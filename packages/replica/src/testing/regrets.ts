import { assert } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { tombstoneOf, erasedPositionOf } from '@manyhands/ledger';
import type { Entry, Erase, LogItem } from '@manyhands/ledger';
import { TestCommunity, createCast, openOnMemory, profileOf } from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import { runItemOf } from '../page.ts';
import type { Run } from '../page.ts';

const [ana, biel, carme] = await createCast();
export { ana, biel };
/** Biel's second device. */
export const secondTablet: CastMember = {
  ...carme,
  member: biel.member,
  identity: biel.identity,
};

export const erasing = (...entries: readonly Entry[]): Erase => ({
  type: 'erase',
  places: entries.map(erasedPositionOf),
});

export type PhoneDisk = OnMemory['disk'];

/** Neighbouring places of one log as a page carries them. */
export function runOfItems(items: readonly LogItem[]): Run {
  const [first] = items;
  assert(first, 'a run has a place');
  const { kind, member, device } = first.log;
  const { seq: from, prev } = first;
  return { kind, member, device, from, prev, items: items.map(runItemOf) };
}

/** The log with these places erased. */
export const holed = (
  entries: readonly Entry[],
  ...places: readonly number[]
): LogItem[] =>
  entries.map((entry, at) => (places.includes(at) ? tombstoneOf(entry) : entry));

export const whole = ({ id }: TestCommunity): Promise<OnMemory> => openOnMemory(id);

export const regretted = (n: number): string => `words that Biel regrets ${n}`;

/** Ana's community; Biel wrote six times on his phone, and has a tablet too. */
export async function regrets(): Promise<{
  community: TestCommunity;
  entries: Entry[];
}> {
  const community = await TestCommunity.of(ana, [biel]);
  await community.ledgerOf(ana).add(await community.enrolContent(secondTablet));
  const board = community.boardOf(biel);
  for (let n = 0; n < 6; n++) {
    await board.add({ ...profileOf(biel, n), about: regretted(n) });
  }
  return { community, entries: board.entries };
}

export const ledgersOf = (community: TestCommunity): Run[] => [
  community.ledgerOf(ana).run(),
];

export const heldBoard = (here: OnMemory, community: TestCommunity) =>
  here.replica.head(community.boardOf(biel).log);

/** Everything on a disk, as one text to look for words in. */
function rawBytes(disk: PhoneDisk): string {
  const rows = [
    ...disk.updates,
    ...[...disk.journal.values()].map(({ stored }) => stored),
    ...disk.notes.values(),
  ];
  return rows.map(toHex).join(' ');
}

export const holds = (disk: PhoneDisk, words: string): boolean =>
  rawBytes(disk).includes(toHex(utf8Bytes(words)));

/** All that a newcomer would be given. */
export function everythingFrom(here: OnMemory, limitBytes = 4_096): Uint8Array[] {
  const pages: Uint8Array[] = [];
  let asks = here.replica
    .wireVector()
    .map(({ log, length }) => ({ log, from: 0, max: length }));
  while (asks.length > 0) {
    const { page, rest } = here.replica.page(asks, limitBytes);
    if (page === null) break;
    pages.push(page);
    asks = rest;
  }
  return pages;
}
