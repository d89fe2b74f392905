/**
 * What goes wrong with a phone, done to a real page: its storage fills up, goes silent,
 * is cleared or damaged; its tab dies or freezes. Each as near to the browser's own way
 * of failing as the debugger lets us come.
 */
import { expect } from '@playwright/test';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

const debuggerOf = (page: Page): Promise<CDPSession> =>
  page.context().newCDPSession(page);

/** The tab's process is gone in this moment, as when the phone kills it. */
export async function crash(page: Page): Promise<void> {
  const session = await debuggerOf(page);
  const gone = page.waitForEvent('crash');
  // A page that has crashed answers nothing.
  session.send('Page.crash').catch(() => undefined);
  await gone;
  await page.close();
}

/**
 * Another tab of the same phone at the app's address, without the app in it: what the
 * service worker would answer with is not asked for.
 */
export async function emptyTab(
  context: BrowserContext,
  address: string,
): Promise<Page> {
  const page = await context.newPage();
  const session = await debuggerOf(page);
  await session.send('Network.enable');
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  // A page that names no icon is asked for one, and there is none.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(new URL('/robots.txt', address).href);
  return page;
}

/** From now on there is no room on this disk, until there is again. */
export async function fillDisk(page: Page): Promise<void> {
  const session = await debuggerOf(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // Chromium remembers for half a minute how much room there was: where something was
  // written just now, it takes as long until there is none.
  await expect
    .poll(() => page.evaluate(tryToWrite), { intervals: [1_000] })
    .toBe('refused');
}

export async function freeDisk(page: Page): Promise<void> {
  const session = await debuggerOf(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin });
}

/** Runs in the page. */
function tryToWrite(): Promise<'written' | 'refused'> {
  return new Promise((resolve) => {
    const asked = indexedDB.open('a try');
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('rows', { autoIncrement: true }).add('a row');
    };
    const end = (outcome: 'written' | 'refused') => () => {
      if (asked.readyState === 'done' && !asked.error) asked.result.close();
      indexedDB.deleteDatabase('a try').onsuccess = () => resolve(outcome);
    };
    asked.onsuccess = end('written');
    asked.onerror = end('refused');
  });
}

/** What "clear site data" does, with the page open. */
export async function clearSiteData(page: Page): Promise<void> {
  const session = await debuggerOf(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
}

export async function freeze(page: Page, state: 'frozen' | 'active'): Promise<void> {
  const session = await debuggerOf(page);
  await session.send('Page.setWebLifecycleState', { state });
}

/** Another page of the app's origin deletes the databases whose names end so. */
export async function deleteDatabases(page: Page, ending: string): Promise<void> {
  const other = await emptyTab(page.context(), page.url());
  await other.evaluate(async (end) => {
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.endsWith(end)) continue;
      await new Promise((resolve, reject) => {
        const asked = indexedDB.deleteDatabase(name);
        asked.onsuccess = resolve;
        asked.onerror = () => reject(new Error(`${name} was not deleted`));
      });
    }
  }, ending);
  await other.close();
}

/**
 * From the next load on, this page can lose its storage: `silence` cuts every connection
 * and lets none be opened until `speak`; after `fill` no transaction commits until `free`,
 * as on a full disk. (Chromium's own quota only holds where nothing was written before:
 * see `fillDisk`.)
 */
export async function makeStorageMortal(page: Page): Promise<{
  silence: () => Promise<void>;
  speak: () => Promise<void>;
  fill: () => Promise<void>;
  free: () => Promise<void>;
}> {
  await page.addInitScript(() => {
    const open = new Set<IDBDatabase>();
    let isSilent = false;
    const { prototype } = IDBFactory;
    const really: IDBFactory['open'] = Reflect.get(prototype, 'open');
    prototype.open = function (this: IDBFactory, ...asked) {
      if (isSilent) throw new DOMException('The disk does not answer', 'UnknownError');
      const request = really.apply(this, asked);
      request.addEventListener('success', () => open.add(request.result));
      return request;
    };
    let isFull = false;
    const rows = IDBObjectStore.prototype;
    for (const name of ['add', 'put'] as const) {
      const write: IDBObjectStore['put'] = Reflect.get(rows, name);
      rows[name] = function (this: IDBObjectStore, ...asked) {
        const request = write.apply(this, asked);
        if (!isFull) return request;
        const { transaction } = this;
        const error = new DOMException('no room', 'QuotaExceededError');
        const value = { value: error, configurable: true };
        Object.defineProperty(transaction, 'error', value);
        request.addEventListener('success', () => transaction.abort());
        return request;
      };
    }
    Object.assign(window, {
      setStorageFull: (full: boolean) => (isFull = full),
      silenceStorage() {
        isSilent = true;
        for (const database of open) {
          database.close();
          database.dispatchEvent(new Event('close'));
        }
        open.clear();
      },
      letStorageSpeak: () => (isSilent = false),
    });
  });
  return {
    silence: () => page.evaluate('silenceStorage()'),
    speak: () => page.evaluate('letStorageSpeak()'),
    fill: () => page.evaluate('setStorageFull(true)'),
    free: () => page.evaluate('setStorageFull(false)'),
  };
}

/** Works on the rows of one database, behind the app's back; the app must be closed. */
export async function tamper(
  page: Page,
  database: string,
  store: string,
  how: 'flip a byte' | 'lose the last row' | 'empty the keys',
): Promise<void> {
  await page.evaluate(
    async ([ending, rows, act]) => {
      const names = (await indexedDB.databases()).map(({ name = '' }) => name);
      const name = names.find((each) => each.endsWith(ending));
      if (name === undefined) throw new Error(`no database ends with ${ending}`);
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error(`${name} does not open`));
      });
      const transaction = opened.transaction(rows, 'readwrite');
      const done = new Promise((resolve) => (transaction.oncomplete = resolve));
      const cursor = transaction.objectStore(rows).openCursor(null, 'prev');
      cursor.onsuccess = () => {
        const row = cursor.result;
        if (!row) return;
        if (act === 'lose the last row') row.delete();
        if (act === 'empty the keys') {
          row.update(null);
          row.continue();
        }
        if (act === 'flip a byte') {
          const bytes = (row.value as Uint8Array).slice();
          const middle = bytes.length >> 1;
          bytes[middle] = (bytes[middle] ?? 0) ^ 1;
          row.update(bytes);
        }
      };
      await done;
      opened.close();
    },
    [database, store, how] as const,
  );
}
