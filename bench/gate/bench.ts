import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, inNode } from '../engines.ts';
import type { Measure } from '../measure.ts';
import type { Outcome, Sizes } from './run.ts';

export const question =
  'What does an entry cost at the gate when 1, 1,000 and 200,000 are held, and shuffled?';

const sizes: Sizes = { held: [1, 1_000, 200_000], ordered: 20_000 };

export async function measure(): Promise<Measure[]> {
  const input = join(cacheFolder(), 'gate.json');
  writeFileSync(input, JSON.stringify(sizes));
  const file = 'bench/gate/run.ts';
  const outcome = await inNode<Outcome>({ name: 'gate', file, input });
  const { costs, inOrder, outOfOrder } = outcome;
  const [small = 0, middle = 0, large = 0] = costs;
  const micros = (value: number) => Math.round(value * 1_000);
  const ratio = (value: number) => Number(value.toFixed(2));
  return [
    { what: 'one entry, 1 held', value: micros(small), unit: 'µs' },
    { what: 'one entry, 1,000 held', value: micros(middle), unit: 'µs' },
    { what: 'one entry, 200,000 held', value: micros(large), unit: 'µs' },
    {
      what: '200,000 held against 1,000',
      value: ratio(large / middle),
      unit: '×',
      goal: { atMost: 2 },
    },
    { what: '20,000 entries in order', value: Math.round(inOrder), unit: 'ms' },
    { what: 'the same entries shuffled', value: Math.round(outOfOrder), unit: 'ms' },
    {
      what: 'shuffled against in order',
      value: ratio(outOfOrder / inOrder),
      unit: '×',
      goal: { atMost: 2 },
    },
  ];
}
