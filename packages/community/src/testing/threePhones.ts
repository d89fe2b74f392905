import { assert } from '@manyhands/base';
import type { Day, MemberId } from '@manyhands/base';
import type { ListingTerms, PostedListing } from '@manyhands/ledger';
import { TestCommunity, createCast } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { blankListing, postListing } from '../board/listings.ts';
import { sign } from '../hours/bySigning.ts';
import { handOversForMe } from '../things/handingOver.ts';
import { silentPhone } from './silentPhone.ts';
import type { SilentPhone } from './silentPhone.ts';

/** Ana, Biel and Carme with a phone each, in a community that Didac founded. */
export interface ThreePhones {
  readonly anas: SilentPhone;
  readonly biels: SilentPhone;
  readonly carmes: SilentPhone;
  /** On all three. */
  readonly clock: { day: number };
  /** All that anybody has written is heard by everybody. */
  meet(): Promise<void>;
  /** Pins a thing to the board, and everybody hears of it. */
  post(
    owner: SilentPhone,
    manner: ListingTerms['manner'],
    title?: string,
  ): Promise<PostedListing>;
  /** The one who is asked says yes, and everybody hears of it. */
  sayYes(who: SilentPhone): Promise<void>;
}

export const memberOn = ({ place }: SilentPhone): MemberId => place.membership.member;

export async function threePhones(): Promise<ThreePhones> {
  const [ana, biel, carme, didac] = await createCast();
  const community = await TestCommunity.of(didac, [ana, biel, carme]);
  const clock = { day: 20_140 };
  const phone = async (person: CastMember) => {
    const made = await silentPhone(person, community);
    return { ...made, place: { ...made.place, today: () => clock.day as Day } };
  };
  const [anas, biels, carmes] = [
    await phone(ana),
    await phone(biel),
    await phone(carme),
  ] as const;
  const meet = () => hearAll([anas, biels, carmes]);
  return {
    anas,
    biels,
    carmes,
    clock,
    meet,
    async post(owner, manner, title = 'A pram') {
      const blank = blankListing('thing', owner.place.today());
      const terms = { ...blank.terms, manner };
      const posted = await postListing(owner.place, { ...blank, title, terms });
      assert(posted.ok, 'memory has room');
      await meet();
      const found = owner.place.replica.board.listing(memberOn(owner), posted.value);
      assert(found, 'it is posted');
      return found;
    },
    async sayYes({ place }) {
      await meet();
      const [open] = handOversForMe(place);
      assert(open, 'something waits for a yes');
      assert((await sign(place, open.handing.content)).ok, 'memory has room');
      await meet();
    },
  };
}

async function hearAll(phones: readonly SilentPhone[]): Promise<void> {
  for (const from of phones) {
    const { replica, membership } = from.place;
    const asks = replica
      .wireVector()
      .map(({ log, length }) => ({ log, from: 0, max: length }));
    const { page } = replica.page(asks);
    assert(page, 'something is written');
    const source = { type: 'device', device: membership.device } as const;
    for (const to of phones) {
      if (to === from) continue;
      const { refused } = await to.place.replica.receive(page, source);
      assert(refused === null, 'honest phones are heard');
    }
  }
}
