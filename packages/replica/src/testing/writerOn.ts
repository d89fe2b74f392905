import { assert } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import type { CastMember, OnMemory } from '@manyhands/testing';
import { openWriter } from '../writer.ts';
import type { Writer } from '../types.ts';

/** What this person writes with on this phone, always in the same minute. */
export async function writerOn(
  { replica, store }: Pick<OnMemory, 'replica' | 'store'>,
  { member, signing }: CastMember,
): Promise<Writer> {
  const writer = await openWriter({
    replica,
    store,
    member,
    device: signing,
    now: () => 29_000_000 as MinuteOfTime,
    randomBytes,
  });
  assert(writer.ok, 'a phone writes');
  return writer.value;
}
