import type { CommunityId, EntryId, MemberId, PartyId, Result } from '@manyhands/base';
import type { Place } from '../opened/index.ts';
import { codesAbout, myCard } from './shownCodes.ts';
import type { Hour } from './hour.ts';
import { openMessage } from './message.ts';
import type { MessageRefused } from './message.ts';
import { messageAbout } from './messageAbout.ts';
import { takeIn } from './takeIn.ts';
import type { MessageCard, TakeInRefused } from './takeIn.ts';

/** What it has to know of a community, and to tell it. */
interface Here {
  readonly place: Place;
  readonly membership: { readonly community: CommunityId };
  readonly hours: readonly Hour[];
  hour(proposal: EntryId, party: PartyId): Hour | null;
  /** The hour whose halves have just met. */
  justMet: EntryId | null;
}

/** What goes from phone to phone by code or message, with no link between them. */
export class FaceToFace {
  readonly #here: Here;
  /** Whose code this phone has scanned since it was opened: they stand beside me. */
  readonly beside = new Set<MemberId>();

  constructor(here: Here) {
    this.#here = here;
  }

  /**
   * Lets a message's page through the gate, and says what it is about. Whose halves meet
   * by it has not seen them meet.
   */
  async takeIn(page: Uint8Array): Promise<Result<MessageCard, TakeInRefused>> {
    const here = this.#here;
    const hadMet = new Set(
      here.hours.flatMap(({ stage, transfer }) =>
        stage === 'met' ? [transfer.proposal] : [],
      ),
    );
    const card = await takeIn(here.place, page);
    if (card.ok && card.value.about === 'hour') {
      const { proposal, party } = card.value;
      const isNew = !hadMet.has(proposal);
      if (isNew && here.hour(proposal, party)?.stage === 'met') here.justMet = proposal;
    }
    return card;
  }

  /** Reads a message of this community, and of no other. */
  async read(
    text: string,
  ): Promise<Result<MessageCard, MessageRefused | TakeInRefused>> {
    const { place, membership } = this.#here;
    const { community } = membership;
    const newest = place.secret();
    const all = [...(newest ? [newest] : []), ...(place.secretsBefore?.() ?? [])];
    const locks = all.map(({ secret }) => ({ community, secret }));
    const opened = await openMessage(text, locks);
    return opened.ok ? this.takeIn(opened.value.page) : opened;
  }

  /** The text after `#m/` that brings this hour to the other one. */
  messageAbout = ({ transfer }: Hour) => messageAbout(this.#here.place, transfer);
  /** The same as codes, for the other one who stands beside me. */
  codesAbout = ({ transfer }: Hour) => codesAbout(this.#here.place, transfer);
  /** Who I am, as codes, for a phone that has never heard of me. */
  myCard = () => myCard(this.#here.place);
}
