import { openOnMemory } from '@manyhands/testing';
import { median, timed } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { buildTown } from './buildTown.ts';
import { verifyAll } from './verifyAll.ts';

export const question =
  'How long does a newcomer take over 1,000 members, 1,500 devices and 20,000 transfers?';

const rounds = 3;

export async function measure(): Promise<Measure[]> {
  const { community, pages, entries } = await buildTown({
    members: 1_000,
    secondDevices: 500,
    transfers: 20_000,
  });

  async function join(): Promise<void> {
    const { replica } = await openOnMemory(community);
    for (const page of pages) {
      const { refused, strangers } = await replica.receive(page, { type: 'message' });
      if (refused ?? strangers[0])
        throw new Error(`refused: ${JSON.stringify(refused)}`);
    }
    const taken = replica.vector().reduce((sum, { length }) => sum + length, 0);
    if (taken !== entries.length) throw new Error(`only ${taken} entries were taken`);
    if (replica.ledger.members().length !== 1_000)
      throw new Error('members are missing');
    await replica.close();
  }

  const joins: number[] = [];
  const checks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    joins.push(await timed(join));
    checks.push(await timed(() => verifyAll(entries)));
  }
  const bytes = pages.reduce((sum, page) => sum + page.length, 0);
  return [
    { what: 'gate and fold', value: Math.round(median(joins)), unit: 'ms' },
    {
      what: 'nothing but every signature, natively',
      value: Math.round(median(checks)),
      unit: 'ms',
    },
    {
      what: 'the one against the other',
      value: Number((median(joins) / median(checks)).toFixed(2)),
      unit: '×',
      goal: { atMost: 1 },
    },
    { what: 'entries', value: entries.length, unit: '' },
    { what: 'bytes that travel', value: bytes, unit: 'B' },
  ];
}
