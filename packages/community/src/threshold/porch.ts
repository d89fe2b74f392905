import { err, ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import { admitMember } from '@manyhands/ledger';
import type { KnockRequest } from '@manyhands/ledger';
import type { AppendRefused, Notes, Replica, Writer } from '@manyhands/replica';
import { considerKnock, isHung } from '@manyhands/door';
import type { JoinRefusal } from '@manyhands/door';

/** What of an open place the porch looks at. */
interface AskedPlace {
  readonly replica: Replica;
  readonly notes: Notes;
  readonly membership: { readonly member: MemberId };
}

/** And what it writes with. */
interface WritingPlace {
  readonly replica: Replica;
  readonly writer: Writer;
  readonly membership: { readonly member: MemberId };
}

export type PorchAnswer = Result<void, { readonly type: JoinRefusal | 'Busy' }>;
export type GreetRefused = { readonly type: 'NotAMember' } | AppendRefused;

interface Waiting {
  readonly request: KnockRequest;
  readonly reply: (answer: PorchAnswer) => void;
}

/** Whoever has not been answered by then may have gone; if not, they knock again. */
const waitingMs = 10 * 60_000;
/** So many who were told "not now" are remembered: they are not shown a second time. */
const passedOverAtMost = 256;

/**
 * Where those who have read a poster wait for a member to greet them. What they say of
 * themselves is hearsay, and nothing happens before somebody has said yes. Each is shown
 * once: after "not now" another member may still greet them. It holds as many as the
 * mesh asks about at once.
 */
export class Porch {
  readonly #onchange: () => void;
  readonly #after: (ms: number, call: () => void) => unknown;
  readonly #waiting = new Map<MemberId, Waiting>();
  readonly #passedOver = new Set<MemberId>();

  constructor(
    onchange: () => void,
    after: (ms: number, call: () => void) => unknown = (ms, call) =>
      setTimeout(call, ms),
  ) {
    this.#onchange = onchange;
    this.#after = after;
  }

  /** Who waits, the first who came first. */
  get waiting(): readonly KnockRequest[] {
    return [...this.#waiting.values()].map(({ request }) => request);
  }

  /** The mesh asks; its signatures were checked there. */
  ask(place: AskedPlace, request: KnockRequest): Promise<PorchAnswer> {
    const { member, posterPub } = request;
    const { replica, membership } = place;
    // Whoever has left greets nobody: another phone in the lobby does.
    if (replica.ledger.member(membership.member)?.left === true) {
      return Promise.resolve(err({ type: 'Busy' }));
    }
    if (replica.ledger.isEverMember(member) || !isHung(replica, posterPub)) {
      return considerKnock(place, request);
    }
    if (this.#passedOver.has(member)) return Promise.resolve(err({ type: 'Busy' }));
    return new Promise((reply) => {
      this.#end(member, err({ type: 'Busy' }));
      this.#waiting.set(member, { request, reply });
      this.#after(waitingMs, () => {
        if (this.#waiting.get(member)?.reply === reply) {
          this.#end(member, err({ type: 'Busy' }));
        }
      });
      this.#onchange();
    });
  }

  /** "Let in": writes the entry that makes them a member. */
  async greet(
    { replica, writer, membership }: WritingPlace,
    member: MemberId,
  ): Promise<Result<void, GreetRefused>> {
    const request = this.#waiting.get(member)?.request;
    if (!request) return ok(undefined); // somebody was quicker
    const join = { ...request, type: 'join', invitePub: request.posterPub } as const;
    const content = admitMember(replica.ledger, membership.member, join);
    if (!content.ok && content.error.type === 'NotAMember') {
      return err({ type: 'NotAMember' });
    }
    // Whoever said yes before, or on another phone of ours, has done it.
    if (!content.ok) {
      this.#end(member, ok(undefined));
      return ok(undefined);
    }
    const admitted = await writer.append('ledger', content.value);
    if (!admitted.ok) return admitted;
    this.#end(member, ok(undefined));
    return ok(undefined);
  }

  /** "Not now": they are not shown here again, and hear nothing of it. */
  passOver(member: MemberId): void {
    this.#passedOver.add(member);
    const [oldest] = this.#passedOver;
    if (this.#passedOver.size > passedOverAtMost && oldest !== undefined) {
      this.#passedOver.delete(oldest);
    }
    this.#end(member, err({ type: 'Busy' }));
  }

  /** Lets go of whoever is in by now, and of those whose poster was taken down. */
  look(replica: Pick<Replica, 'ledger' | 'board'>): void {
    for (const [member, { request }] of [...this.#waiting]) {
      if (replica.ledger.isEverMember(member)) this.#end(member, ok(undefined));
      else if (!isHung(replica, request.posterPub)) {
        this.#end(member, err({ type: 'InviteClosed' }));
      }
    }
  }

  close(): void {
    for (const member of [...this.#waiting.keys()])
      this.#end(member, err({ type: 'Busy' }));
  }

  #end(member: MemberId, answer: PorchAnswer): void {
    const waiting = this.#waiting.get(member);
    if (!waiting) return;
    this.#waiting.delete(member);
    waiting.reply(answer);
    this.#onchange();
  }
}
