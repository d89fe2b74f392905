import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whoseIs } from './addresses.ts';
import { Slots } from './slots.ts';

const isSlow = process.env['MANYHANDS_SLOW'] !== undefined;
const caps = { all: 12, perBlock: 7, perAddress: 4, turn: 20 };

interface Held {
  readonly block: number;
  readonly host: number;
  readonly isBusy: boolean;
  readonly since: number;
  leave: () => void;
}

const step = fc.record({
  block: fc.nat(5),
  host: fc.nat(3),
  isBusy: fc.boolean(),
  wait: fc.nat(2),
  /** Whoever is there with this number leaves instead. */
  leaves: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.nat(20) },
  ),
});

/** The slots as they are, and who is known to hold one. */
class Hall {
  time = 0;
  readonly held = new Set<Held>();
  readonly slots = new Slots(caps, () => this.time);

  inBlock = (of: Held) => this.#count(({ block }) => block === of.block);
  ofAddress = (of: Held) =>
    this.#count(({ block, host }) => block === of.block && host === of.host);

  /** Whether it got a slot, and who lost one for it. */
  enter(one: Held): { isIn: boolean; lost: readonly Held[] } {
    const lost: Held[] = [];
    this.#onlost = (each) => lost.push(each);
    const whose = whoseIs(`10.0.${one.block}.${one.host}`, new Set());
    const slot = this.slots.enter(whose, () => this.#onlost(one));
    lost.forEach((each) => this.held.delete(each));
    if (slot === null) return { isIn: false, lost };
    slot.isBusy = one.isBusy;
    one.leave = slot.leave;
    this.held.add(one);
    return { isIn: true, lost };
  }

  leave(number: number): void {
    const one = [...this.held][number];
    one?.leave();
    if (one !== undefined) this.held.delete(one);
  }

  #onlost: (one: Held) => void = () => undefined;
  #count = (is: (each: Held) => boolean) => [...this.held].filter(is).length;
}

test('[R9] no cap is passed, and nobody loses a slot to who then has more', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 90 }), (steps) => {
      const hall = new Hall();
      for (const { wait, leaves, ...rest } of steps) {
        hall.time += wait;
        if (leaves !== null) {
          hall.leave(leaves);
          continue;
        }
        const one: Held = { ...rest, since: hall.time, leave: () => undefined };
        const { isIn, lost } = hall.enter(one);
        expect(lost.length).toBeLessThanOrEqual(isIn ? 1 : 0);
        expect(hall.slots.size).toBe(hall.held.size);
        expect(hall.held.size).toBeLessThanOrEqual(caps.all);
        expect(hall.inBlock(one)).toBeLessThanOrEqual(caps.perBlock);
        expect(hall.ofAddress(one)).toBeLessThanOrEqual(caps.perAddress);
        for (const each of lost) {
          const isDue = !each.isBusy || hall.time - each.since >= caps.turn;
          const [theirs, ours] =
            each.block === one.block
              ? [hall.ofAddress(each), hall.ofAddress(one)]
              : [hall.inBlock(each), hall.inBlock(one)];
          // To an equal only who is due, who then has one less.
          expect(theirs).toBeGreaterThanOrEqual(isDue ? ours - 1 : ours);
        }
        // Refused is only who already has as much as anybody.
        const isRefused = !isIn && hall.held.size === caps.all;
        refused += isRefused ? 1 : 0;
        const most = Math.max(...[...hall.held].map(hall.inBlock));
        expect(!isRefused || hall.inBlock(one) + 1 >= most).toBe(true);
      }
    }),
    { numRuns: isSlow ? 300 : 20 },
  );
  expect(refused).toBeGreaterThan(10);
});
