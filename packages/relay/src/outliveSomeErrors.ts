import { performance } from 'node:perf_hooks';
import { ErrorTally } from '@manyhands/base';
import { Credits } from './credits.ts';
import { relayLimits } from './limits.ts';

/**
 * From now on this process goes on after an error that nobody caught, and says so (R15), as
 * seldom as it can. When there are too many it ends with status 1: a relay keeps nothing,
 * and whoever started it starts it anew.
 */
export function outliveSomeErrors(say: (line: string) => void): void {
  const tally = new ErrorTally();
  const { errorsAtOnce: atOnce } = relayLimits;
  const now = () => performance.now();
  const credits = new Credits({ atOnce, perSecond: atOnce / 3_600 }, now);
  const hear = (cause: unknown): void => {
    const counted = tally.count(cause);
    if (counted) say(told(counted.lines, counted.times));
    if (credits.spend('errors', 1)) return;
    say('Too much went wrong: the relay ends. Start it again.');
    process.exit(1);
  };
  process.on('unhandledRejection', hear);
  process.on('uncaughtException', hear);
}

const told = (lines: string, times: number): string =>
  `Something went wrong${times > 1 ? `, ${times} times now` : ''}. The relay goes on. If it happens again, show these lines to whoever looks after Manyhands: ${lines}`;
