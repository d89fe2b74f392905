import { assert } from '@manyhands/base';
import type { CommunityId, MinuteOfTime } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import {
  bodyHashOf,
  encodeBody,
  entryIdOf,
  entryMessage,
  logIdOf,
  readEntry,
  zeroId,
} from '@manyhands/ledger';
import type { Entry, KnownContent, LogKind, LogName } from '@manyhands/ledger';
import type { Run } from '@manyhands/replica';
import type { CastMember } from './people.ts';

export interface BuildOptions {
  /** Whose key signs; null leaves 64 zero bytes in the signature's place. */
  readonly signer?: Signer | null;
  readonly time?: number;
}

/** What it takes to write a log: names, and a key that signs. */
export interface Hand {
  readonly member: CastMember['member'];
  readonly device: CastMember['device'];
  readonly signing: Signer;
}

/**
 * Writes one log by hand, without journal, gate or decisions, so that a test can also
 * write what nobody honest would (T2).
 */
export class LogBuilder {
  readonly log: LogName;
  readonly entries: Entry[];
  readonly #signer: Signer;

  constructor(
    community: CommunityId,
    kind: LogKind,
    hand: Hand,
    entries: Entry[] = [],
  ) {
    this.log = { community, kind, member: hand.member, device: hand.device };
    this.entries = entries;
    this.#signer = hand.signing;
  }

  async add(content: KnownContent, options: BuildOptions = {}): Promise<Entry> {
    const { time = this.entries.length } = options;
    const salt = this.log.kind === 'board' ? new Uint8Array(16) : undefined;
    const body = encodeBody(this.log.kind, time as MinuteOfTime, content, salt);
    return this.addBody(body, options);
  }

  async addBody(body: Uint8Array, { signer }: BuildOptions = {}): Promise<Entry> {
    const seq = this.entries.length;
    const prev = this.entries.at(-1)?.id ?? zeroId;
    const id = entryIdOf(logIdOf(this.log), seq, prev, bodyHashOf(body));
    const signature =
      signer === null
        ? new Uint8Array(64)
        : await (signer ?? this.#signer).sign(entryMessage(id));
    const entry = readEntry(this.log, seq, prev, concat(body, signature));
    assert(entry.ok, 'a built entry can be read');
    this.entries.push(entry.value);
    return entry.value;
  }

  /** The same log up to place `length`, to go on differently from there. */
  branch(hand: Hand, length: number): LogBuilder {
    const { community, kind } = this.log;
    return new LogBuilder(community, kind, hand, this.entries.slice(0, length));
  }

  run(from = 0, to = this.entries.length): Run {
    return runOf(this.entries.slice(from, to));
  }
}

/** Neighbouring entries of one log, as a page carries them. */
export function runOf(entries: readonly Entry[]): Run {
  const [first] = entries;
  assert(first, 'a run has an entry');
  const { kind, member, device } = first.log;
  const items = entries.map((entry) => entry.stored);
  return { kind, member, device, from: first.seq, prev: first.prev, items };
}
