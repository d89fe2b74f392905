import type { Result } from '@manyhands/base';
import { checkDigits } from '@manyhands/door';
import type { JoinRefusal } from '@manyhands/door';
import { readCharter, readDeviceLink, readInvite, readPoster } from '@manyhands/ledger';
import type { Charter } from '@manyhands/ledger';
import type { Notes, Replica, StoreFault } from '@manyhands/replica';
import type { Membership } from '@manyhands/community/opened';
import {
  forgetKnock,
  forgetKnocking,
  keepKnock,
  keepToldCharter,
} from './placeNotes.ts';

export interface KnockingParts {
  readonly membership: Membership;
  readonly replica: Replica;
  readonly notes: Notes;
  /** The link this phone came with, while it is kept. */
  readonly knock: string | null;
  /** What it was told of the community since it knocked. */
  readonly told: Charter | null;
  readonly onchange: () => void;
}

/**
 * How this phone asks to be let in, as long as it has to: the link it came with, what it
 * was told meanwhile, and what somebody else's device answered.
 */
export class Knocking {
  readonly #parts: KnockingParts;
  #link: string | null;
  #told: Charter | null;
  #refusal: JoinRefusal | null = null;

  constructor(parts: KnockingParts) {
    this.#parts = parts;
    this.#link = parts.knock;
    this.#told = parts.told;
  }

  /** An invite, a poster, or the link of another device of its owner; null without one. */
  get link(): string | null {
    return this.#link;
  }

  get told(): Charter | null {
    return this.#told;
  }

  get refusal(): JoinRefusal | null {
    return this.#refusal;
  }

  get isByPoster(): boolean {
    return this.#link !== null && readPoster(this.#link).ok;
  }

  /** What this phone shows while it asks its owner's other one; null if it does not. */
  digits(): string | null {
    const link = this.#link === null ? null : readDeviceLink(this.#link);
    const { device } = this.#parts.membership;
    return link?.ok === true ? checkDigits(link.value, device) : null;
  }

  /** From now on this phone asks with this invite. */
  async with(invite: string): Promise<Result<void, StoreFault>> {
    const kept = await keepKnock(this.#parts.notes, invite);
    if (!kept.ok) return kept;
    this.#link = invite;
    this.#parts.onchange();
    return kept;
  }

  /** Takes what is told of the community while somebody is asked to greet this phone. */
  hearCharter(bytes: Uint8Array): void {
    const charter = readCharter(bytes);
    if (!charter.ok) return;
    if (this.#told === null) void keepToldCharter(this.#parts.notes, bytes);
    this.#told = charter.value;
    this.refuse(null);
  }

  /** What somebody else's device answered; null: it is heard again. */
  refuse(refusal: JoinRefusal | null): void {
    this.#refusal = refusal;
    this.#parts.onchange();
  }

  /** Whoever is in needs no invite and no poster. The link of a further device stays (openPlace). */
  putDown(hasSecret: boolean): void {
    const { membership, replica, notes } = this.#parts;
    if (this.#link === null || !hasSecret) return;
    if (!replica.ledger.isEverMember(membership.member)) return;
    const { isByPoster } = this;
    if (!isByPoster && !readInvite(this.#link).ok) return;
    this.#link = null;
    this.#told = null;
    void forgetKnock(notes);
    if (isByPoster) void forgetKnocking(notes);
  }
}
