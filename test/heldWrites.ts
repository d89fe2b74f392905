import type { Page } from '@playwright/test';

/**
 * From now on no write of this page reaches its disk: each stays under way for as long
 * as the page lives, and is gone with it, as when a phone dies in the middle of one.
 */
export async function holdWrites(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { prototype } = IDBDatabase;
    const begin = Reflect.get(prototype, 'transaction') as typeof beginHeld;
    function beginHeld(
      this: IDBDatabase,
      ...asked: Parameters<IDBDatabase['transaction']>
    ): IDBTransaction {
      const begun = begin.apply(this, asked);
      if (asked[1] === 'readwrite') keepBusy(begun);
      return begun;
    }
    prototype.transaction = beginHeld;
    /** A transaction ends when nothing is asked of it any more. */
    function keepBusy(begun: IDBTransaction): void {
      const store = begun.objectStore(begun.objectStoreNames[0] ?? '');
      const ask = (): void => {
        store.count().onsuccess = ask;
      };
      ask();
    }
  });
}
