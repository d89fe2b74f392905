import { inChromium } from '../engines.ts';
import { townFile } from '../join/townFile.ts';
import { measuring, median } from '../measure.ts';
import type { Measure } from '../measure.ts';
import type { CatchUp } from './run.ts';

export const question =
  'How fast do 20 MB of a record cross a Link, against a bare RTCDataChannel in the same run?';

const people = { members: 1_000, secondDevices: 500 };

/**
 * Two pages, each its own process. _Over the Link_ is all but the newcomer's judgement:
 * the handshake is over, the holder's real session fills pages from its replica, frames and
 * sends them at the pace of `more`; the newcomer puts messages together, reads message and
 * page, and asks on. _Into a replica_ verifies, folds and keeps besides.
 */
export async function measure(): Promise<Measure[]> {
  const outcome = await inChromium<CatchUp>({
    name: 'catchUp',
    file: 'bench/catchUp/run.ts',
    input: await townFile({ ...people, transfers: 100_000 }),
    isTwofold: true,
  });
  const { bytes, bare, link, whole } = outcome;
  const speed = (ms: number) => bytes / 1_000 / ms;
  const { plain, ratio } = measuring('Chromium');
  const mbps = (what: string, ms: number): Measure => ({
    ...plain(what, 0),
    value: Number(speed(ms).toFixed(1)),
    unit: 'MB/s',
  });
  const [fast, ours] = [median(bare), median(link)];
  return [
    plain('bytes of pages', bytes),
    mbps('a bare RTCDataChannel', fast),
    mbps('over the Link', ours),
    ratio('the one against the other', fast / ours, { atLeast: 0.8 }),
    mbps('into a replica', whole),
  ];
}
