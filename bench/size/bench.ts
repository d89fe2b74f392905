import { firstLoad, limitBytes } from '../../scripts/size.mjs';
import type { Measure } from '../measure.ts';

export const question =
  'How much does the first screen wait for, gzipped? (Everything else comes later.)';

export function measure(): Promise<Measure[]> {
  const { scripts, others } = firstLoad();
  const kilobytes = (files: readonly { bytes: number }[]): number =>
    Number((files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024).toFixed(1));
  return Promise.resolve([
    {
      what: 'JavaScript',
      value: kilobytes(scripts),
      unit: 'kB',
      goal: { atMost: limitBytes / 1024 },
    },
    { what: 'the page and its styles', value: kilobytes(others), unit: 'kB' },
  ]);
}
