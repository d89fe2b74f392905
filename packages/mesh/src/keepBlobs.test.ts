/** [M15] A keeper fetches what listings name, unasked; nobody is asked again and again. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Hex, MemberId, Result } from '@manyhands/base';
import { err, ok } from '@manyhands/base';
import type { Lacking } from '@manyhands/replica';
import { raisedDuring } from '@manyhands/testing';
import { keepBlobs, lookPause, restFor } from './keepBlobs.ts';
import type { BlobFailed } from './blobs.ts';
import { turn } from './testing/ends.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import type { MeshNews } from './types.ts';

const [mine, theirs] = ['a', 'b'].map((digit) => digit.repeat(64) as MemberId) as [
  MemberId,
  MemberId,
];
const sha = (digit: string): Hex => digit.repeat(64);

let lacking: Lacking[];
/** What the next look at them meets. */
let breaks: Error | null;
let asked: Hex[];
let taken: Hex[];
let answer: Result<Uint8Array, BlobFailed>;
let timers: ManualTimers;
let change: () => void;
let tell: (news: MeshNews) => void;

function keep(wanted: (blob: Lacking) => boolean = () => true): () => void {
  const board = { version: 0 };
  return keepBlobs({
    replica: {
      board,
      subscribe: (listener: () => void) => {
        change = () => {
          board.version += 1;
          listener();
        };
        return () => undefined;
      },
    } as never,
    blobStore: {
      lacking: () => {
        const broken = breaks;
        breaks = null;
        return broken === null ? Promise.resolve(lacking) : Promise.reject(broken);
      },
      take: (name) => {
        taken.push(name);
        lacking = lacking.filter((each) => each.sha !== name);
        return Promise.resolve(ok(undefined));
      },
    },
    mesh: {
      blobs: {
        fetch: (name) => {
          asked.push(name);
          return Promise.resolve(answer);
        },
      },
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
    },
    wanted,
    timers,
  });
}

beforeEach(() => {
  lacking = [];
  breaks = null;
  asked = [];
  taken = [];
  answer = ok(new Uint8Array(3));
  timers = new ManualTimers();
});

test('what is not here is fetched when somebody is met, and when it is posted', async () => {
  lacking = [{ sha: sha('1'), owner: theirs }];
  answer = err({ type: 'NobodyThere' });
  keep();
  await turn();
  expect(taken).toEqual([]);
  answer = ok(new Uint8Array(3));
  tell({ type: 'peers' });
  timers.pass(lookPause);
  await vi.waitFor(() => expect(taken).toEqual([sha('1')]));
  await turn();
  timers.pass(lookPause);
  lacking = [{ sha: sha('2'), owner: theirs }];
  change();
  await vi.waitFor(() => expect(taken).toEqual([sha('1'), sha('2')]));
});

test('what nobody has rests for a while, whatever changes', async () => {
  lacking = [{ sha: sha('1'), owner: theirs }];
  answer = err({ type: 'NobodyHasIt' });
  keep();
  for (let i = 0; i < 5; i += 1) {
    await turn();
    tell({ type: 'peers' });
    timers.pass(lookPause);
  }
  expect(asked).toHaveLength(1);
  timers.sleep(restFor);
  change();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
});

test('only what is wanted, and nothing once it has ended', async () => {
  lacking = [
    { sha: sha('1'), owner: theirs },
    { sha: sha('2'), owner: mine },
  ];
  const end = keep(({ owner }) => owner === mine);
  await vi.waitFor(() => expect(taken).toEqual([sha('2')]));
  end();
  await turn();
  timers.pass(lookPause);
  lacking = [{ sha: sha('3'), owner: mine }];
  tell({ type: 'peers' });
  await turn();
  expect(taken).toEqual([sha('2')]);
});

test('a look that fails is told, and the next change brings another', async () => {
  const bug = new Error('a bug');
  lacking = [{ sha: sha('1'), owner: theirs }];
  breaks = bug;
  const raised = await raisedDuring(async () => {
    keep();
    await turn();
  });
  expect(raised).toEqual([bug]);
  timers.pass(lookPause);
  change();
  await vi.waitFor(() => expect(taken).toEqual([sha('1')]));
});
