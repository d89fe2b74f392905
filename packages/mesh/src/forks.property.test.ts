import { expect, test } from 'vitest';
import { createCast, sized } from '@manyhands/testing';
import { ForkWorld } from './testing/forkWorld.ts';

const cast = await createCast();

/** More with `npm run verify`, or `FORK_WORLDS=2000 FORK_SEED=1 npx vitest run …`. */
const few = sized(12, 300);
const worlds = Number(process.env['FORK_WORLDS'] ?? few);
const firstSeed = Number(process.env['FORK_SEED'] ?? 1);

/** Everybody's state, after so many rounds in which something was still said. */
async function run(seed: number): Promise<{ rounds: number; cuts: number }> {
  const world = await ForkWorld.open(seed, cast);
  const steps = 8 + world.dice(20);
  for (let i = 0; i < steps; i++) await world.step();
  let rounds = 0;
  for (; rounds < 5; rounds++) {
    if ((await world.round()) === 0) break;
    // The first proves forks of people with whom nobody here has hours (replica/H8); what stands
    // beyond the cuts that come of it is carried in the second.
    if (rounds < 2) await Promise.all(world.honest.map(({ duties }) => duties.rest()));
  }
  const states = new Set(world.honest.map(({ replica }) => replica.ledger.stateHash()));
  const digests = new Set(world.honest.map(({ replica }) => replica.digest()));
  expect([...states], `seed ${seed}: states`).toHaveLength(1);
  expect([...digests], `seed ${seed}: vectors`).toHaveLength(1);
  expect(world.traffic.offences, `seed ${seed}: nobody honest is dropped`).toEqual([]);
  expect(rounds, `seed ${seed}: rounds`).toBeLessThanOrEqual(3);
  const [first] = world.honest;
  for (const { signed } of world.honest) {
    for (const [proposal, party] of signed.values()) {
      expect(first?.replica.ledger.transfer(proposal, party)?.status).toBe('exists');
    }
  }
  return { rounds, cuts: first?.replica.ledger.cuts().length ?? 0 };
}

test(
  `[replica/R4] [ledger/L9] [ledger/L10] worlds with members who write two histories come to one state`,
  { timeout: 900_000 },
  async () => {
    let cut = 0;
    // A law about forks says nothing where none was proven. How many of a few prove one is chance,
    // since the keys are new in each run: more worlds are asked until enough of them have.
    const enough = worlds / 4;
    for (let i = 0; i < worlds || (cut < enough && i < worlds * 4); i++) {
      const seed = firstSeed + i;
      try {
        if ((await run(seed)).cuts > 0) cut += 1;
      } catch (cause) {
        throw new Error(`world ${seed}`, { cause });
      }
    }
    expect(cut).toBeGreaterThanOrEqual(enough);
  },
);
