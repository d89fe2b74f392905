/** The composition root: the only place that knows what everything is made of. */
import { mount } from 'svelte';
import './face/base.css';
import House from './app/House.svelte';
import { place } from './app/place.ts';
import Crashed from './screen/Crashed.svelte';
import { comesLater } from './screen/comesLater.ts';
import { BrowserHousehold } from './platform/browserHousehold.ts';
import { isFramed } from './platform/framed.ts';
import { listenForErrors } from './platform/unexpectedErrors.ts';
import { registerServiceWorker } from './platform/serviceWorker.ts';
import { installTrustedTypes } from './platform/trustedTypes.ts';
import { House as HouseState } from './phone/House.svelte.ts';
import { followLanguage, speakFirst } from './phone/language.ts';
import { Router } from './phone/Router.svelte.ts';
import { routerEntry } from './phone/routerContext.ts';
import { UnexpectedErrors } from './phone/UnexpectedErrors.svelte.ts';
import { keepFocus } from './ui/keepFocus.ts';
import { fetchLaterWords } from './words/words.ts';

const errors = new UnexpectedErrors();
listenForErrors(window, errors.hear);
installTrustedTypes();

const target = document.getElementById('app');
if (!target) throw new Error('Bug: index.html has no #app');

let isMounted = false;

/**
 * No await of the module itself: what comes later is built on the file of the first screen,
 * and a module that waits for words which wait for that module would wait for ever.
 */
async function begin(target: HTMLElement): Promise<void> {
  /** The relay beside this app: others are looked for there, and at the charter's. */
  const relay = new URL('/relay', location.href);
  relay.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const house = new HouseState(new BrowserHousehold(relay.href));
  const router = new Router();
  await speakFirst(navigator.languages);
  // To read what was fetched is one task, to draw another.
  await new Promise((resolve) => setTimeout(resolve));
  keepFocus(target);
  followLanguage(window);
  const updates = registerServiceWorker();
  const context = new Map([routerEntry(router)]);
  mount(House, { target, context, props: { house, updates, errors } });
  isMounted = true;
  const loaded = house.load();
  // It comes while the disk says who is here. Should it not, whoever waits for it says so.
  if ('place' in router.route)
    setTimeout(() => void comesLater(place).catch(() => null));
  await loaded;
}

/** In a frame nothing of anybody is opened: whatever is pressed there is somebody's bait. */
async function refuse(target: HTMLElement): Promise<void> {
  const [{ default: Framed }] = await Promise.all([
    import('./app/Framed.svelte'),
    speakFirst(navigator.languages).then(fetchLaterWords),
  ]);
  mount(Framed, { target, props: { address: location.href } });
}

/** Without what comes first there is no screen to go on with. */
function end(target: HTMLElement, error: unknown): void {
  errors.end(error);
  if (!isMounted) mount(Crashed, { target, props: { error } });
}

const begun = isFramed() ? refuse(target) : begin(target);
begun.catch((error: unknown) => end(target, error));
