import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { err, ok } from '@manyhands/base';
import type { MemberId, MinuteOfTime, Result } from '@manyhands/base';
import type {
  FirstPairCode,
  PairCode,
  PairCodes,
  PairRefused,
  ShownPairCode,
} from '../opened/pairCodes.ts';
import { Pairing, pairMinutes } from './pairing.ts';
import { smallVillage } from '../testing/villages.ts';
import type { Village } from '../testing/village.ts';

/** What the mesh would say is said by the test: which codes there are, how they end. */
class Codes implements PairCodes {
  /** How each code that was made ends, by its text. */
  readonly ends = new Map<string, (how: Result<MemberId, PairRefused>) => void>();
  readonly cancelled: string[] = [];
  readonly accepted: string[] = [];
  isReachable = true;
  made: MinuteOfTime;
  #count = 0;

  constructor(now: MinuteOfTime) {
    this.made = now;
  }

  show(): ReturnType<PairCodes['show']> {
    if (!this.isReachable) return Promise.resolve(err({ type: 'Unreachable' }));
    const shown = this.#shown('first');
    const first: FirstPairCode = {
      ...shown,
      accept: ({ answers }) => {
        if (answers !== shown.text) return Promise.resolve(err({ type: 'Stale' }));
        this.accepted.push(shown.text);
        return Promise.resolve(ok(undefined));
      },
    };
    return Promise.resolve(ok(first));
  }

  /** "their code", or "answer to X"; anything else is none. */
  read(text: string): ReturnType<PairCodes['read']> {
    const [, answers] = /^answer to (.+)$/.exec(text) ?? [];
    if (text === 'elsewhere') return err({ type: 'AnotherCommunity' });
    if (answers === undefined && !/^(their|first|second)/.test(text)) {
      return err({ type: 'Malformed' });
    }
    const code: PairCode = {
      community: '00'.repeat(8),
      made: this.made,
      answers: answers ?? null,
      description: new Uint8Array(1),
    };
    return ok(code);
  }

  answer(): ReturnType<PairCodes['answer']> {
    return Promise.resolve(ok(this.#shown('second')));
  }

  #shown(kind: string): ShownPairCode {
    this.#count += 1;
    const text = `${kind} ${this.#count}`;
    const linked = new Promise<Result<MemberId, PairRefused>>((resolve) =>
      this.ends.set(text, resolve),
    );
    return { text, linked, cancel: () => this.cancelled.push(text) };
  }
}

const biel = 'bb'.repeat(32) as MemberId;
let village: Village;
let codes: Codes;
let pairing: Pairing;

beforeEach(async () => {
  village = await smallVillage();
  const place = village.placeOf('Ana');
  codes = new Codes(place.now());
  place.hear({ pairCodes: codes });
  pairing = new Pairing(place);
});
afterEach(() => vi.useRealTimers());

const ends = async (text: string, how: Result<MemberId, PairRefused>) => {
  codes.ends.get(text)?.(how);
  await Promise.resolve();
  await vi.waitFor(() => undefined);
};
const failed = err({ type: 'NoConnection' } as const);

test('a code is shown, its answer taken, and both are linked', async () => {
  await pairing.begin();
  expect(pairing.step).toEqual({ name: 'first', text: 'first 1' });
  // Coming back to the screen makes no other.
  await pairing.begin();
  expect(pairing.step).toEqual({ name: 'first', text: 'first 1' });
  await pairing.read('answer to first 1');
  expect(pairing.step.name).toBe('linking');
  await ends('first 1', ok(biel));
  expect(pairing.step).toMatchObject({ name: 'linked', member: biel });
});

test('whose code was read is shown the answer', async () => {
  await pairing.read('their code');
  expect(pairing.step).toEqual({ name: 'second', text: 'second 1' });
  await ends('second 1', ok(biel));
  expect(pairing.step.name).toBe('linked');
});

test('both may read each other’s first code: whichever link stands first counts', async () => {
  await pairing.begin();
  await pairing.read('their code');
  expect(pairing.step.name).toBe('second');
  await pairing.read('answer to first 1');
  expect(codes.accepted).toEqual(['first 1']);
  await ends('first 1', ok(biel));
  expect(pairing.step.name).toBe('linked');
  expect(codes.cancelled).toContain('second 2');
});

test('an answer that nobody scanned in time is made anew', async () => {
  await pairing.read('their code');
  await ends('second 1', failed);
  await vi.waitFor(() =>
    expect(pairing.step).toEqual({ name: 'second', text: 'second 2' }),
  );
  await ends('second 2', ok(biel));
  expect(pairing.step.name).toBe('linked');
});

test('what is wrong with a code is told, and the own one stays good', async () => {
  await pairing.begin();
  const wrong = {
    nonsense: 'Malformed',
    elsewhere: 'AnotherCommunity',
    'first 1': 'Own',
    'answer to first 9': 'Stale',
  };
  for (const [text, fault] of Object.entries(wrong)) {
    await pairing.read(text);
    expect(pairing.fault).toBe(fault);
    expect(pairing.step).toEqual({ name: 'first', text: 'first 1' });
  }
  await pairing.read('answer to first 1');
  expect([pairing.fault, pairing.step.name]).toEqual([null, 'linking']);
});

test('an old code is used only when somebody says so', async () => {
  codes.made = (codes.made - pairMinutes - 1) as MinuteOfTime;
  await pairing.read('their code');
  expect([pairing.fault, pairing.step.name]).toEqual(['Old', 'idle']);
  await pairing.readOld();
  expect([pairing.fault, pairing.step.name]).toEqual([null, 'second']);
});

test('what fails says why: no network, no connection, not let in', async () => {
  codes.isReachable = false;
  await pairing.begin();
  expect(pairing.step).toEqual({ name: 'failed', why: 'Unreachable' });
  codes.isReachable = true;
  await pairing.begin();
  await pairing.read('answer to first 1');
  await ends('first 1', failed);
  expect(pairing.step).toEqual({ name: 'failed', why: 'NoConnection' });
  await pairing.read('their code');
  await ends('second 2', err({ type: 'NotLetIn' }));
  expect(pairing.step).toEqual({ name: 'failed', why: 'NotLetIn' });
});

test('after ten minutes a code is over, and after Cancel at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await pairing.begin();
  vi.advanceTimersByTime(pairMinutes * 60_000);
  expect(pairing.step).toEqual({ name: 'failed', why: 'Expired' });
  expect(codes.cancelled).toEqual(['first 1']);
  await pairing.begin();
  pairing.cancel();
  expect(codes.cancelled).toEqual(['first 1', 'first 2']);
  vi.advanceTimersByTime(pairMinutes * 60_000);
  expect(pairing.step.name).toBe('idle');
});
