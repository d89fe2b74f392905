import { err, ok } from '@manyhands/base';
import { Phone } from '../state/Phone.svelte.ts';
import type { Community } from '../state/Community.svelte.ts';
import type { Places } from '../state/places.ts';

/** A phone that holds this one community, which is open, and can hold no other. */
export async function phoneWith(community: Community): Promise<Phone> {
  const refuse = () => Promise.resolve(err({ type: 'NotHere' as const }));
  const places: Places = {
    list: () => Promise.resolve(ok([community.membership])),
    open: () => Promise.resolve(ok(community.place)),
    found: refuse,
    join: refuse,
    knockAgain: refuse,
    demo: refuse,
    checkArchive: () => Promise.resolve(err({ type: 'NotAnArchive' })),
    restore: refuse,
    locks: () => Promise.resolve([]),
  };
  const phone = new Phone(places);
  await phone.load();
  await phone.open(community.address);
  return phone;
}
