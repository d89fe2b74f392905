/** Connections in memory, made of descriptions that somebody carries, as of WebRTC. */
import { err, ok } from '@manyhands/base';
import { malformed, toHex, u32 } from '@manyhands/codec';
import { channelPair } from '../channel.ts';
import type { Channel } from '../channel.ts';
import type { Connector, Dialling, Half } from '../connector.ts';

interface Waiting {
  readonly there: Channel;
  readonly open: () => void;
  readonly opened: Promise<void>;
}

export class MemoryConnections {
  /** How many offers were made, and answered. */
  dialled = 0;
  answered = 0;
  /** Joins two ends; a test may put somebody between them. */
  join: () => [Channel, Channel] = () => channelPair();
  readonly #waiting = new Map<string, Waiting>();

  readonly connector: Connector = {
    dial: () => {
      this.dialled += 1;
      const [here, there] = this.join();
      const description = u32(this.dialled);
      let open: () => void = () => undefined;
      const opened = new Promise<void>((resolve) => (open = resolve));
      this.#waiting.set(toHex(description), { there, open, opened });
      const dialling: Dialling = {
        ...halfOf(description, here, opened),
        accept: (answer) => {
          const isOurs = toHex(answer) === toHex(description);
          if (!isOurs) return Promise.resolve(err(malformed('another answer')));
          open();
          return Promise.resolve(ok(undefined));
        },
      };
      return Promise.resolve(ok(dialling));
    },
    answer: (offer) => {
      this.answered += 1;
      const waiting = this.#waiting.get(toHex(offer));
      if (waiting === undefined) return Promise.resolve(err(malformed('no offer')));
      const { there, opened } = waiting;
      return Promise.resolve(ok(halfOf(offer, there, opened)));
    },
  };
}

/** An answer has the bytes of its offer here. */
function halfOf(description: Uint8Array, end: Channel, opened: Promise<void>): Half {
  let close: () => void = () => undefined;
  const closed = new Promise<null>((resolve) => (close = () => resolve(null)));
  return {
    description,
    channel: Promise.race([opened.then(() => end), closed]),
    close: () => {
      close();
      end.close();
    },
  };
}
