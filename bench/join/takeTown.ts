import { assert } from '@manyhands/base';
import type { Replica } from '@manyhands/replica';
import type { Town } from './town.ts';

/** Takes all pages of a town onto the disk of a replica, and closes it. */
export async function takeTown(replica: Replica, { pages }: Town): Promise<void> {
  for (const page of pages) {
    const { refused } = await replica.receive(page, { type: 'message' });
    assert(refused === null, 'the town is taken whole');
  }
  assert((await replica.settled()).ok, 'the disk has room');
  await replica.close();
}
