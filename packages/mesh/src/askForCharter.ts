/**
 * Asks at a lobby for the charter of its community, before anybody joins (M12).
 *
 * Nobody there is believed and nothing of theirs is kept: there is no replica here, nobody is
 * welcome, and of all that can be said only a charter that hashes to the community is taken.
 * So the worst that whoever stands in the lobby can do is to say nothing.
 */
import { toHex } from '@manyhands/codec';
import type { CommunityId, MemberId } from '@manyhands/base';
import type { Signer } from '@manyhands/keys';
import { communityIdOf, encodeJoinRequest, readCharter } from '@manyhands/ledger';
import type { Charter, CharterRequest } from '@manyhands/ledger';
import { byRelays } from './byRelays.ts';
import { dismissalOf } from './dismissal.ts';
import { shakeHands } from './handshake.ts';
import type { Host } from './handshake.ts';
import type { Introduction, OpenIntroducer } from './introducer.ts';
import { openPipe } from './pipe.ts';
import type { Pipe } from './pipe.ts';
import { Rooms } from './rooms.ts';
import { realTimers } from './timers.ts';
import type { Timers } from './timers.ts';

export interface CharterAsk {
  readonly community: CommunityId;
  readonly lobby: Uint8Array;
  readonly relays: readonly string[];
  /** A key made for this alone: whoever answers learns nobody's. */
  readonly device: Signer;
  readonly request: CharterRequest;
  readonly oncharter: (charter: Charter) => void;
  readonly rtc?: RTCConfiguration;
  readonly timers?: Timers;
  /** How to find others; without it y-webrtc. */
  readonly openIntroducer?: OpenIntroducer;
}

/** Says the charter once, and leaves; returns how to leave before. */
export function askForCharter(ask: CharterAsk): () => void {
  const asking = new AskingForCharter(ask);
  return () => asking.close();
}

class AskingForCharter {
  readonly #ask: CharterAsk;
  readonly #timers: Timers;
  readonly #host: Host;
  readonly #rooms: Rooms;
  readonly #pipes = new Set<Pipe>();
  #isOver = false;

  constructor(ask: CharterAsk) {
    const { community, relays, rtc, openIntroducer = byRelays(rtc) } = ask;
    this.#ask = ask;
    this.#timers = ask.timers ?? realTimers;
    this.#host = this.#hostOf(ask);
    this.#rooms = new Rooms({
      community,
      relays,
      open: openIntroducer,
      links: () => 0,
      timers: this.#timers,
      onintroduction: (met) => void this.#meet(met),
      onreach: () => undefined,
    });
    this.#rooms.enter([], ask.lobby);
  }

  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#rooms.close();
    for (const pipe of this.#pipes) pipe.end({ type: 'Closed' });
  }

  #hostOf({ community, device, request }: CharterAsk): Host {
    // Nobody yet: named after its key, as whoever asks who they are.
    const member = toHex(device.publicKey) as MemberId;
    const asked = { request: encodeJoinRequest(request), done: () => undefined };
    return {
      community,
      self: { member, device },
      isBanned: () => false,
      evidence: () => [],
      isGuest: () => true,
      admission: () => Promise.resolve(asked),
      judge: () => Promise.resolve({ verdict: 'Stranger', evidence: [] }),
      receivedCharter: (charter) => this.#hear(charter),
      welcomed: () => Promise.resolve(),
    };
  }

  #hear(bytes: Uint8Array): void {
    if (this.#isOver || communityIdOf(bytes) !== this.#ask.community) return;
    const charter = readCharter(bytes);
    if (!charter.ok) return;
    this.close();
    this.#ask.oncharter(charter.value);
  }

  async #meet(met: Introduction): Promise<void> {
    const pipe = openPipe(met.channel, this.#timers);
    this.#pipes.add(pipe);
    if (this.#isOver) pipe.end({ type: 'Closed' });
    const { role, promised } = met;
    const hands = await shakeHands(pipe, role, this.#host, this.#timers, promised);
    pipe.end({ type: 'Closed' });
    this.#pipes.delete(pipe);
    met.dismiss(hands.ok ? 'refused' : dismissalOf(hands.error));
  }
}
