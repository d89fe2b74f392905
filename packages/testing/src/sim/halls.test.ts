import { introducerContract } from '@manyhands/mesh/introducerContract';
import { looker } from '@manyhands/mesh/looker';
import { Chance } from '../chance.ts';
import { Halls } from './halls.ts';
import { Network } from './network.ts';
import { Schedule } from './schedule.ts';

const place = { room: 'ab'.repeat(32), password: '00'.repeat(32), relays: [] };

introducerContract('rooms of a world', () => {
  const schedule = new Schedule();
  const chance = new Chance(1);
  const air = {
    schedule,
    chance,
    weather: { delay: { least: 5, most: 300 }, isApart: () => false },
  };
  const network = new Network(air);
  const halls = new Halls({ ...air, pair: (here, there) => network.pair(here, there) });
  return {
    // Half a minute: longer than anything here waits for, and shorter than who pauses.
    pass() {
      const until = schedule.now + 30_000;
      schedule.after(30_000, 'asked', () => {});
      while (schedule.now < until) schedule.next()?.run();
    },
    enter: (phone) =>
      looker((onmet) =>
        halls.openFor({ phone, isOver: false, frozenUntil: 0 })(place, onmet),
      ),
  };
});
