/**
 * A disk that fails once, in every way it can: at every operation of a life in turn, or day by
 * day at the first two and the last of each kind of operation.
 */
import { assert, describe, expect, test } from 'vitest';
import { sized } from '../sized.ts';
import { Mishap, mishapKinds } from './faultyStore.ts';
import { liveThrough } from './troubledLife.ts';

const calm = new Mishap('refused', Number.POSITIVE_INFINITY);
await liveThrough(calm);

const tried = [...calm.operations.keys()].filter((at) => {
  const ofItsKind = calm.operations.flatMap((each, n) =>
    each === calm.operations[at] ? [n] : [],
  );
  return sized(
    [0, 1, -1].some((n) => ofItsKind.at(n) === at),
    true,
  );
});

describe.each(mishapKinds)('[replica/P6] [replica/R5] one operation is %s', (kind) => {
  test('nothing saved is gone, no place is used twice, and somebody is told', async () => {
    const met: string[] = [];
    const found = new Set<string>();
    for (const at of tried) {
      const mishap = new Mishap(kind, at);
      const { told, usedTwice, durable, keepsErased, after } =
        await liveThrough(mishap);
      assert(mishap.happened, 'a life is the same until its mishap');
      met.push(mishap.happened);
      const where = `${kind} at ${at}: ${mishap.happened}`;
      const lacking = () => durable.filter((id) => after.replica.entry(id) === null);

      expect(usedTwice, where).toEqual([]);
      expect(keepsErased, where).toBe(false);
      if (kind === 'lost') {
        // A disk that lies is found out at the next opening, at the latest.
        const news = [
          ...(lacking().length > 0 ? ['Mended'] : []),
          ...(after.canWrite ? [] : ['JournalBehind']),
        ];
        expect(told, where).toEqual(expect.arrayContaining(news));
        for (const each of news) found.add(each);
        await after.refetch();
      } else {
        expect(after.canWrite, where).toBe(true);
        const isSaid = told.length > 0 || kind.startsWith('crash');
        // Nothing is lost by a close that failed: what was open was settled before; nor by
        // a note of what was found here: the next opening checks more.
        const isHarmless = ['close', 'checkpoint', 'unchanged'].includes(
          mishap.happened,
        );
        expect(isSaid || isHarmless, where).toBe(true);
      }
      expect(lacking(), where).toEqual([]);
    }
    expect(new Set(met)).toEqual(everyOperation);
    expect([...found].sort()).toEqual(
      kind === 'lost' ? ['JournalBehind', 'Mended'] : [],
    );
  });
});

/** A script that never came to one of them would prove nothing about it. */
const everyOperation = new Set([
  'attach',
  'checkpoint',
  'close',
  'journal.append',
  'journal.erase',
  'journal.read',
  'notes.delete',
  'notes.get',
  'notes.names',
  'notes.put',
  'rewrite',
  'settled',
  'unchanged',
  'write',
]);
