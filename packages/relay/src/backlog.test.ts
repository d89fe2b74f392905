import { expect, test } from 'vitest';
import { Backlogs } from './backlog.ts';

const kilobyte = 1_024;

test('[R13] so much may wait for one reader, with what it costs to keep it', () => {
  const backlogs = new Backlogs({ ofOne: 8 * kilobyte, ofAll: 1_000 * kilobyte });
  const backlog = backlogs.open();
  expect([backlog.add(3_000), backlog.add(3_000), backlog.add(3_000)]).toEqual([
    true,
    true,
    false,
  ]);
  backlog.take(3_000);
  expect(backlog.add(3_000)).toBe(true);
  // A thousand empty ones are not nothing.
  const tiny = Array.from({ length: 1_000 }, () => backlogs.open()).map((each) =>
    Array.from({ length: 20 }, () => each.add(1)),
  );
  expect(tiny[0]?.filter((taken) => taken)).toHaveLength(15);
});

test('[R13] the more wait the less each may have, and all together never reach the end', () => {
  const ofAll = 1_000 * kilobyte;
  const backlogs = new Backlogs({ ofOne: 500 * kilobyte, ofAll });
  const fill = () => {
    const backlog = backlogs.open();
    let taken = 0;
    while (backlog.add(kilobyte)) taken += 1;
    return taken;
  };
  const filled = Array.from({ length: 50 }, fill);
  expect(filled).toEqual(filled.toSorted((a, b) => b - a));
  expect(filled[0]).toBeGreaterThan(70);
  expect(backlogs.waiting).toBeLessThan(ofAll);
});

test('[R13] what waited for somebody who is gone waits no more', () => {
  const backlogs = new Backlogs({ ofOne: 8 * kilobyte, ofAll: 100 * kilobyte });
  const backlog = backlogs.open();
  backlog.add(1_000);
  backlog.add(1_000);
  backlog.close();
  expect(backlogs.waiting).toBe(0);
  // Its copies are reported as taken afterwards.
  backlog.take(1_000);
  expect(backlogs.waiting).toBe(0);
});
