import { createMemoryKeyring } from '@manyhands/storage';
import type { Keyring } from '@manyhands/storage';
import { draw } from './draw.ts';
import App from '../app/App.svelte';
import '../face/base.css';
import { BrowserPlaces } from '../platform/browserPlaces.ts';
import { listOf, takePassedBy } from '../platform/keyringPlaces.ts';
import { joinMessagesWith } from '../platform/joinMessages.ts';
import { parcelsWith } from '../platform/parcels.ts';
import { checkArchive } from '../platform/archives.ts';
import { readAtLobby } from '../platform/readAtLobby.ts';
import { Phone } from '../phone/Phone.svelte.ts';
import type { Places } from '../phone/places.ts';
import { Router } from '../phone/Router.svelte.ts';

// Nobody listens there: whoever knocks waits.
const relay = 'ws://127.0.0.1:9/relay';

/**
 * The whole app on a phone of its own, opened at `hash`. Keys, disks and locks are the
 * browser's; two phones with one keyring are two tabs. For component tests.
 */
export async function openApp(
  hash: string,
  keyring: Keyring = createMemoryKeyring(),
): Promise<Doorstep> {
  location.hash = hash;
  const phone = new Phone(placesOf(keyring));
  await phone.load();
  const router = new Router();
  const screen = await draw(App, { phone }, { router });
  return { phone, router, screen, keyring };
}

export interface Doorstep {
  readonly phone: Phone;
  readonly router: Router;
  readonly screen: Awaited<ReturnType<typeof draw>>;
  readonly keyring: Keyring;
}

function placesOf(keyring: Keyring): Places {
  const places = new BrowserPlaces(keyring, relay);
  const parcels = () => Promise.resolve(parcelsWith(() => places.locks()));
  const joinMessages = () => Promise.resolve(joinMessagesWith(() => places.locks()));
  const readCharter: Places['readCharter'] = (...asked) => readAtLobby(relay, ...asked);
  const list = () => listOf(keyring);
  return Object.assign(places, {
    list,
    parcels,
    joinMessages,
    readCharter,
    takePassed: takePassedBy(relay),
    checkArchive,
  });
}
