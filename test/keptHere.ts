import type { Page } from '@playwright/test';

/** How many rows each store of each database holds, and what else a page could keep. */
export function keptHere(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const kept: Record<string, number> = { localStorage: localStorage.length };
    for (const { name = '' } of await indexedDB.databases()) {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error(`${name} does not open`));
      });
      kept[name] = 0;
      for (const store of opened.objectStoreNames) {
        kept[`${name} ${store}`] = await new Promise<number>((resolve, reject) => {
          const asked = opened.transaction(store).objectStore(store).count();
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(new Error(`${store} does not count`));
        });
      }
      opened.close();
    }
    return kept;
  });
}
