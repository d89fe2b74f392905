import type { Page } from '@playwright/test';

/**
 * Every byte and every text that the page's databases and its localStorage hold, keys of
 * rows too, as one string to look for words in: a byte is a character (latin-1).
 */
export function rawKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const inBytes = (bytes: Uint8Array): string => {
      let text = '';
      for (let at = 0; at < bytes.length; at += 8_192)
        text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
      return text;
    };
    const look = (value: unknown): void => {
      if (typeof value === 'string')
        found.push(value, inBytes(new TextEncoder().encode(value)));
      else if (ArrayBuffer.isView(value))
        found.push(
          inBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
        );
      else if (value instanceof ArrayBuffer) found.push(inBytes(new Uint8Array(value)));
      else if (typeof value === 'object' && value !== null)
        for (const part of Object.values(value)) look(part);
    };
    const answerOf = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error('the database does not answer'));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const opened = await answerOf(indexedDB.open(name));
      for (const store of opened.objectStoreNames) {
        const rows = opened.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          answerOf(rows.getAllKeys()),
          answerOf(rows.getAll() as IDBRequest<unknown[]>),
        ]);
        look(keys);
        look(values);
      }
      opened.close();
    }
    look(Object.entries(localStorage));
    return found.join('\n');
  });
}
