import { beforeEach, describe, expect, test } from 'vitest';
import { whoseIs } from './addresses.ts';
import { Slots } from './slots.ts';
import type { Slot } from './slots.ts';

const turn = 60_000;
let time: number;
let slots: Slots;
/** Who was given up, in order. */
let gone: string[];

beforeEach(() => {
  time = 0;
  gone = [];
});

function open(all: number, perBlock = 100, perAddress = 100): void {
  slots = new Slots({ all, perBlock, perAddress, turn }, () => time);
}

/** A busy one, unless told otherwise. */
function enter(remote: string, name = remote, isBusy = true): Slot | null {
  const slot = slots.enter(whoseIs(remote, new Set(['127.0.0.1'])), () =>
    gone.push(name),
  );
  if (slot !== null) slot.isBusy = isBusy;
  return slot;
}

const isIn = (remote: string, name?: string) => enter(remote, name) !== null;

const [ana, anasNeighbour, biel, carme, didac] = [
  '198.51.100.1',
  '198.51.100.2',
  '203.0.113.1',
  '192.0.2.1',
  '2001:db8:1::1',
] as const;

describe('[R9] a slot for each, until all are taken', () => {
  test('so many for an address, and for the block around it', () => {
    open(100, 3, 2);
    expect([isIn(ana), isIn(ana), isIn(ana)]).toEqual([true, true, false]);
    expect([isIn(anasNeighbour), isIn('198.51.100.3')]).toEqual([true, true]);
    expect(isIn(biel)).toBe(true);
    // The third of the block was no more than its neighbours': the first gave way to it.
    expect(gone).toEqual([ana]);
    expect(slots.size).toBe(4);
  });

  test('who leaves makes room, once', () => {
    open(100, 100, 1);
    const first = enter(ana);
    first?.leave();
    first?.leave();
    expect([slots.size, isIn(ana), slots.size]).toEqual([0, true, 1]);
    first?.leave();
    expect([slots.size, isIn(ana)]).toEqual([1, false]);
  });
});

describe('[R9] [findings/H18] when all are taken the block with most gives up its oldest', () => {
  test('to a newcomer from elsewhere', () => {
    open(4);
    enter(biel, 'biel');
    for (const name of ['first', 'second', 'third']) enter(ana, name);
    expect(isIn(carme)).toBe(true);
    expect([gone, slots.size]).toEqual([['first'], 4]);
  });

  test('the block counts, however many addresses it has', () => {
    open(5);
    for (const name of ['biel 1', 'biel 2']) enter(biel, name);
    for (const host of [1, 2, 3]) enter(`198.51.100.${host}`);
    isIn(carme);
    expect(gone).toEqual(['198.51.100.1']);
  });

  test('of an IPv6 /48 too', () => {
    open(4);
    enter(biel);
    for (const net of [1, 2, 3]) enter(`2001:db8:1:${net}::1`);
    isIn(carme);
    expect(gone).toEqual(['2001:db8:1:1::1']);
  });

  test('of its address with most: a quiet neighbour of a flood stays', () => {
    open(4);
    enter(anasNeighbour, 'neighbour');
    for (const name of ['first', 'second', 'third']) enter(ana, name);
    isIn(carme);
    expect(gone).toEqual(['first']);
  });

  test('what does nothing goes before what does', () => {
    open(3);
    enter(ana, 'busy');
    enter(ana, 'idle', false);
    enter(ana, 'busy too');
    isIn(carme);
    expect(gone).toEqual(['idle']);
  });
});

describe('[R9] one block pushes out nobody who has no more', () => {
  test('a flood is refused, and those who were there stay', () => {
    open(6);
    for (const each of [biel, biel, carme, carme]) enter(each);
    for (let i = 0; i < 1_000; i++) isIn(ana, 'flood');
    expect([gone, slots.size]).toEqual([[], 6]);
  });

  test('it takes from who has more, down to what it has itself', () => {
    open(8);
    for (let i = 0; i < 8; i++) enter(biel, `biel ${i}`);
    const entered = Array.from({ length: 10 }, (_, i) => isIn(ana, `ana ${i}`));
    expect(entered.filter((is) => is)).toHaveLength(4);
    expect(gone).toEqual(['biel 0', 'biel 1', 'biel 2', 'biel 3']);
  });

  test('nor does a flood from many addresses of one block', () => {
    open(4);
    enter(biel, 'biel');
    enter(carme, 'carme');
    for (let host = 1; host < 250; host++) isIn(`198.51.100.${host}`);
    expect(gone).not.toContain('biel');
    expect(gone).not.toContain('carme');
  });
});

describe('[R9] to an equal one gives way after one’s turn', () => {
  test('within an address', () => {
    open(100, 100, 2);
    enter(ana, 'first');
    time = 30_000;
    enter(ana, 'second');
    time = turn - 1;
    expect([isIn(ana), gone]).toEqual([false, []]);
    time = turn;
    expect([isIn(ana), isIn(ana), gone]).toEqual([true, false, ['first']]);
  });

  test('between blocks that have one each', () => {
    open(2);
    enter(ana, 'ana');
    enter(biel, 'biel');
    expect(isIn(carme)).toBe(false);
    time = turn;
    expect([isIn(carme), isIn(didac), gone]).toEqual([true, true, ['ana', 'biel']]);
    expect(isIn('198.51.100.9')).toBe(false);
  });

  test('what does nothing gives way at once, to its own address', () => {
    open(100, 100, 2);
    enter(ana, 'idle', false);
    enter(ana, 'busy');
    expect([isIn(ana), isIn(ana), gone]).toEqual([true, false, ['idle']]);
  });
});

test('[R14] a proxy of ours has no cap of its own, and is counted with all', () => {
  open(4, 2, 2);
  for (let i = 0; i < 4; i++) expect(isIn('127.0.0.1', `proxy ${i}`)).toBe(true);
  expect([isIn('127.0.0.1'), isIn(ana), gone]).toEqual([false, true, ['proxy 0']]);
});
