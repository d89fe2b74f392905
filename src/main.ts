/** The composition root: the only place that knows what everything is made of. */
import { mount } from 'svelte';
import App from './App.svelte';
import './face/base.css';
import { keyringPlaces } from './platform/keyringPlaces.ts';
import { registerServiceWorker } from './platform/serviceWorker.ts';
import { installTrustedTypes } from './platform/trustedTypes.ts';
import { Phone } from './state/Phone.svelte.ts';
import { Router } from './state/Router.svelte.ts';
import { languageFor, speak } from './words/words.ts';

installTrustedTypes();
const updates = registerServiceWorker();
speak(languageFor(navigator.languages), document.documentElement);

const target = document.getElementById('app');
if (!target) throw new Error('Bug: index.html has no #app');

/** The relay beside this app: others are looked for there, and at the charter's. */
const relay = new URL('/relay', location.href);
relay.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const phone = new Phone(await keyringPlaces(relay.href));
mount(App, { target, props: { phone, router: new Router(), updates } });
await phone.load();
