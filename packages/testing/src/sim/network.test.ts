import { afterEach, beforeEach } from 'vitest';
import { channelContract } from '@manyhands/mesh/channelContract';
import { connectorContract } from '@manyhands/mesh/connectorContract';
import { Chance } from '../chance.ts';
import { Connections } from './connections.ts';
import { Network } from './network.ts';
import type { Life } from './network.ts';
import { Schedule } from './schedule.ts';

/** Fine weather, and a clock that goes on by itself. */
let schedule: Schedule;
let network: Network;
let clock: ReturnType<typeof setInterval>;
beforeEach(() => {
  schedule = new Schedule();
  const weather = { delay: { least: 5, most: 300 }, isApart: () => false };
  network = new Network({ schedule, chance: new Chance(1), weather });
  clock = setInterval(() => schedule.next()?.run());
});
afterEach(() => clearInterval(clock));

const life = (phone: string): Life => ({ phone, isOver: false, frozenUntil: 0 });
const pair = (here: Life, there: Life) => network.pair(here, there);

channelContract('a channel through the weather', () => pair(life('ana'), life('biel')));
connectorContract('connections of a world', () =>
  new Connections(schedule, pair).connectorFor(life('ana')),
);
