import { assert } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import { TestCommunity, createCast, deliver, openOnMemory } from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import type { Store } from '../store.ts';
import type { Writer, WriterRefused } from '../types.ts';
import { openWriter } from '../writer.ts';

/** Who plays in the tests of a writer. */
export const [ana, biel, carme] = await createCast();

/** A writer on this person's phone, or why none opens. */
export const tryWriter = (
  here: OnMemory,
  person: CastMember,
  store: Store = here.store,
  hasWritten = false,
) =>
  openWriter({
    hasWritten,
    replica: here.replica,
    member: person.member,
    device: person.signing,
    store,
    now: () => 28_000_000 as MinuteOfTime,
    randomBytes,
  });

export async function writerOf(here: OnMemory, person: CastMember): Promise<Writer> {
  const writer = await tryWriter(here, person);
  assert(writer.ok, 'the writer opens');
  return writer.value;
}

export const refusalOf = async (
  here: OnMemory,
  person: CastMember,
): Promise<WriterRefused | null> => {
  const writer = await tryWriter(here, person);
  return writer.ok ? null : writer.error;
};

/** Ana's community with Biel, as one of them has it on their own phone. */
export async function phoneOf(
  person: CastMember,
): Promise<{ community: TestCommunity; here: OnMemory }> {
  const community = await TestCommunity.of(ana, [biel]);
  const own = { member: person.member, device: person.device };
  const here = await openOnMemory(community.id, undefined, { own });
  await deliver(here, { runs: community.runs() }, ana);
  return { community, here };
}

/** The same phone after its app was closed and opened. */
export const reopenWriter = (
  { replica, disk }: OnMemory,
  person: CastMember,
): Promise<OnMemory> => {
  const own = { member: person.member, device: person.device };
  return openOnMemory(replica.community, disk, { own });
};
