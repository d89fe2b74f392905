/** Every screen by Tab: all that can be pressed is reached, and seen to have the focus. */
import { notReached, walksByTab } from '../tabs.ts';
import { tours } from '../tours/tours.ts';
import { expect, test, verifyOnly } from '../world.ts';

const parts = [
  'the doors',
  'the village',
  'the board',
  'the people',
  'the answering',
  'the things',
  'the carers',
  'the brought',
  'the gatherings',
] as const;

for (const part of parts) {
  test(
    `all that can be pressed in ${part} is reached by Tab, and seen where it is`,
    verifyOnly,
    async ({ world }) => {
      const found: [string, string[]][] = [];
      for await (const { name, page } of tours[part](world)) {
        const wrong = (await walksByTab(page)).flatMap((stop) =>
          stop.wrong === null ? [] : `${stop.name}: ${stop.wrong}`,
        );
        const missed = await notReached(page);
        found.push([name, [...wrong, ...missed.map((each) => `not reached: ${each}`)]]);
      }
      expect(found.length).toBeGreaterThanOrEqual(4);
      expect(found.filter(([, what]) => what.length > 0)).toEqual([]);
    },
  );
}
