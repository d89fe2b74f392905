import { err, ok } from '@manyhands/base';
import { openKeyring } from '@manyhands/storage';
import type { Keyring } from '@manyhands/storage';
import type { OpenRefused, Places } from '../state/places.ts';
import { membershipOf } from './membershipOf.ts';

/**
 * What this browser keeps. The list is there at once; ledger, document and disk are
 * loaded when a community is opened, founded or joined for the first time.
 */
export async function keyringPlaces(relay: string): Promise<Places> {
  const keyring = await openKeyring();
  if (!keyring.ok) return closedPlaces(keyring.error);
  const opener = loadOnce(keyring.value, relay);
  return {
    async list() {
      const rows = await keyring.value.list();
      return rows.ok ? ok(rows.value.map(membershipOf)) : rows;
    },
    open: async (...asked) => (await opener()).open(...asked),
    found: async (...asked) => (await opener()).found(...asked),
    join: async (...asked) => (await opener()).join(...asked),
    knockAgain: async (...asked) => (await opener()).knockAgain(...asked),
    demo: async (...asked) => (await opener()).demo(...asked),
    checkArchive: async (...asked) => (await opener()).checkArchive(...asked),
    restore: async (...asked) => (await opener()).restore(...asked),
    locks: async () => (await opener()).locks(),
  };
}

function loadOnce(keyring: Keyring, relay: string) {
  const load = async () => {
    const { BrowserPlaces } = await import('./browserPlaces.ts');
    return new BrowserPlaces(keyring, relay);
  };
  let loaded: ReturnType<typeof load> | null = null;
  return () => (loaded ??= load());
}

/** A browser that keeps nothing: every wish is answered with the reason. */
function closedPlaces(why: OpenRefused): Places {
  const refuse = () => Promise.resolve(err(why));
  return {
    list: refuse,
    open: refuse,
    found: refuse,
    join: refuse,
    knockAgain: refuse,
    demo: refuse,
    checkArchive: async (...asked) =>
      (await import('./archives.ts')).checkArchive(...asked),
    restore: refuse,
    locks: () => Promise.resolve([]),
  };
}
