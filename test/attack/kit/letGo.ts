/** Didac was asked to leave, and what is known of it. Biel founded; Ana and Carme have a voice. */
import { compareBytes } from '@manyhands/codec';
import type { EntryId, MemberId } from '@manyhands/base';
import { randomBytes, taggedHash } from '@manyhands/keys';
import type { Entry, KnownContent, MemberStanding } from '@manyhands/ledger';
import type { Secret } from '@manyhands/mesh';
import { TestCommunity } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { ana, biel, carme, didac } from './stories.ts';

/** The secret that all of them hold. */
export const first: Secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };

export interface Question {
  readonly community: TestCommunity;
  /** That Didac leaves; Biel asks. */
  readonly question: Entry;
}

/** Everybody is in, and Biel asks that Didac leaves. */
export async function askedToLeave(
  others: readonly CastMember[] = [ana, carme, didac],
): Promise<Question> {
  const community = await TestCommunity.of(biel, others);
  const own = community.ledgerOf(biel);
  for (const { member } of [ana, carme])
    await own.add({ type: 'member.vouch', member });
  return { community, question: await own.add(asks('removed')) };
}

export interface LetGo extends Question {
  /** Ana's yes, by which it is taken: two of three. */
  readonly yes: Entry;
}

export async function letGo(others?: readonly CastMember[]): Promise<LetGo> {
  const asked = await askedToLeave(others);
  const yes = await asked.community.ledgerOf(ana).add(votes(asked.question.id));
  return { ...asked, yes };
}

export const asks = (
  standing: MemberStanding,
  replaces: readonly EntryId[] = [],
  member: MemberId = didac.member,
): KnownContent => ({
  type: 'motion.open',
  matter: { about: 'member', member, standing },
  replaces,
});

export const votes = (motion: EntryId, yes = true): KnownContent => ({
  type: 'motion.vote',
  motion,
  yes,
});

const rankOf = ({ secret }: Secret): Uint8Array => taggedHash('secret', secret);

/** So many secrets of one epoch, each of which comes before the one that was said before it. */
export const everLower = (count: number, epoch: number): Secret[] =>
  Array.from({ length: count }, () => ({ epoch, secret: randomBytes(32) })).sort(
    (a, b) => -compareBytes(rankOf(a), rankOf(b)),
  );
