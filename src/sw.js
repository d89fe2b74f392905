/* The service worker: the app, kept whole on the device.

   - Installing fetches every built file, past the HTTP cache; half an app is no app.
   - A new version waits until the page asks for it (SKIP_WAITING): nobody's screen is
     swapped under their thumb, and two tabs never run two versions of one cache.
   - Every navigation is answered with index.html; what follows # stays in the browser.
   - A tap on what was said while nobody looked leads to the tab that is open, or opens one.
   - What another app hands over (share_target in the manifest) waits on this device until
     the page opens it, and goes to no server.
   - Anything that is not a built file of ours goes to the network untouched.

   VERSION and PRECACHE are put in front of this file by build/serviceWorker.ts. */
/* global PRECACHE, VERSION */
const PREFIX = 'manyhands-app-';
const CACHE = PREFIX + VERSION;

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(PRECACHE.map((url) => new Request(url, { cache: 'reload' })));
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

async function answer(request) {
  const cache = await caches.open(CACHE);
  const wanted = request.mode === 'navigate' ? './index.html' : request;
  // Hosts answer with Vary: Origin or Accept-Encoding, and module scripts, styles and
  // fonts ask with differing headers: without ignoreVary the cached copy is missed.
  const kept = await cache.match(wanted, { ignoreSearch: true, ignoreVary: true });
  return kept ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data === 'SKIP_WAITING') void self.skipWaiting();
});
/** A tab that is open goes to `hash`; else a new one does. */
async function lookAt(hash) {
  const open = await self.clients.matchAll({ type: 'window' });
  const [tab] = open;
  if (!tab) return self.clients.openWindow(`./${hash}`);
  await tab.focus();
  tab.postMessage({ type: 'LOOK_AT', hash });
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(lookAt(event.notification.data ?? ''));
});
/* Where it waits, and what asks for it, src/platform/handedOver.ts says too. */
const HANDED = 'manyhands-handed';
const HANDED_OVER = '/handed-over';

/** Keeps the first of what was handed over that is not empty, in place of any before. */
async function keepHanded(request) {
  await caches.delete(HANDED);
  // A form that cannot be read brings nothing; the page says what it can be given.
  const form = await request.formData().catch(() => new FormData());
  const given = [...form.getAll('parcel'), ...form.getAll('text')];
  const parcel = given.find((each) => (each.size ?? each.length) > 0);
  if (parcel !== undefined) {
    const cache = await caches.open(HANDED);
    await cache.put(HANDED_OVER, new Response(parcel));
  }
  return Response.redirect(new URL('/#/unpack', self.location.origin), 303);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === 'GET') event.respondWith(answer(request));
  else if (request.method === 'POST' && pathname === HANDED_OVER)
    event.respondWith(keepHanded(request));
});
