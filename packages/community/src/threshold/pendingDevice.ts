import { err, ok } from '@manyhands/base';
import type { DeviceKey, MemberId, Result } from '@manyhands/base';
import { checkDigits } from '@manyhands/door';
import type { JoinRefusal } from '@manyhands/door';
import { addDevice } from '@manyhands/ledger';
import type { DeviceLink, DeviceRefused, DeviceRequest } from '@manyhands/ledger';
import type { AppendRefused, Replica, Writer } from '@manyhands/replica';

/** A link that this phone shows, for one more device of its member. */
export interface ShownLink {
  readonly link: DeviceLink;
  /** What follows `#d/`. */
  readonly text: string;
  readonly linkPub: string;
}

/** A device that has knocked with the link this phone shows, and waits for our word. */
export interface AskingDevice {
  readonly request: DeviceRequest;
  readonly digits: string;
}

/** What of an open place it writes with. */
interface WritingPlace {
  readonly replica: Replica;
  readonly writer: Writer;
  readonly membership: { readonly member: MemberId; readonly device: DeviceKey };
}

type Answer = Result<void, { readonly type: JoinRefusal | 'Busy' }>;

/**
 * The further device of one member that waits for its owner's word. Its request counts while
 * its link is shown, and waits until a person has said yes or no. One at a time: after either
 * the link opens nothing any more, so a second device with it is never asked about.
 */
export class PendingDevice {
  readonly #onchange: () => void;
  #shown: ShownLink | null = null;
  #asking: (AskingDevice & { readonly reply: (answer: Answer) => void }) | null = null;

  constructor(onchange: () => void) {
    this.#onchange = onchange;
  }

  /** Shows a link; whoever asked with the one before hears no. */
  show(link: ShownLink): void {
    this.hide();
    this.#shown = link;
  }

  hide(): void {
    this.#end(err({ type: 'InviteClosed' }));
  }

  get asking(): AskingDevice | null {
    return this.#asking;
  }

  /** The mesh asks; its signatures were checked there. */
  ask(request: DeviceRequest, me: MemberId): Promise<Answer> {
    const shown = this.#shown;
    if (shown?.linkPub !== request.linkPub || request.member !== me) {
      return Promise.resolve(err({ type: 'InviteUnknown' }));
    }
    if (this.#asking) return Promise.resolve(err({ type: 'Busy' }));
    const digits = checkDigits(shown.link, request.device);
    return new Promise((reply) => {
      this.#asking = { request, digits, reply };
      this.#onchange();
    });
  }

  /**
   * "Add this phone": writes the entry that makes it one of ours; with role 1 a keeper,
   * whose acts have no effect.
   */
  async sayYes(
    place: WritingPlace,
    role: 0 | 1 = 0,
  ): Promise<Result<DeviceKey, DeviceRefused | AppendRefused>> {
    const asking = this.#asking;
    if (!asking) return err({ type: 'NoSuchDevice' });
    const { device, box } = asking.request;
    const added = addDevice(place.replica.ledger, place.membership, {
      device,
      box,
      role,
    });
    if (!added.ok) return added;
    const written = await place.writer.append('ledger', added.value);
    if (!written.ok) return written;
    this.#end(ok(undefined));
    return ok(device);
  }

  #end(answer: Answer): void {
    const asking = this.#asking;
    this.#shown = null;
    this.#asking = null;
    asking?.reply(answer);
    if (asking) this.#onchange();
  }
}
