import { assert } from '@manyhands/base';
import type { DeviceKey, EntryId, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { KnownContent } from '@manyhands/ledger';
import { encodePage } from '@manyhands/replica';
import { confirmed, helped, LogBuilder, pagesHolding, runOf } from '@manyhands/testing';
import type { QuietNeighbour } from './quietNeighbour.ts';
import { villageDay } from './village.ts';
import type { VillagePlace } from './villagePlace.ts';

/** Every so many hours somebody has helped whose phone it is. */
const toMe = 100;
/** A signature covers those before it (replica/A6): to sign each would take minutes. */
const signedEvery = 16;
/** The hours lie within so many days. */
const days = 300;

/** One more hour, between two neighbours, as the page in which a phone hears of it. */
export type AnHour = () => Promise<Uint8Array>;

/**
 * So many hours that both have said yes to come to `place`: the neighbours', others each time,
 * and every hundredth with who lives there. Answers what comes when they write one more.
 */
export async function writeManyHours(
  { replica, writer, membership, now }: VillagePlace,
  neighbours: readonly QuietNeighbour[],
  count: number,
): Promise<AnHour> {
  const { community } = replica;
  const logs = neighbours.map(({ member, device }) => {
    const key = toHex(device.publicKey) as DeviceKey;
    return new LogBuilder(community, 'ledger', {
      member,
      device: key,
      signing: device,
    });
  });
  const turns = Array.from({ length: count }, (_, n) => turnAt(n, logs.length));
  const lengths = lengthsAfter(turns, logs.length);
  /** One a minute, the last of them now. */
  let time = now() - count;
  const write = (whose: number, content: KnownContent) => {
    const log = at(logs, whose);
    const { length } = log.entries;
    const isSigned = length % signedEvery === 0 || length + 1 === lengths[whose];
    return log.add(content, isSigned ? { time } : { time, signer: null });
  };
  const askedOfMe: EntryId[] = [];
  for (const [n, { by, other }] of turns.entries()) {
    time += 1;
    const party = other === null ? membership : at(neighbours, other);
    const hour = helped(party, 15 + (n % 12) * 15, villageDay - (n % days));
    const { id } = await write(by, hour);
    if (other === null) askedOfMe.push(id);
    else await write(other, confirmed(id));
  }
  for (const page of pagesHolding(logs.map((log) => log.run()))) {
    // Nobody's share of a day is used up by it.
    await replica.receive(page, { type: 'archive' });
  }
  for (const { log, entries } of logs)
    assert(replica.head(log).length === entries.length, 'all of it has come');
  for (const id of askedOfMe) await writer.append('ledger', confirmed(id));
  let turn = count;
  return async () => {
    const { by, other } = turnAt((turn += 1), logs.length);
    const party: { member: MemberId } = at(neighbours, other ?? (by + 1) % logs.length);
    const hour = await at(logs, by).add(helped(party, 60, villageDay), { time: now() });
    return encodePage({ evidence: [], runs: [runOf([hour])] });
  };
}

/** Who has helped whom, by their places among the neighbours. */
interface Turn {
  readonly by: number;
  /** Null is who lives at the place. */
  readonly other: number | null;
}

function turnAt(n: number, of: number): Turn {
  const by = (n * 7) % of;
  const other = (n * 13 + 1) % of;
  if (n % toMe === 0) return { by, other: null };
  return { by, other: other === by ? (other + 1) % of : other };
}

/** How long each log becomes: an hour asked, and a yes. */
function lengthsAfter(turns: readonly Turn[], of: number): number[] {
  const lengths = Array.from({ length: of }, () => 0);
  for (const { by, other } of turns) {
    lengths[by] = at(lengths, by) + 1;
    if (other !== null) lengths[other] = at(lengths, other) + 1;
  }
  return lengths;
}

function at<T>(all: readonly T[], index: number): T {
  const one = all[index];
  assert(one !== undefined, 'there are so many');
  return one;
}
