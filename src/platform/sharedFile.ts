/** What another app shared with this one, as the service worker keeps it (src/sw.js). */
const cacheName = 'manyhands-handed';
const place = '/handed-over';

/** Takes it out, so that it is opened once; null when nothing waits. */
export async function takeSharedFile(): Promise<Blob | null> {
  // A page without a secure context has no caches, and no worker that could fill one.
  if (!('caches' in globalThis) || !(await caches.has(cacheName))) return null;
  const kept = await (await caches.open(cacheName)).match(place);
  const parcel = kept === undefined ? null : await kept.blob();
  await caches.delete(cacheName);
  return parcel;
}
