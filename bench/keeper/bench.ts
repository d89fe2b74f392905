import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { inNode } from '../engines.ts';
import { largeTown, townFile } from '../join/townFile.ts';
import { measuring, median } from '../measure.ts';
import type { Measure } from '../measure.ts';
import type { Opened } from './run.ts';

export const question =
  'How long does a keeper take to open what it keeps of 100,000 transfers, and how much memory?';

const rounds = 3;

export async function measure(): Promise<Measure[]> {
  const openings = await openingsOf();
  const middle = (of: (opened: Opened) => number) => median(openings.map(of));
  const { ms, ratio, plain } = measuring(`${largeTown.transfers} transfers`);
  return [
    ms(
      'until it is open',
      middle((each) => each.ms),
    ),
    ms(
      'of the processor',
      middle((each) => each.processor),
    ),
    ratio('until it is open, against 1.5 s', middle((each) => each.ms) / 1_500, {
      atMost: 1,
    }),
    plain('MB held then', middle((each) => each.held) / 1e6),
    ratio('memory held, against 200 MB', middle((each) => each.held) / 200e6, {
      atMost: 1,
    }),
    plain(
      'entries',
      middle((each) => each.entries),
    ),
  ];
}

/** Each opening in a process of its own, of what one keeper kept. */
export async function openingsOf(): Promise<Opened[]> {
  const input = await townFile(largeTown);
  const { kept } = await inNode<{ readonly kept: string }>({
    name: 'keeperFill',
    file: 'bench/keeper/fill.ts',
    input,
  });
  try {
    const openings: Opened[] = [];
    while (openings.length < rounds) {
      openings.push(
        await inNode<Opened>({
          name: 'keeper',
          file: 'bench/keeper/run.ts',
          input: kept,
        }),
      );
    }
    return openings;
  } finally {
    rmSync(dirname(kept), { recursive: true, force: true });
  }
}
