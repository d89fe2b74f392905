import * as Y from 'yjs';

/** How many entries a document holds: every one is one tick of one client's clock. */
export function countEntries(doc: Y.Doc): number {
  let count = 0;
  for (const client of doc.store.clients.keys()) count += Y.getState(doc.store, client);
  return count;
}
