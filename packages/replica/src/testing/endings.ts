/** Biel's boards, and statements that end one of them or move its end (H3). */
import { signingKeyFromSeed } from '@manyhands/keys';
import type { Entry, KnownContent } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  identityContent,
  listing,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import type { OnMemory } from '@manyhands/testing';
import { expect } from 'vitest';
import type { Run } from '../page.ts';
import { regretted } from './regrets.ts';

const [ana, biel, carme, didac] = await createCast();
export { ana, biel, carme };
export const tablet = await createPerson('Biel', 'tablet');
export const thief = await createPerson('Biel', 'thief');
export const pageOfWords = await signingKeyFromSeed(new Uint8Array(32).fill(31));
export const found = await signingKeyFromSeed(new Uint8Array(32).fill(32));

export interface Street {
  readonly community: TestCommunity;
  /** What Biel wrote on his phone. */
  readonly entries: readonly Entry[];
}

/** Biel has a phone and a tablet, and wrote so often on the phone. */
export async function street(count = 3): Promise<Street> {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  await community.ledgerOf(ana).add(await community.enrolContent(tablet));
  const board = community.boardOf(biel);
  for (let n = 0; n < count; n++) {
    await board.add({ ...profileOf(biel, n), about: regretted(n) });
  }
  return { community, entries: board.entries };
}

/** Biel's page of words: version 1, under another key, with guardians. */
export const newPage = (
  community: TestCommunity,
  devices = [listing(biel), listing(tablet)],
  version = 1,
): Promise<KnownContent> =>
  identityContent(
    community,
    biel,
    {
      version,
      key: pageOfWords,
      devices,
      g: 2,
      guardians: [ana, carme, didac].map(({ member }) => member).sort(),
    },
    version === 1 ? biel.identity : pageOfWords,
  );

export const paper = async (
  community: TestCommunity,
  content: KnownContent,
): Promise<Run> => {
  const log = community.ledgerOf(ana);
  const { seq } = await log.add(content);
  return log.run(seq);
};

export async function hear(here: OnMemory, ...runs: readonly Run[]): Promise<void> {
  for (const run of runs) {
    expect((await deliver(here, { runs: [run] }, ana)).refused).toBeNull();
  }
}

export async function phone(
  community: TestCommunity,
  ...runs: readonly Run[]
): Promise<OnMemory> {
  const here = await openOnMemory(community.id);
  await hear(here, ...runs);
  return here;
}

export const reopened = async ({ replica, disk }: OnMemory): Promise<OnMemory> => {
  await replica.settled();
  await replica.close();
  return openOnMemory(replica.community, disk);
};

/** Which of the words that Biel wrote are on this board. */
export const shown = ({ replica }: OnMemory): string[] =>
  replica.board
    .entriesOf(biel.member)
    .flatMap(({ content }) => (content.type === 'profile' ? [content.about] : []));

export const all = (count = 3): string[] =>
  Array.from({ length: count }, (_, n) => regretted(n));
