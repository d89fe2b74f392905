/** One end by itself: a session whose other side is the test, and a channel that is stuck. */
import type { Replica } from '@manyhands/replica';
import { channelPair } from '../channel.ts';
import type { Channel } from '../channel.ts';
import { Assembler, framesOf } from '../frames.ts';
import type { PeerName } from '../handshake.ts';
import { messageLimit } from '../limits.ts';
import { linkOf } from '../link.ts';
import { readMessage } from '../messages.ts';
import type { Message } from '../messages.ts';
import { openPipe } from '../pipe.ts';
import { Session } from '../session.ts';
import { ManualTimers } from './manualTimers.ts';

/** Lets every frame under way arrive. */
export const turn = () => new Promise((resolve) => setTimeout(resolve, 10));

/** A session with `peer`, whose end says what it is told to, and notes what it hears. */
export async function sessionWith(
  replica: Replica,
  peer: PeerName,
  onoffence: () => void = () => undefined,
) {
  const channels = channelPair();
  const timers = new ManualTimers();
  const link = linkOf(openPipe(channels[0], timers), peer);
  const quiet = () => undefined;
  const session = new Session(link, {
    replica,
    timers,
    pause: () => Promise.resolve(),
    onvector: quiet,
    onanswer: quiet,
    onweight: quiet,
    onack: quiet,
    onsecret: quiet,
    onoffence,
  });
  const heard: Message[] = [];
  const assembler = new Assembler(messageLimit);
  channels[1].onframe = (frame) => {
    const arrived = assembler.take(frame);
    if (!arrived.ok || arrived.value.type !== 'message') return;
    const message = readMessage(arrived.value.message);
    if (message.ok && message.value) heard.push(message.value);
  };
  session.start();
  await turn();
  const say = async (message: Uint8Array): Promise<void> => {
    for (const frame of framesOf(message)) channels[1].send(frame);
    await turn();
  };
  return { session, link, say, heard, timers };
}

/** A channel that takes everything and never gets rid of it. */
export class StuckChannel implements Channel {
  isOpen = true;
  bufferedBytes: number;
  /** Frames it was given. */
  sent = 0;
  readonly binding = channelPair()[0].binding;
  onframe: Channel['onframe'] = null;
  onclose: Channel['onclose'] = null;

  constructor(bufferedBytes = 0) {
    this.bufferedBytes = bufferedBytes;
  }

  send(frame: Uint8Array): void {
    this.sent += 1;
    this.bufferedBytes += frame.length;
  }

  drained(): Promise<void> {
    return new Promise(() => undefined);
  }

  close(): void {
    this.isOpen = false;
  }
}
