/**
 * What a hostile member says, by the megabyte: each kind is well enough formed to be
 * read as far as possible. Frames, since some of it is wrong below messages already.
 */
import type { DeviceKey, EntryId, MemberId } from '@manyhands/base';
import { concat, encode, u32 } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import { encodeTravelling } from '@manyhands/ledger';
import { encodePage, pageLimit, vectorLimit } from '@manyhands/replica';
import type { Run } from '@manyhands/replica';
import { LogBuilder, helped } from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { framesOf } from '../frames.ts';
import { acksLimit, frameLimit, messageLimit } from '../limits.ts';
import { encodeMessage } from '../messages.ts';

export interface Garbage {
  readonly name: string;
  /** Whether the first of it already costs the link: then the next device goes on. */
  readonly isOffence: boolean;
  /** The next frames of it; answered again and again. */
  readonly next: () => Iterable<Uint8Array>;
}

/** Names that nobody has heard yet, faster than chance makes them. */
let names = 0;
const random = (bytes: number): string =>
  (names++)
    .toString(16)
    .padStart(2 * bytes, '0')
    .slice(-2 * bytes);

const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Every kind, as `by` would send it, who is a member of `community`. */
export async function garbageOf(
  community: TestCommunity,
  by: CastMember,
): Promise<Garbage[]> {
  const { logs, devices } = await strangers(community, by);
  const own = community.ledgerOf(by).run();
  const known = community.ledgerOf(community.founder).run();
  const prefix = () => random(16);
  const say = (name: string, make: () => Uint8Array, isOffence = false): Garbage => ({
    name,
    isOffence,
    next: () => framesOf(make()),
  });
  const head = () => ({ log: prefix(), length: 2 ** 20, head: random(8) });

  return [
    say('logs of strangers', () =>
      encodeMessage('news', encodePage({ evidence: [], runs: logs(900) })),
    ),
    say('single entries of strangers', () =>
      encodeMessage('news', encodePage({ evidence: devices(250), runs: [] })),
    ),
    say('entries that are here already', () =>
      encodeMessage('news', encodePage({ evidence: [], runs: repeated(known) })),
    ),
    say('entries that come after a gap', () =>
      encodeMessage('news', encodePage({ evidence: [], runs: [beyond(own)] })),
    ),
    say('ids of logs that are not here', () =>
      encodeMessage('ids', { log: prefix(), places: many(64, place) }),
    ),
    say('asks for what is not here', () =>
      encodeMessage(
        'ask',
        many(vectorLimit, () => ({ log: prefix(), from: 0, max: 2 ** 20 })),
      ),
    ),
    say('vectors of logs that do not exist', () =>
      encodeMessage('vector', many(vectorLimit, head)),
    ),
    say('acks of logs that do not exist', () =>
      encodeMessage(
        'ack',
        many(acksLimit, () => ({ log: prefix(), length: 5, head: prefix() })),
      ),
    ),
    say('digests', () => encodeMessage('digest', random(32))),
    say('asks for nothing', () => encodeMessage('ask', [])),
    say('room for more', () => encodeMessage('more', {})),
    say('messages of a later version', () => encode([200, new Uint8Array(200_000)])),
    { name: 'pings', isOffence: false, next: () => many(50, () => Uint8Array.of(3)) },
    crumbs(),
    ...offences(say, own),
  ];
}

/** Messages in parts of one byte: as much trouble for as few bytes as there may be. */
function crumbs(): Garbage {
  let left = 0;
  return {
    name: 'a message in crumbs',
    isOffence: false,
    next: () =>
      many(200, () => {
        left -= 1;
        if (left > 0) return Uint8Array.of(2, 0);
        left = messageLimit;
        // A message of a later version, so that the whole is nobody's offence.
        return concat(Uint8Array.of(1), u32(messageLimit), Uint8Array.of(0x82));
      }),
  };
}

function offences(
  say: (name: string, make: () => Uint8Array, isOffence: boolean) => Garbage,
  own: Run,
): Garbage[] {
  const raw = (name: string, ...frames: Uint8Array[]): Garbage => ({
    name,
    isOffence: true,
    next: () => frames,
  });
  const unsigned = own.items.map((item) =>
    concat((item as Uint8Array).subarray(0, -64), new Uint8Array(64)),
  );
  return [
    say('noise', () => randomBytes(60_000), true),
    say(
      'a page that is noise',
      () => encodeMessage('news', new Uint8Array(pageLimit).fill(0xff)),
      true,
    ),
    say(
      'a page nobody asked for',
      () =>
        encodeMessage('page', {
          page: encodePage({ evidence: [], runs: [own] }),
          isLast: false,
        }),
      true,
    ),
    say(
      'an unsigned tail',
      () =>
        encodeMessage(
          'news',
          encodePage({ evidence: [], runs: [{ ...own, items: unsigned }] }),
        ),
      true,
    ),
    raw('a frame of no kind', new Uint8Array(frameLimit - 1).fill(9)),
    raw(
      'a huge length',
      concat(Uint8Array.of(1), u32(2 ** 32 - 1), new Uint8Array(60_000)),
    ),
    raw('half a frame', Uint8Array.of(1, 0, 0)),
  ];
}

const place = (seq: number) => ({ seq, id: random(32) as EntryId });

/** One log as often as a page has room for it. */
const repeated = (run: Run): Run[] => {
  const bytes = run.items.reduce((sum, item) => sum + (item as Uint8Array).length, 128);
  return many(Math.floor(200_000 / bytes), () => run);
};

/** The same entries much later: nobody has what comes before them. */
const beyond = (run: Run): Run => ({
  ...run,
  from: 500_000,
  prev: random(32) as EntryId,
  items: many(600, () => run.items[0] ?? new Uint8Array(200)),
});

/** Logs, and entries that travel alone, of devices that nobody has certified. */
async function strangers(community: TestCommunity, by: CastMember) {
  const log = new LogBuilder(community.id, 'ledger', by);
  const entry = await log.add(helped(community.founder, 1));
  const run = log.run();
  const travelling = encodeTravelling(entry);
  return {
    logs: (count: number): Run[] =>
      many(count, () => ({
        ...run,
        member: random(32) as MemberId,
        device: random(32) as DeviceKey,
      })),
    devices: (count: number): Uint8Array[] =>
      many(count, () => {
        const bent = travelling.slice();
        // The device's name lies after the head, the kind and the member's name.
        bent.set(randomBytes(32), 38);
        return bent;
      }),
  };
}
