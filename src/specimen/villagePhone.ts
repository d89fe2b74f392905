import { ok } from '@manyhands/base';
import { closedPlaces } from '../platform/keyringPlaces.ts';
import { Phone } from '../phone/Phone.svelte.ts';
import type { Community } from '../phone/Community.svelte.ts';
import type { Places } from '../phone/places.ts';

/** A phone that holds this one community, which is open, and can hold no other. */
export async function phoneWith(community: Community): Promise<Phone> {
  const places: Places = {
    ...closedPlaces({ type: 'NotHere' }),
    list: () => Promise.resolve(ok([community.membership])),
    open: () => Promise.resolve(ok(community.place)),
  };
  const phone = new Phone(places);
  await phone.load();
  await phone.open(community.address);
  return phone;
}
