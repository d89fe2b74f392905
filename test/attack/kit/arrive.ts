/** The same things, come to phones in other orders. */
import type { Entry } from '@manyhands/ledger';
import type { Page } from '@manyhands/replica';
import type { TestCommunity, LogBuilder, CastMember } from '@manyhands/testing';
import { orders } from './orders.ts';
import { alone, openReader, placed, reopened, take, takeAll } from './phones.ts';
import type { Reader } from './phones.ts';

/** Whoever has everything gives it all once more, as any neighbour would. */
async function giveAll(
  phone: Reader,
  community: TestCommunity,
  pieces: readonly Partial<Page>[] = [],
): Promise<void> {
  await takeAll(phone, community.logs());
  for (const page of pieces) await take(phone, page);
  await takeAll(phone, community.logs());
}

interface Arrival {
  /** Logs that are here before. */
  readonly base: readonly LogBuilder[];
  readonly pieces: readonly Partial<Page>[];
  /** After which of the pieces the phone is closed and opened again; none, if not said. */
  readonly reopenAfter?: number;
}

/** A phone to which these pieces came in this order, and then everything. */
async function arrived(
  community: TestCommunity,
  { base, pieces, reopenAfter }: Arrival,
): Promise<Reader> {
  let phone = await openReader(community);
  await takeAll(phone, base);
  for (const [at, page] of pieces.entries()) {
    await take(phone, page);
    if (at === reopenAfter) phone = await reopened(community, phone);
  }
  await giveAll(phone, community, pieces);
  return phone;
}

/** What comes, or in what ways it may come. */
export type Piece = Partial<Page> | readonly Partial<Page>[];

/** An entry that comes at its place or alone: either way it is the same entry. */
export const either = (entry: Entry): Piece => [alone(entry), placed(entry)];

/**
 * Phones to whom these came in all kinds of orders and ways, some of them opened again in
 * between; the logs of everybody but `apart` were there before.
 */
export async function* inOrders(
  community: TestCommunity,
  apart: readonly Pick<CastMember, 'device'>[],
  pieces: readonly Piece[],
): AsyncGenerator<Reader> {
  const devices = apart.map(({ device }) => device);
  const base = community.logs().filter(({ log }) => !devices.includes(log.device));
  let at = 0;
  for (const order of orders(pieces)) {
    at += 1;
    const reopenAfter = at % 3 === 0 ? at % pieces.length : -1;
    const come = order.map((piece, i) => wayOf(piece, at + i));
    yield await arrived(community, { base, pieces: come, reopenAfter });
  }
}

const wayOf = (piece: Piece, turn: number): Partial<Page> =>
  isOne(piece) ? piece : (piece[turn % piece.length] ?? {});

const isOne = (piece: Piece): piece is Partial<Page> => !Array.isArray(piece);

/**
 * Phones that heard the truth at other times: before the attackers' logs, after them, after
 * them when the phone had been opened again, and as facts without their chain.
 */
export async function variously(
  community: TestCommunity,
  truth: Entry,
  attackers: readonly LogBuilder[],
): Promise<Reader[]> {
  const isOf = ({ log }: LogBuilder): boolean =>
    log.device === truth.log.device && log.kind === truth.log.kind;
  const hers = community.logs().find(isOf);
  if (hers === undefined) throw new Error('Bug: the truth is in nobody’s log');
  const isWritten = ({ entries }: LogBuilder): boolean => entries.length > 0;
  const others = community
    .logs()
    .filter((log) => !isOf(log) && !attackers.includes(log));
  const theirs = attackers.filter(isWritten).map((log) => ({ runs: [log.run()] }));
  const first = { runs: truth.seq === 0 ? [] : [hers.run(0, truth.seq)] };
  const then = { runs: [hers.run()] };
  const opened = [first, ...theirs];
  return [
    await arrived(community, { base: others, pieces: [then, ...theirs] }),
    await arrived(community, { base: others, pieces: [first, ...theirs, then] }),
    await arrived(community, {
      base: others,
      pieces: [...opened, then],
      reopenAfter: opened.length - 1,
    }),
  ];
}
