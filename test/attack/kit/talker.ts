/** What somebody's phone shows of a conversation: by the exports of `community` alone. */
import type { MemberId } from '@manyhands/base';
import type { Place } from '@manyhands/community/opened';
import { sealWords } from '@manyhands/community/opened';
import { wordsOf } from '@manyhands/community/talk';
import { toHex } from '@manyhands/codec';
import { openSealed } from '@manyhands/keys';
import { encodeWord, talkThreadOf } from '@manyhands/ledger';
import type { SealedContent, Word } from '@manyhands/ledger';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import type { Reader } from './phones.ts';

export interface Talker {
  readonly place: Place;
  /** How many sealed texts were opened so far. */
  readonly opened: () => number;
}

/** As much of a place as reading takes. */
export function talkerOn({ replica, store }: Reader, person: CastMember): Talker {
  let opened = 0;
  const { member, device, signing, sealing } = person;
  const { community } = replica;
  const place: Pick<Place, 'membership' | 'replica' | 'notes' | 'openSealed' | 'tell'> =
    {
      membership: { community, member, device, communityName: '', demo: false },
      replica,
      notes: store.notes,
      openSealed: (sealed) => {
        opened += 1;
        return openSealed(sealed, signing.publicKey, sealing);
      },
      tell: () => undefined,
    };
  return { place: place as Place, opened: () => opened };
}

/** The words of the two in their order. */
export async function talkOf(
  { place }: Talker,
  { member }: Pick<CastMember, 'member'>,
): Promise<string> {
  const words = await wordsOf(place).readWith(member);
  return words.map(({ word }) => word.text).join(' ');
}

/** A word sealed to these, in the thread of these two, whoever puts it on a board. */
export function sealedWord(
  community: Pick<TestCommunity, 'id'>,
  word: Word,
  to: readonly CastMember[],
  [one, other]: readonly [MemberId, MemberId] = [word.from, word.to],
): Promise<SealedContent> {
  const devices = to.map(({ device, sealing }) => ({
    device,
    box: toHex(sealing.publicKey),
    role: 0 as const,
    ledgerCut: null,
    boardCut: null,
    frozen: false,
  }));
  const thread = talkThreadOf(community.id, one, other);
  return sealWords(devices, thread, encodeWord(word));
}

export const wordFrom = (
  from: Pick<CastMember, 'member'>,
  to: Pick<CastMember, 'member'>,
  text: string,
  numbers: { readonly turn: number; readonly seen?: number },
): Word => ({ from: from.member, to: to.member, seen: 0, text, ...numbers });
