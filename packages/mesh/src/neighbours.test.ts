import { afterEach, describe, expect, test, vi } from 'vitest';
import { linksAtLeast, linksWanted } from './limits.ts';
import { openCrowd } from './testing/manyLinks.ts';
import type { CrowdedPhone } from './testing/manyLinks.ts';
import { closePhones } from './testing/phones.ts';

afterEach(closePhones);

/** The places, in the order of meeting, of the links that are open. */
const openPlaces = (crowd: CrowdedPhone): number[] => {
  const still = crowd.open();
  return [...crowd.met.keys()].filter((i) =>
    still.some((each) => each === crowd.met[i]),
  );
};

async function crowdOf(count: number, random = 0, keepers: number[] = []) {
  const options = { devices: count, keepers, random: () => random };
  const [crowd, devices] = await openCrowd(options);
  for (const device of devices) await crowd.meet(device);
  return crowd;
}

describe('[M5] above eight introduced links one of the older goes', () => {
  test('eight stay', async () => {
    const crowd = await crowdOf(linksWanted);
    expect(openPlaces(crowd)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(crowd.met.flatMap(({ dismissed }) => dismissed)).toEqual([]);
  });

  test('of nine the oldest, when chance says so: it is told that there are enough', async () => {
    const crowd = await crowdOf(9);
    await vi.waitFor(() => expect(openPlaces(crowd)).toHaveLength(8));
    expect(openPlaces(crowd)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await vi.waitFor(() => expect(crowd.met[0]?.link.isOpen).toBe(false));
    expect(crowd.met.map(({ dismissed }) => dismissed)).toEqual([
      ['enough'],
      ...Array.from({ length: 8 }, () => []),
    ]);
  });

  test('never one of the newest two, however chance falls', async () => {
    const crowd = await crowdOf(11, 0.999);
    await vi.waitFor(() => expect(openPlaces(crowd)).toHaveLength(8));
    expect(openPlaces(crowd)).toEqual([0, 1, 2, 3, 4, 5, 9, 10]);
  });

  test('never a keeper', async () => {
    const crowd = await crowdOf(10, 0, [0, 1]);
    await vi.waitFor(() => expect(openPlaces(crowd)).toHaveLength(8));
    expect(openPlaces(crowd)).toEqual([0, 1, 4, 5, 6, 7, 8, 9]);
  });

  test('when few are left, those who were too many are met again, at once and each minute', async () => {
    const crowd = await crowdOf(9);
    await vi.waitFor(() => expect(openPlaces(crowd)).toHaveLength(8));
    expect(crowd.forgiven).toEqual([]);
    for (const { link } of crowd.met.slice(1, 5)) link.close();
    await vi.waitFor(() => expect(openPlaces(crowd)).toHaveLength(4));
    expect(crowd.forgiven).toEqual([]);
    crowd.met[5]?.link.close();
    await vi.waitFor(() => expect(crowd.forgiven).toEqual(['all']));
    crowd.timers.sleep(60_000);
    crowd.timers.pass(0);
    await vi.waitFor(() => expect(crowd.forgiven).toEqual(['all', 'all']));
  });
});

describe('[M5] with fewer than four links a phone says again that it is there', () => {
  test('each minute at the latest, and not with four', async () => {
    const crowd = await crowdOf(linksAtLeast);
    crowd.timers.sleep(600_000);
    crowd.timers.pass(0);
    expect(crowd.announced()).toBe(0);
    crowd.met[0]?.link.close();
    await vi.waitFor(() => expect(openPlaces(crowd)).toHaveLength(linksAtLeast - 1));
    crowd.timers.sleep(60_000);
    crowd.timers.pass(0);
    expect(crowd.announced()).toBe(1);
  });
});
