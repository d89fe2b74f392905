import { busyInChromium, inChromium } from '../engines.ts';
import { largeTown, townFile } from '../join/townFile.ts';
import { median } from '../measure.ts';
import type { Measure } from '../measure.ts';
import type { Receiving } from './run.ts';

export const question =
  'How long is a page deaf while a whole town comes in, at a quarter of the speed?';

const slowDown = 4;

export async function measure(): Promise<Measure[]> {
  const job = {
    name: 'receive',
    file: 'bench/receive/run.ts',
    input: await townFile(largeTown),
  };
  const slow = await inChromium<Receiving>({ ...job, slowDown });
  const full = await inChromium<Receiving>(job);
  const quiet = { ...job, name: 'receiveQuiet', file: 'bench/receive/runOnce.ts' };
  const { outcome, busy } = await busyInChromium<Receiving>(quiet);
  const ms = (what: string, value: number, atMost?: number): Measure => ({
    what,
    value: Number(value.toFixed(1)),
    unit: 'ms',
    ...(atMost === undefined ? {} : { goal: { atMost } }),
  });
  return [
    ms('the longest task, at a quarter of the speed', slow.longest, 100),
    ms('the longest task, at full speed', full.longest),
    ms('a page, median, at full speed', median(full.pages)),
    ms(
      'of that the main thread, with all that it writes',
      busy.inAll / outcome.pages.length,
      10,
    ),
    ms('all of them, at full speed', full.seconds * 1_000),
    { what: 'came in', value: Number(full.megabytes.toFixed(1)), unit: 'MB' },
  ];
}
