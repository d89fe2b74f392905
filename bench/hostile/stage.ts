import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { encodePage, evidencePages, pageOf } from '@manyhands/replica';
import type { Run } from '@manyhands/replica';
import {
  TestCommunity,
  confirmed,
  createCast,
  LogBuilder,
  profileOf,
  runOf,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { furtherDevice, helped, keyOf, statement } from './entries.ts';

/**
 * A small community that has gone on for a while. Biel's phone takes in what Didac wrote;
 * they have hours with each other. Of Carme's guardians he is one of two, and both are needed.
 */
export interface Stage {
  readonly community: TestCommunity;
  readonly ana: CastMember;
  readonly biel: CastMember;
  readonly carme: CastMember;
  readonly didac: CastMember;
  /** All that everybody holds before Didac begins. */
  readonly before: readonly Uint8Array[];
  /** Bytes that he writes. */
  readonly bytes: number;
}

export async function setStage(bytes: number): Promise<Stage> {
  const [ana, biel, carme, didac] = await createCast();
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  const guardians = [ana, didac];
  const by = carme.identity;
  const first = await keyOf('first of Carme');
  const named = { guardians, g: 2 };
  await community
    .ledgerOf(carme)
    .add(await statement(community, carme, 1, first, by, named));
  for (let i = 0; i < 20; i += 1) {
    const asked = await community.ledgerOf(didac).add(helped(ana, 15 + i));
    await community.ledgerOf(ana).add(confirmed(asked.id));
    await community.ledgerOf(carme).add(helped(ana, 30 + i));
  }
  for (const each of [ana, biel, carme, didac]) {
    if (each !== biel) await community.boardOf(each).add(profileOf(each));
  }
  await community.ledgerOf(didac).add(helped(biel, 45));
  const before = [encodePage({ evidence: [], runs: community.runs() })];
  return { community, ana, biel, carme, didac, before, bytes };
}

/** One of Didac's logs, which goes on after what everybody holds. */
export function didacsLog(stage: Stage, kind: 'ledger' | 'board' = 'ledger') {
  const { community, didac } = stage;
  const log = kind === 'ledger' ? community.ledgerOf(didac) : community.boardOf(didac);
  return log.branch(didac, log.entries.length);
}

/** The log of a further device of Didac's, empty. */
export async function furtherLog(
  { community, didac }: Stage,
  name: string,
): Promise<{ person: CastMember; log: LogBuilder }> {
  const person = await furtherDevice(didac, name);
  return { person, log: new LogBuilder(community.id, 'ledger', person) };
}

const pageBytes = 200_000;

/** What was added since, in as few pages as it needs, in the order in which it was written. */
export function inOrder(logs: readonly (readonly Entry[])[]): Uint8Array[] {
  const pages: Uint8Array[] = [];
  let runs: Run[] = [];
  let bytes = 0;
  const finish = (): void => {
    if (runs.length > 0) pages.push(encodePage({ evidence: [], runs }));
    [runs, bytes] = [[], 0];
  };
  for (const entries of logs) {
    for (const piece of piecesOf(entries)) {
      const weight = 128 + bytesOf(piece);
      if (bytes + weight > pageBytes) finish();
      runs.push(runOf(piece));
      bytes += weight;
    }
  }
  finish();
  return pages;
}

/** Stretches of 32, which is what a page may end after. */
function piecesOf(entries: readonly Entry[]): Entry[][] {
  const count = Math.ceil(entries.length / 32);
  return Array.from({ length: count }, (_, i) => entries.slice(i * 32, (i + 1) * 32));
}

const bytesOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { stored }) => sum + stored.length + 3, 0);

/** Each without its chain, as many to a page as fit. */
export const alone = (entries: readonly Entry[]): Uint8Array[] => [
  ...evidencePages(entries.map(encodeTravelling)),
];

/** Each without its chain, in a page of its own, as news comes. */
export const oneByOne = (entries: readonly Entry[]): Uint8Array[] =>
  entries.map((entry) => pageOf([encodeTravelling(entry)]));

/** Each next in its chain, in a page of its own. */
export const oneRunEach = (entries: readonly Entry[]): Uint8Array[] =>
  entries.map((entry) => encodePage({ evidence: [], runs: [runOf([entry])] }));
