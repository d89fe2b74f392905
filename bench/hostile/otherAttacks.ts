/** Attacks by two histories, by what comes alone, and by much of one kind. */
import { assert } from '@manyhands/base';
import type { EntryId } from '@manyhands/base';
import type { Entry, LogName } from '@manyhands/ledger';
import { LogBuilder } from '@manyhands/testing';
import {
  additionOf,
  entryAt,
  erase,
  helped,
  helpedMany,
  nameOf,
  nowhere,
  erasedPositionOf,
  profileOf,
  proofOf,
  witnessOf,
  withdrawal,
} from './entries.ts';
import { fill, half } from './fill.ts';
import type { Attack } from './fill.ts';
import {
  alone,
  didacsLog,
  furtherLog,
  inOrder,
  oneByOne,
  oneRunEach,
} from './stage.ts';
import type { Stage } from './stage.ts';

/** The other history of a log at each of its places from `from` on. */
async function otherHistory(
  { didac, ana }: Stage,
  log: LogBuilder,
  from: number,
): Promise<Entry[]> {
  const others: Entry[] = [];
  for (let seq = from; seq < log.entries.length; seq += 1) {
    others.push(await log.branch(didac, seq).add(helped(ana, 77)));
  }
  return others;
}

const help = ({ ana }: Stage, i: number) => helped(ana, 1 + (i % 60));

export const otherAttacks: readonly Attack[] = [
  {
    name: 'forks, each before the one before',
    async pages(stage) {
      const log = didacsLog(stage);
      const from = log.entries.length;
      // What travels alone has some 110 bytes more.
      const own = await fill(log, stage.bytes / 3, (i) => help(stage, i));
      const others = await otherHistory(stage, log, from);
      return [...inOrder([own]), ...oneByOne(others.toReversed())];
    },
  },
  {
    name: 'forks of as many devices',
    async pages(stage) {
      const own = didacsLog(stage);
      const from = own.entries.length;
      const histories: Entry[] = [];
      // Two entries, each with the name of its log.
      await fill(own, stage.bytes / 4, async (i) => {
        const { person, log } = await furtherLog(stage, `tablet ${i}`);
        histories.push(await log.branch(person, 0).add(help(stage, i)));
        histories.push(await log.branch(person, 0).add(help(stage, i + 1)));
        return additionOf(person);
      });
      return [...inOrder([own.entries.slice(from)]), ...alone(histories)];
    },
  },
  {
    name: 'proofs of forks of one log, each before the one before',
    async pages(stage) {
      const { didac, community } = stage;
      const log = didacsLog(stage);
      const board = new LogBuilder(community.id, 'board', didac);
      const count = Math.ceil(stage.bytes / 480);
      for (let rev = 0; rev < count; rev += 1) await board.add(profileOf(didac, rev));
      return inOrder([
        await fill(log, stage.bytes, async (i) => {
          const one = board.entries[Math.max(0, count - 1 - i)];
          assert(one, 'the board is as long');
          const other = await board.branch(didac, one.seq).add(profileOf(didac, 9_999));
          return proofOf(one, other);
        }),
      ]);
    },
  },
  {
    name: 'proofs of forks of as many logs',
    async pages(stage) {
      const { didac } = stage;
      return inOrder([
        await fill(didacsLog(stage), stage.bytes, async (i) => {
          const { person, log } = await furtherLog(stage, `tablet ${i}`);
          const one = await log.add(help(stage, i));
          return proofOf(one, await log.branch(person, 0).add(helped(didac, 2)));
        }),
      ]);
    },
  },
  {
    name: 'erases of fifty places each that are not there',
    async pages(stage) {
      const board = didacsLog(stage, 'board');
      const { device } = stage.didac;
      return inOrder([
        await fill(board, stage.bytes, (i) =>
          erase(
            Array.from({ length: 50 }, (_, j) => nowhere(device, 1_000 + 50 * i + j)),
          ),
        ),
      ]);
    },
  },
  {
    name: 'erases of one entry each, in turn with the entries',
    async pages(stage) {
      const board = didacsLog(stage, 'board');
      const added = await fill(board, stage.bytes, (i) => {
        const last = board.entries.at(-1);
        const isTurn = i % 2 === 1 && last !== undefined;
        return isTurn ? erase([erasedPositionOf(last)]) : profileOf(stage.didac, i);
      });
      return oneRunEach(added);
    },
  },
  {
    name: 'erases that come alone',
    async pages(stage) {
      const board = didacsLog(stage, 'board');
      const { device } = stage.didac;
      const added = await fill(board, stage.bytes / 1.6, (i) =>
        erase([nowhere(device, 1_000 + i)]),
      );
      return alone(added.slice(1).toReversed());
    },
  },
  {
    name: 'entries that come alone',
    async pages(stage) {
      const { community, didac } = stage;
      const own = didacsLog(stage);
      const from = own.entries.length;
      const logs: LogName[] = [own.log];
      const hands = [didac];
      for (let i = 0; i < 4; i += 1) {
        const { person, log } = await furtherLog(stage, `tablet ${i}`);
        await own.add(additionOf(person));
        logs.push(log.log);
        hands.push(person);
      }
      const far: Entry[] = [];
      const prev = nameOf(`before it in ${community.id}`) as EntryId;
      for (let bytes = 0; bytes < stage.bytes; bytes += 240) {
        const i = far.length % logs.length;
        const [log, hand] = [logs[i], hands[i]];
        assert(log && hand, 'one of five');
        const seq = 100_000 - far.length;
        far.push(await entryAt(log, seq, prev, help(stage, seq), hand.signing));
      }
      return [...inOrder([own.entries.slice(from)]), ...alone(far)];
    },
  },
  {
    name: 'witnesses of as many entries',
    async pages(stage) {
      const { log: other } = await furtherLog(stage, 'tablet');
      return inOrder([
        await fill(didacsLog(stage), stage.bytes, async (i) =>
          witnessOf(await other.add(help(stage, i))),
        ),
      ]);
    },
  },
  {
    name: 'witnesses of one entry',
    async pages(stage) {
      const { log: other } = await furtherLog(stage, 'tablet');
      const one = witnessOf(await other.add(help(stage, 1)));
      return inOrder([await fill(didacsLog(stage), stage.bytes, () => one)]);
    },
  },
  {
    name: 'proposals to 64 people each',
    async pages(stage) {
      return inOrder([
        await fill(didacsLog(stage), stage.bytes, (i) => helpedMany(`crowd ${i}`, 64)),
      ]);
    },
  },
  {
    name: 'one proposal, withdrawn again and again',
    async pages(stage) {
      const log = didacsLog(stage);
      const asked = await log.add(help(stage, 1));
      const added = await fill(log, stage.bytes, () => withdrawal(asked.id));
      return inOrder([[asked, ...added]]);
    },
  },
  {
    name: 'profiles, each newer',
    async pages(stage) {
      const board = didacsLog(stage, 'board');
      return inOrder([
        await fill(board, stage.bytes, (i) => profileOf(stage.didac, i + 1)),
      ]);
    },
  },
  {
    name: 'devices that never write, and entries of each that come alone',
    async pages(stage) {
      const own = didacsLog(stage);
      const from = own.entries.length;
      const theirs: Entry[] = [];
      await fill(own, half(stage), async (i) => {
        const { person, log } = await furtherLog(stage, `tablet ${i}`);
        await log.add(help(stage, i));
        theirs.push(await log.add(help(stage, i + 1)));
        return additionOf(person);
      });
      return [
        ...alone(theirs),
        ...inOrder([own.entries.slice(from)]),
        ...alone(theirs),
      ];
    },
  },
];
