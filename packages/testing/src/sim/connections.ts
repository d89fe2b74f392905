import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { malformed } from '@manyhands/codec';
import type { Channel, Connector, Dialling, Half } from '@manyhands/mesh';
import type { Life } from './network.ts';
import type { Schedule } from './schedule.ts';

/** Milliseconds after which a connection that nobody made has come to nothing. */
const comesWithin = 15_000;

/**
 * Connections made by descriptions (mesh/M6), through the mesh's own port `Connector` (T8). A
 * description is the number of an offer or an answer of this world: who carries it to whom
 * is the mesh's own doing.
 */
export class Connections {
  readonly #schedule: Schedule;
  readonly #pair: (here: Life, there: Life) => [Channel, Channel];
  readonly #ends: End[] = [];

  constructor(
    schedule: Schedule,
    pair: (here: Life, there: Life) => [Channel, Channel],
  ) {
    this.#schedule = schedule;
    this.#pair = pair;
  }

  /** The port, for one run of one app. */
  connectorFor(life: Life): Connector {
    return {
      dial: () => {
        const offer = this.#end(life);
        const accept: Dialling['accept'] = (answer) =>
          Promise.resolve(this.#join(offer, answer));
        return Promise.resolve(ok({ ...halfOf(offer), accept }));
      },
      answer: (bytes) => {
        const offer = this.#ends[numberIn(bytes)];
        if (offer === undefined)
          return Promise.resolve(err(malformed('an offer nobody made')));
        const answer = this.#end(life);
        answer.other = offer;
        return Promise.resolve(ok(halfOf(answer)));
      },
    };
  }

  #end(life: Life): End {
    const end = new End(life, this.#ends.length);
    this.#ends.push(end);
    this.#schedule.after(comesWithin, 'too late', () => end.come(null));
    return end;
  }

  #join(offer: End, bytes: Uint8Array): Result<void, Malformed> {
    const answer = this.#ends[numberIn(bytes)];
    if (answer?.other !== offer) return err(malformed('no answer to this offer'));
    const [here, there] = this.#pair(offer.life, answer.life);
    offer.come(here);
    answer.come(there);
    return ok(undefined);
  }
}

type Malformed = ReturnType<typeof malformed>;

/** One side of a connection. */
class End {
  readonly life: Life;
  readonly number: number;
  readonly channel: Promise<Channel | null>;
  /** Whose offer this answers. */
  other: End | null = null;
  #resolve: (channel: Channel | null) => void = () => undefined;
  #channel: Channel | null = null;

  constructor(life: Life, number: number) {
    this.life = life;
    this.number = number;
    this.channel = new Promise((resolve) => (this.#resolve = resolve));
  }

  come(channel: Channel | null): void {
    this.#channel ??= channel;
    this.#resolve(channel);
  }

  close(): void {
    this.#channel?.close();
    this.#resolve(null);
  }
}

const halfOf = (end: End): Half => ({
  description: Uint8Array.of(end.number >> 16, end.number >> 8, end.number),
  channel: end.channel,
  close: () => end.close(),
});

const numberIn = ([a = 0, b = 0, c = 0]: Uint8Array): number =>
  (a << 16) + (b << 8) + c;
