import { err, ok } from '@manyhands/base';
import type { CommunityId, MinuteOfTime, Result } from '@manyhands/base';
import type { Malformed } from '@manyhands/codec';
import { browserConnector } from './browserConnector.ts';
import { codeNameOf, shortOf, writeConnectionCode } from './connectionCode.ts';
import type { ConnectionCode } from './connectionCode.ts';
import type { Connector, Half, Unreachable } from './connector.ts';
import type { Mesh } from './types.ts';
import type { HandshakeRefused } from './handshake.ts';
import type { Link } from './link.ts';
import type { LinkSide } from './channel.ts';

export interface PairingCodesOptions {
  readonly community: CommunityId;
  readonly mesh: Pick<Mesh, 'connectChannel'>;
  readonly now: () => MinuteOfTime;
  readonly rtc?: RTCConfiguration;
  /** Without it the browser's WebRTC. */
  readonly connector?: Connector;
}

/** Why two phones that have shown each other a code are not linked. */
export type PairingFailed = HandshakeRefused | { readonly type: 'NoConnection' };

/** A code to be shown to another phone, and what comes of it. */
export interface ShownCode {
  /** What follows `#c/`. */
  readonly text: string;
  readonly linked: Promise<Result<Link, PairingFailed>>;
  /** Gives up. A link that stands goes on. */
  cancel(): void;
}

/** An answer to another code than the one that is shown. */
interface Stale {
  readonly type: 'Stale';
}

/** The first of two codes: whoever scans it shows an answer. */
export interface FirstCode extends ShownCode {
  accept(answer: ConnectionCode): Promise<Result<void, Stale | Malformed>>;
}

/** M7: makes the codes by which this phone and one beside it link with no server. */
export class PairingCodes {
  readonly #options: PairingCodesOptions;
  readonly #connector: Connector | null;

  constructor(options: PairingCodesOptions) {
    this.#options = options;
    this.#connector = options.connector ?? browserConnector(options.rtc);
  }

  /** Where it is in no network there is nothing to show. */
  async show(): Promise<Result<FirstCode, Unreachable>> {
    if (this.#connector === null) return err({ type: 'Unreachable' });
    const dialled = await this.#connector.dial();
    if (!dialled.ok) return dialled;
    const half = dialled.value;
    const name = codeNameOf(half);
    return ok({
      ...this.#shown(half, 'dialler', null),
      accept: ({ answers, description }) =>
        answers === name
          ? half.accept(description)
          : Promise.resolve(err({ type: 'Stale' })),
    });
  }

  /** The code to be shown to whoever showed `first`. */
  async answer(
    first: ConnectionCode,
  ): Promise<Result<ShownCode, Unreachable | Malformed>> {
    if (this.#connector === null) return err({ type: 'Unreachable' });
    const answered = await this.#connector.answer(first.description);
    if (!answered.ok) return answered;
    return ok(this.#shown(answered.value, 'answerer', first));
  }

  #shown(half: Half, role: LinkSide, first: ConnectionCode | null): ShownCode {
    const { community, now } = this.#options;
    const { description } = half;
    const answers = first && codeNameOf(first);
    const code = { community: shortOf(community), made: now(), answers, description };
    let isLinked = false;
    const linked = this.#link(half, role);
    void linked.then(({ ok: is }) => (isLinked = is));
    return {
      text: writeConnectionCode(code),
      linked,
      cancel: () => {
        if (!isLinked) half.close();
      },
    };
  }

  async #link(half: Half, role: LinkSide): Promise<Result<Link, PairingFailed>> {
    const channel = await half.channel;
    if (channel === null) return err({ type: 'NoConnection' });
    const linked = await this.#options.mesh.connectChannel(channel, role);
    // The connection goes when the link does; until then it is held here.
    if (linked.ok) void linked.value.ended.then(() => half.close());
    else half.close();
    return linked;
  }
}
