import {
  TestCommunity,
  createCast,
  confirmed,
  deliver,
  helped,
  openOnMemory,
  yjsBytesOf,
} from '@manyhands/testing';
import type { Measure } from '../measure.ts';

export const question =
  'How many bytes does one whole transfer take in the Yjs document, asked and answered?';

const transfers = 200;
/** Two bare Ed25519 signatures: what no design that both sides sign can go below. */
const twoSignatures = 128;
const time = 29_000_000; // minutes since 1970, of the length they have in our days

export async function measure(): Promise<Measure[]> {
  const [ana, biel] = await createCast();
  const community = await TestCommunity.of(ana, [biel]);
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  const before = (await yjsBytesOf(here)).length;

  for (let i = 0; i < transfers; i += 1) {
    const asked = await community
      .ledgerOf(biel)
      .add(helped(ana, 90), { time: time + i });
    await community.ledgerOf(ana).add(confirmed(asked.id), { time: time + i });
  }
  await deliver(here, { runs: community.runs() }, ana);
  if (here.replica.ledger.balanceOf(biel.member) !== transfers * 90) {
    throw new Error('not every transfer counted');
  }
  const each = ((await yjsBytesOf(here)).length - before) / transfers;
  return [
    { what: 'at rest', value: Math.round(each), unit: 'B', goal: { atMost: 250 } },
    { what: 'two bare signatures', value: twoSignatures, unit: 'B' },
    {
      what: 'the one against the other',
      value: Number((each / twoSignatures).toFixed(2)),
      unit: '×',
    },
  ];
}
