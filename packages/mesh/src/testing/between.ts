import { utf8Bytes } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { channelPair } from '../channel.ts';
import type { Channel } from '../channel.ts';

/** Two ends, each of which sees these two certificates. */
export const bound = (ours: string, theirs: string) =>
  channelPair({ ours: sha256(utf8Bytes(ours)), theirs: sha256(utf8Bytes(theirs)) });

/** Passes on all that comes from either, in the hearing of somebody. */
export function pass(
  one: Channel,
  two: Channel,
  frames: Uint8Array[],
  change = (frame: Uint8Array) => frame,
): void {
  const on = (from: Channel, to: Channel) => {
    from.onframe = (frame) => {
      frames.push(frame);
      to.send(change(frame));
    };
    from.onclose = () => to.close();
  };
  on(one, two);
  on(two, one);
}

/** Two ends, and all that passes between them in somebody's hearing. */
export function overheard(
  frames: Uint8Array[],
  change?: (frame: Uint8Array) => Uint8Array,
): [Channel, Channel] {
  const [here, nearHer] = channelPair();
  const [there, nearHim] = channelPair();
  pass(nearHer, nearHim, frames, change);
  return [here, there];
}

/** Of what is passed along: the text is longer than a hello and a proof. */
export const isText = (frame: Uint8Array): boolean => frame.length > 60;

export const readable = (frames: readonly Uint8Array[]): string =>
  frames.map((frame) => String.fromCharCode(...frame)).join('');
