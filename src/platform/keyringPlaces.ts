import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { Keyring, Vault } from '@manyhands/storage';
import type { Membership } from '@manyhands/community/opened';
import type { OpenRefused } from '../phone/openRefused.ts';
import type { Places } from '../phone/places.ts';
import { membershipOf } from './membershipOf.ts';

/**
 * What this browser keeps for one person. The list is there at once; ledger, document and
 * disk are loaded when a community is opened, founded or joined for the first time.
 */
export function keyringPlaces(
  keyring: Keyring,
  relay: string,
  vault: Vault | null,
): Places {
  const opener = loadOnce(keyring, relay, vault);
  return {
    list: () => listOf(keyring),
    open: async (...asked) => (await opener()).open(...asked),
    found: async (...asked) => (await opener()).found(...asked),
    readCharter: async (...asked) =>
      (await import('./readAtLobby.ts')).readAtLobby(relay, ...asked),
    join: async (...asked) => (await opener()).join(...asked),
    knock: async (...asked) => (await opener()).knock(...asked),
    knockAgain: async (...asked) => (await opener()).knockAgain(...asked),
    adopt: async (...asked) => (await opener()).adopt(...asked),
    comeBackBy: async (...asked) => (await opener()).comeBackBy(...asked),
    takePassed: takePassedBy(relay),
    demo: async (...asked) => (await opener()).demo(...asked),
    checkArchive,
    restore: async (...asked) => (await opener()).restore(...asked),
    lookBack: async (...asked) => (await opener()).lookBack(...asked),
    lookHere: async (...asked) => (await opener()).lookHere(...asked),
    comeBack: async (...asked) => (await opener()).comeBack(...asked),
    forget: async (...asked) => (await opener()).forget(...asked),
    locks: async () => (await opener()).locks(),
    parcels: () => parcelsOf(async () => (await opener()).locks()),
    joinMessages: () => joinMessagesOf(async () => (await opener()).locks()),
  };
}

/** What can be opened, and after it what has lost its keys: it is named all the same. */
export async function listOf(
  keyring: Keyring,
): Promise<Result<Membership[], OpenRefused>> {
  const [whole, bare] = [await keyring.list(), await keyring.keyless()];
  if (!whole.ok) return whole;
  const lost = (bare.ok ? bare.value : []).map((row) => ({
    ...membershipOf(row),
    hasLostKeys: true,
  }));
  return ok([...whole.value.map(membershipOf), ...lost]);
}

const checkArchive: Places['checkArchive'] = async (...asked) =>
  (await import('./archives.ts')).checkArchive(...asked);

/** The link that waits under a code, by the relay beside this app. */
export const takePassedBy =
  (relay: string): Places['takePassed'] =>
  async (code) => {
    const { takePassed } = await import('@manyhands/mesh');
    return takePassed(code, { relays: [relay] }).done;
  };

const parcelsOf = async (locks: Places['locks']) =>
  (await import('./parcels.ts')).parcelsWith(locks);

const joinMessagesOf = async (locks: Places['locks']) =>
  (await import('./joinMessages.ts')).joinMessagesWith(locks);

function loadOnce(keyring: Keyring, relay: string, vault: Vault | null) {
  const load = async () => {
    const { BrowserPlaces } = await import('./browserPlaces.ts');
    return new BrowserPlaces(keyring, relay, vault);
  };
  let loaded: ReturnType<typeof load> | null = null;
  return () => (loaded ??= load());
}

/** A browser that keeps nothing: every wish is answered with the reason. */
export function closedPlaces(why: OpenRefused): Places {
  const refuse = () => Promise.resolve(err(why));
  return {
    list: refuse,
    open: refuse,
    found: refuse,
    readCharter: () => Promise.resolve(null),
    join: refuse,
    knock: refuse,
    knockAgain: refuse,
    adopt: refuse,
    comeBackBy: refuse,
    takePassed: () => Promise.resolve(err({ type: 'NoRelay' })),
    demo: refuse,
    checkArchive,
    restore: refuse,
    lookBack: refuse,
    lookHere: refuse,
    comeBack: refuse,
    forget: refuse,
    locks: () => Promise.resolve([]),
    parcels: () => parcelsOf(() => Promise.resolve([])),
    joinMessages: () => joinMessagesOf(() => Promise.resolve([])),
  };
}
