import { atRest } from './atRest.ts';

/**
 * The page's side of the service worker: registers it, says when a newer version of
 * the app waits, and switches to it when the person asks.
 *
 * It never reloads by itself. An update taken in the middle of an entry would throw
 * away what the person was writing.
 */
export interface AppUpdates {
  /** Calls `listener` once a newer version waits, at once if one waits already. */
  onReady(listener: () => void): void;
  /** Calls `listener` when another tab has switched: this one still runs the older code. */
  onTaken(listener: () => void): void;
  /** Switches to the waiting version and reloads this page when it has taken over. */
  take(): void;
}

/** Milliseconds that it may take until the first screen stands. */
const longestOpening = 5_000;

/**
 * Registers `/sw.js` and watches it, once the first screen stands: the whole app, which a
 * first worker fetches, is not to come before what is waited for.
 *
 * Null where there is none to register: no support, a page without a secure context,
 * or Vite's dev server, whose files change under the cache. The app works without it,
 * but not offline.
 */
export async function registerServiceWorker(): Promise<AppUpdates | null> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return null;
  await atRest(longestOpening);
  const container = navigator.serviceWorker;
  const registration = await container.register('/sw.js', { updateViaCache: 'none' });
  return watchUpdates(registration, container);
}

/** What `registerServiceWorker` watches with. */
export function watchUpdates(
  registration: ServiceWorkerRegistration,
  container: ServiceWorkerContainer,
): AppUpdates {
  const listeners: (() => void)[] = [];
  const taken: (() => void)[] = [];
  // The first worker of all takes over a page that it did not serve: no newer version.
  let isServed = container.controller !== null;
  let isTaking = false;
  container.addEventListener('controllerchange', () => {
    if (isTaking) location.reload();
    else if (isServed) for (const listener of taken) listener();
    isServed = true;
  });

  /**
   * What was installed where nothing was before. That is settled when the worker is found: WebKit
   * may tell of its installing only when it controls the page already.
   */
  const firsts = new WeakSet<ServiceWorker>();
  const isUpdate = (worker: ServiceWorker): boolean =>
    !firsts.has(worker) && worker !== registration.active;

  function follow(worker: ServiceWorker | null): void {
    if (worker === null) return;
    if (registration.active === null && container.controller === null)
      firsts.add(worker);
    worker.addEventListener('statechange', () => {
      if (worker.state !== 'installed' || !isUpdate(worker)) return;
      for (const listener of listeners) listener();
    });
  }
  follow(registration.installing ?? firstOf(registration));
  registration.addEventListener('updatefound', () => follow(registration.installing));

  return {
    onReady(listener) {
      listeners.push(listener);
      if (registration.waiting && isUpdate(registration.waiting)) listener();
    },
    onTaken: (listener) => void taken.push(listener),
    take() {
      isTaking = true;
      registration.waiting?.postMessage('SKIP_WAITING');
    },
  };
}

/** One that waits where nothing is active takes over in a moment: there was none before it. */
const firstOf = ({ active, waiting }: ServiceWorkerRegistration) =>
  active === null ? waiting : null;
