import { openingsOf } from '../keeper/bench.ts';
import { largeTown } from '../join/townFile.ts';
import { measuring, median } from '../measure.ts';
import type { Measure } from '../measure.ts';

export const question =
  'What lives in memory of a transfer, beside what Yjs has of it, and how much is it at most while 100,000 are opened?';

/** In Node, where what lives can be counted; the same replica as in a tab. */
export async function measure(): Promise<Measure[]> {
  const openings = await openingsOf();
  const live = median(openings.map((each) => each.live));
  const yjs = median(openings.map((each) => each.yjs));
  const peak = median(openings.map((each) => each.peak));
  const { plain, ratio } = measuring(`${largeTown.transfers} transfers`);
  const each = (live - yjs) / largeTown.transfers;
  return [
    plain('MB that Yjs takes by itself', yjs / 1e6),
    plain('MB that live', live / 1e6),
    plain('bytes of a transfer, beside those of Yjs', each),
    ratio('of a transfer, against 300 bytes', each / 300, { atMost: 1 }),
    plain('MB at most while they are opened', peak / 1e6),
    ratio('at most, against 300 MB', peak / 300e6, { atMost: 1 }),
  ];
}
