import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import { createVault, openKeyring, openPeople } from '@manyhands/storage';
import type { Keyring, People, PersonRow, Vault } from '@manyhands/storage';
import type {
  EnterRefused,
  Home,
  Household,
  Housemate,
  NewLock,
} from '../phone/household.ts';
import type { OpenRefused } from '../phone/openRefused.ts';
import { closedPlaces, keyringPlaces } from './keyringPlaces.ts';
import { mayHavePasskeys } from './mayHavePasskeys.ts';

/**
 * Everybody who uses this browser, each with a keyring of their own, and everything in it
 * sealed under 32 bytes of theirs. A lock wraps these bytes and nothing else: putting it
 * on, changing it or taking it off writes one row.
 */
export class BrowserHousehold implements Household {
  readonly mayHavePasskeys = mayHavePasskeys();
  readonly #relay: string;
  readonly #prefix: string;
  readonly #lockCode: typeof fetchLockCode;
  #people: People | null = null;

  /** For tests: `prefix`, whose people are not the browser's, and whence the code comes. */
  constructor(relay: string, prefix = 'manyhands', lockCode = fetchLockCode) {
    this.#relay = relay;
    this.#prefix = prefix;
    this.#lockCode = lockCode;
  }

  async hasPasskeys(): Promise<boolean> {
    return (await import('./passkey.ts')).hasPasskeys();
  }

  async list(): Promise<Result<Housemate[], OpenRefused>> {
    const rows = await this.#rows();
    if (!rows.ok) return rows;
    // It is here by the time a PIN is written; without it opening says what is missing.
    if (rows.value.some(isLocked)) void arrived(this.#lockCode);
    if (rows.value.length > 0) return ok(rows.value.map(housemateOf));
    const first = newPerson('');
    await this.#put(first); // Where that fails, whoever founds or joins is told why.
    return ok([housemateOf(first)]);
  }

  async add(): Promise<Result<Housemate, OpenRefused>> {
    const added = await this.#put(newPerson(toHex(randomBytes(8))));
    return added.ok ? ok(housemateOf(added.value)) : added;
  }

  async enter(id: string, pin: string | null): Promise<Result<Home, EnterRefused>> {
    const found = await this.#row(id);
    if (!found.ok) return id === '' ? ok(await this.#bareHome()) : found;
    const key = await this.#unlock(found.value, pin ?? '');
    if (!key.ok) return key;
    const vault = createVault(key.value);
    const keyring = await openKeyring(this.#keyringName(id), vault);
    const open = keyring.ok ? keyring.value : null;
    const places = keyring.ok
      ? keyringPlaces(keyring.value, this.#relay, vault)
      : closedPlaces(keyring.error);
    return ok({
      places,
      relock: (lock) => this.#relock(id, key.value, lock, open, vault),
      introduce: async (name, seed) => {
        const row = await this.#row(id);
        if (row.ok) await this.#put({ ...row.value, name, seed });
      },
      shut: () => {
        key.value.fill(0);
        open?.close();
      },
    });
  }

  /** On a disk that does not keep whose vault it is, nothing is put into one. */
  async #bareHome(): Promise<Home> {
    const keyring = await openKeyring(this.#keyringName(''));
    return {
      places: keyring.ok
        ? keyringPlaces(keyring.value, this.#relay, null)
        : closedPlaces(keyring.error),
      relock: () => Promise.resolve(err({ type: 'NotHere' })),
      introduce: () => Promise.resolve(),
      shut: () => keyring.ok && keyring.value.close(),
    };
  }

  async remove(id: string): Promise<Result<void, OpenRefused>> {
    // Without their vault all their memberships are keyless, and can be named.
    const keyring = await openKeyring(this.#keyringName(id));
    if (!keyring.ok) return keyring;
    const { forgetEverything } = await import('./forgetEverything.ts');
    const gone = await forgetEverything(keyring.value);
    keyring.value.close();
    if (!gone.ok) return gone;
    const people = await this.#open();
    return people.ok ? people.value.remove(id) : people;
  }

  /** The key of a vault. A wrong PIN is written down before anybody hears of it. */
  async #unlock(
    row: PersonRow,
    pin: string,
  ): Promise<Result<Uint8Array, EnterRefused>> {
    if (!isLocked(row)) return ok(row.vault);
    const code = await arrived(this.#lockCode);
    if (!code.ok) return code;
    const { unwrapVault, waitAfter } = code.value;
    const isPin = row.lock.type === 'pin';
    if (isPin && Date.now() < row.nextTryAt) {
      return err({ type: 'TooSoon', nextTryAt: row.nextTryAt });
    }
    const misses = row.misses + 1;
    const nextTryAt = Date.now() + waitAfter(misses);
    // Counted beforehand: whoever ends the app while it thinks has tried all the same.
    const counted = isPin ? await this.#put({ ...row, misses, nextTryAt }) : ok(row);
    if (!counted.ok) return counted;
    const unlocked = await unwrapVault(row, pin);
    if (unlocked === null) {
      return isPin
        ? err({ type: 'WrongPin', nextTryAt })
        : err({ type: 'PasskeyRefused' });
    }
    const { key, raised } = unlocked;
    if (isPin) await this.#put({ ...row, ...raised, misses: 0, nextTryAt: 0 });
    return ok(key);
  }

  async #relock(
    id: string,
    key: Uint8Array,
    lock: NewLock,
    keyring: Keyring | null,
    vault: Vault,
  ): Promise<Result<readonly string[], EnterRefused>> {
    if (keyring === null) return err({ type: 'NotHere' });
    const code = await arrived(this.#lockCode);
    if (!code.ok) return code;
    const sealing = await arrived(() => import('./sealEverything.ts'));
    if (!sealing.ok) return sealing;
    // First what the lock is to cover: a lock that is on covers it.
    const left = await sealing.value.sealEverything(keyring, vault);
    if (!left.ok) return left;
    const row = await this.#row(id);
    if (!row.ok) return row;
    const wrapped = await code.value.wrapVault(key, lock, row.value.name);
    if (wrapped === null) return err({ type: 'NoPasskey' });
    const put = await this.#put({ ...row.value, ...wrapped, misses: 0, nextTryAt: 0 });
    return put.ok ? left : put;
  }

  #keyringName(id: string): string {
    return id === '' ? `${this.#prefix}/keyring` : `${this.#prefix}/keyring/${id}`;
  }

  async #open(): Promise<Result<People, OpenRefused>> {
    if (this.#people) return ok(this.#people);
    const opened = await openPeople(`${this.#prefix}/people`);
    if (opened.ok) this.#people = opened.value;
    return opened;
  }

  async #rows(): Promise<Result<PersonRow[], OpenRefused>> {
    const people = await this.#open();
    return people.ok ? people.value.list() : people;
  }

  async #row(id: string): Promise<Result<PersonRow, OpenRefused>> {
    const rows = await this.#rows();
    if (!rows.ok) return rows;
    const row = rows.value.find((each) => each.id === id);
    return row ? ok(row) : err({ type: 'NotHere' });
  }

  async #put(row: PersonRow): Promise<Result<PersonRow, OpenRefused>> {
    const people = await this.#open();
    if (!people.ok) return people;
    const put = await people.value.put(row);
    return put.ok ? ok(row) : put;
  }
}

const isLocked = ({ lock }: PersonRow): boolean => lock.type !== 'none';

/** Most have no lock: an open door does not wait for the code of one. */
const fetchLockCode = () => import('./vaultLock.ts');

/** A phone that is offline may never have fetched a part of the app: then that is said. */
async function arrived<T>(
  fetching: () => Promise<T>,
): Promise<Result<T, EnterRefused>> {
  try {
    return ok(await fetching());
  } catch {
    return err({ type: 'PartMissing' });
  }
}

const newPerson = (id: string): PersonRow => ({
  id,
  name: '',
  seed: null,
  lock: { type: 'none' },
  vault: randomBytes(32),
  misses: 0,
  nextTryAt: 0,
  addedAt: Date.now(),
});

const housemateOf = ({ id, name, seed, lock }: PersonRow): Housemate => ({
  id,
  name,
  seed,
  lock: lock.type,
});
