import type { Hex, MemberId } from '@manyhands/base';

interface Use {
  readonly member: MemberId;
  readonly by: MemberId;
}

/** Who was let in by which invite, so that apps can count its uses. No rule asks (findings/A8). */
export class Invites {
  readonly #uses = new Map<Hex, Use[]>();

  use(invitePub: Hex, member: MemberId, by: MemberId): void {
    const uses = this.#uses.get(invitePub) ?? [];
    uses.push({ member, by });
    this.#uses.set(invitePub, uses);
  }

  /** Whom those let in by it who may. */
  usesOf(invitePub: Hex, mayAdmit: (by: MemberId) => boolean): MemberId[] {
    const uses = this.#uses.get(invitePub) ?? [];
    const counted = uses.filter(({ by }) => mayAdmit(by));
    return [...new Set(counted.map(({ member }) => member))].sort();
  }
}
