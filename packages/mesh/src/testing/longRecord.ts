/** A community with much to fetch, and lines that break while it is fetched. */
import { TestCommunity, confirmed, helped, profileOf } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { channelPair } from '../channel.ts';
import type { Channel } from '../channel.ts';
import type { MeshPhone } from './phones.ts';

const about = 'x'.repeat(900);

/**
 * Everybody's board, but for those who are quiet, has so many entries of a kilobyte. One of 32 is signed, which is enough
 * (replica/A6), so that a long record is soon made.
 */
export async function longRecord(
  [founder, ...others]: readonly [CastMember, ...CastMember[]],
  entriesEach: number,
  quiet: readonly CastMember[] = [],
): Promise<TestCommunity> {
  const community = await TestCommunity.of(founder, [...others, ...quiet]);
  for (const person of [founder, ...others]) {
    const board = community.boardOf(person);
    for (let rev = 0; rev < entriesEach; rev++) {
      const isSigned = rev % 32 === 31 || rev === entriesEach - 1;
      const options = isSigned ? {} : { signer: null };
      await board.add({ ...profileOf(person, rev), about }, options);
    }
  }
  return community;
}

/** `helper` helped `other`, who said yes. */
export async function theyMet(
  community: TestCommunity,
  helper: CastMember,
  other: CastMember,
  minutes: number,
): Promise<void> {
  const proposal = await community.ledgerOf(helper).add(helped(other, minutes));
  await community.ledgerOf(other).add(confirmed(proposal.id));
}

/** A line that breaks once so many bytes have passed to its second end. */
export function breakingAfter(bytes: number): [Channel, Channel] {
  const [here, nearHer] = channelPair();
  const [there, nearHim] = channelPair();
  let passed = 0;
  const end = () => {
    nearHer.close();
    nearHim.close();
  };
  nearHer.onframe = (frame) => {
    passed += frame.length;
    if (passed > bytes) end();
    else nearHim.send(frame);
  };
  nearHim.onframe = (frame) => nearHer.send(frame);
  nearHer.onclose = nearHim.onclose = end;
  return [here, there];
}

/** All that a phone holds, as pages on the wire. */
export const bytesHeld = ({ replica }: Pick<MeshPhone, 'replica'>): number =>
  replica
    .vector()
    .map(({ logId, length }) =>
      replica.page([{ log: logId.slice(0, 32), from: 0, max: length }], 2 ** 30),
    )
    .reduce((sum, { page }) => sum + (page?.length ?? 0), 0);
