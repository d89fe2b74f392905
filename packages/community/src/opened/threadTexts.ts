/** What stands sealed in one thread and can be opened on a device, before it is opened. */
import type { DeviceKey, EntryId, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Entry, SealedText } from '@manyhands/ledger';
import { isKeyAlone, markOf } from './sealing.ts';
import type { WayIn } from './sealing.ts';

/** One text of a thread that a device can open. */
export interface TalkText {
  readonly id: EntryId;
  readonly by: MemberId;
  readonly entry: Entry;
  readonly way: WayIn;
}

/**
 * Of what stands in a thread what `device` can open, in no order. The key of a text is in the entry
 * itself, or was passed on by one of `keysFrom` its writer, the first of them that has one.
 */
export function textsFor(
  device: DeviceKey,
  standing: readonly SealedText[],
  keysFrom: (writer: MemberId) => readonly MemberId[],
): TalkText[] {
  const isFor = ({ sealed }: SealedText): boolean =>
    sealed.wraps.some(({ hint }) => device.startsWith(hint));
  const keys = new Map(
    standing
      .filter((text) => isKeyAlone(text) && isFor(text))
      .map((text) => [keyName(text.entry.log.member, text.sealed.ciphertext), text]),
  );
  const passedOn = ({ entry, sealed }: SealedText): SealedText | undefined => {
    if (keys.size === 0) return undefined;
    const mark = markOf(sealed.ciphertext);
    return keysFrom(entry.log.member)
      .map((member) => keys.get(keyName(member, mark)))
      .find((each) => each !== undefined);
  };
  return standing.flatMap((words): TalkText[] => {
    if (isKeyAlone(words)) return [];
    const key = isFor(words) ? words : passedOn(words);
    if (!key) return [];
    const { entry } = words;
    const way = { id: `${entry.id}/${key.entry.id}`, words, key };
    return [{ id: entry.id, by: entry.log.member, entry, way }];
  });
}

const keyName = (member: MemberId, mark: Uint8Array): string =>
  `${member}/${toHex(mark)}`;

/** Of what stands in its thread the keys to this text that `member` passed on. */
export function keysAmong(
  standing: readonly SealedText[],
  text: SealedText,
  member: MemberId,
): Entry[] {
  const mark = toHex(markOf(text.sealed.ciphertext));
  return standing
    .filter((each) => isKeyAlone(each) && toHex(each.sealed.ciphertext) === mark)
    .map(({ entry }) => entry)
    .filter(({ log }) => log.member === member);
}
