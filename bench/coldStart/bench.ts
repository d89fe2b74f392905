import { inChromium } from '../engines.ts';
import { largeTown, townFile } from '../join/townFile.ts';
import { measuring, median } from '../measure.ts';
import type { Measure } from '../measure.ts';
import type { ColdStart } from './run.ts';

export const question =
  'How long from IndexedDB to what a home shows, at 2,300 transfers and at 100,000, against full replay?';

const towns = [
  { members: 100, secondDevices: 50, transfers: 2_300 },
  largeTown,
] as const;
/** Cold starts of each kind; what counts is the one in the middle. */
const rounds = 3;

export async function measure(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const town of towns) {
    const cold = await inChromium<ColdStart>({
      name: 'coldStart',
      file: 'bench/coldStart/run.ts',
      input: await townFile(town),
      loads: 1 + 2 * rounds,
    });
    const { withCheckpoint, fullReplay, entries } = cold;
    const home = median(withCheckpoint.map((each) => each.home));
    const replayed = median(fullReplay.map((each) => each.home));
    const { ms, plain, ratio } = measuring(`${town.transfers} transfers`);
    measures.push(
      ms('until a home can be shown', home),
      ms(
        'of that, opening the replica',
        median(withCheckpoint.map((each) => each.replica)),
      ),
      ms('the same with full replay', replayed),
      ratio('the one against the other', replayed / home),
      plain('entries', entries),
    );
  }
  return measures;
}
