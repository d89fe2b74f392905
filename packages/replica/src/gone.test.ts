import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { deliver, profileOf } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { coverageLimit } from './limits.ts';
import {
  ana,
  biel,
  erasing,
  ledgersOf,
  regrets,
  secondTablet,
  whole,
} from './testing/regrets.ts';
import type { Change } from './types.ts';

const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id);

describe('[H3] what is told to be gone was here, and is no more', () => {
  test('not what is erased as it comes', async () => {
    const { community, entries } = await regrets();
    const tablet = community.boardOf(secondTablet);
    await tablet.add(erasing(entries[2] as Entry, entries[4] as Entry));
    const here = await whole(community);
    await deliver(here, { runs: [...ledgersOf(community), tablet.run()] }, ana);
    const changes: Change[] = [];
    here.replica.subscribe((change) => changes.push(change));
    const page = {
      evidence: [encodeTravelling(entries[4] as Entry)],
      runs: [community.boardOf(biel).run(0, 4)],
    };
    await deliver(here, page, ana);
    expect(changes.flatMap(({ added }) => idsOf(added))).toEqual(
      [0, 1, 3].map((at) => entries[at]?.id),
    );
    expect(changes.flatMap(({ gone }) => gone)).toEqual([]);
  });

  test('not an erase whose chain has fallen: it holds alone', async () => {
    const { community } = await regrets();
    const phone = community.boardOf(biel);
    const bare = await phone.add(profileOf(biel, 6), { signer: null });
    const covering: Entry[] = [];
    while (covering.length < coverageLimit) {
      covering.push(await phone.add(profileOf(biel, 7 + covering.length)));
    }
    const erase = await phone.add(erasing(phone.entries[1] as Entry));
    const here = await whole(community);
    await deliver(here, { runs: community.runs() }, ana);
    const changes: Change[] = [];
    here.replica.subscribe((change) => changes.push(change));
    const tablet = community.boardOf(secondTablet);
    await tablet.add(erasing(...covering));
    await deliver(here, { runs: [tablet.run()] }, ana);
    expect([...here.replica.detached()]).toEqual([erase]);
    const gone = changes.flatMap((change) => idsOf(change.gone));
    expect(new Set(gone)).toEqual(new Set(idsOf([bare, ...covering])));
  });
});
