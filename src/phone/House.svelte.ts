import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { whileAway } from './away.ts';
import type {
  PersonLock,
  EnterRefused,
  Home,
  Household,
  Housemate,
  LockKind,
  NewLock,
} from './household.ts';
import { Phone } from './Phone.svelte.ts';
import type { OpenRefused } from './openRefused.ts';

/** After so long out of sight a door that has a lock is shut. */
const awayMs = 5 * 60_000;

/**
 * Who uses this phone, and whose door is open. Where one person uses it and has no lock
 * there is no door to be seen: it opens by itself.
 */
export class House implements PersonLock {
  readonly #household: Household;
  #home: Home | null = null;
  /** Null until the list has been read. */
  people = $state.raw<readonly Housemate[] | null>(null);
  /** Why nobody's door can be opened. */
  refused = $state.raw<OpenRefused | null>(null);
  /** The phone as the person knows it whose door is open. */
  phone = $state.raw<Phone | null>(null);
  #who = $state.raw<string | null>(null);
  /** Whether a door that needs no word is being opened. */
  isOpening = $state(true);

  constructor(household: Household) {
    this.#household = household;
    whileAway(document, awayMs, () => {
      if (this.lock !== 'none') void this.shut();
    });
  }

  get mayHavePasskeys(): boolean {
    return this.#household.mayHavePasskeys;
  }

  hasPasskeys(): Promise<boolean> {
    return this.#household.hasPasskeys();
  }

  get lock(): LockKind {
    return this.who?.lock ?? 'none';
  }

  get isShared(): boolean {
    return (this.people?.length ?? 0) > 1;
  }

  get who(): Housemate | null {
    return this.people?.find(({ id }) => id === this.#who) ?? null;
  }

  async load(): Promise<void> {
    await this.#list();
    await this.#openTheObvious();
    this.isOpening = false;
  }

  /** Whoever was here before a reload, or lives alone, is not asked who they are. */
  async #openTheObvious(): Promise<void> {
    const [first, ...others] = this.people ?? [];
    const stayed = this.people?.find(({ id }) => id === readStay());
    const obvious = stayed ?? (others.length === 0 ? first : undefined);
    if (obvious?.lock === 'none') await this.enter(obvious.id);
  }

  /** Opens a door; with a PIN where that is its lock. */
  async enter(
    id: string,
    pin: string | null = null,
  ): Promise<Result<void, EnterRefused>> {
    const home = await this.#household.enter(id, pin);
    if (!home.ok) return home;
    await this.#show(id, home.value);
    return ok(undefined);
  }

  /** One more person, whose door stands open to begin with. */
  async welcome(): Promise<Result<void, EnterRefused>> {
    const added = await this.#household.add();
    if (!added.ok) return added;
    await this.shut();
    return this.enter(added.value.id);
  }

  /** Shuts the door that is open: what opened it is forgotten. */
  async shut(): Promise<void> {
    const { phone } = this;
    this.phone = null;
    this.#who = null;
    keepStay(null);
    await phone?.leave();
    this.#home?.shut();
    this.#home = null;
    await this.#list();
  }

  async relock(lock: NewLock): Promise<Result<readonly string[], EnterRefused>> {
    if (!this.#home) return err({ type: 'NotHere' });
    const locked = await this.#home.relock(lock);
    await this.#list();
    return locked;
  }

  /** Takes somebody off this phone. If it is who is here now, their door is shut first. */
  async remove(id: string): Promise<Result<void, OpenRefused>> {
    if (id === this.#who) await this.shut();
    const removed = await this.#household.remove(id);
    await this.#list();
    if (!this.phone) await this.#openTheObvious();
    return removed;
  }

  async #show(id: string, home: Home): Promise<void> {
    const phone = new Phone(home.places, this);
    this.#home = home;
    this.#who = id;
    this.phone = phone;
    keepStay(id);
    await phone.load();
  }

  async introduce(name: string, seed: Uint8Array | null): Promise<void> {
    if (this.who?.name === name) return;
    await this.#home?.introduce(name, seed);
    await this.#list();
  }

  async #list(): Promise<void> {
    const people = await this.#household.list();
    if (people.ok) this.people = people.value;
    else this.refused = people.error;
  }
}

const stayName = 'manyhands/who';

/** Who was here before this tab was loaded anew: without a lock they need not say so again. */
function readStay(): string | null {
  try {
    return sessionStorage.getItem(stayName);
  } catch {
    return null; // A browser that keeps nothing says so where it matters.
  }
}

function keepStay(id: string | null): void {
  try {
    if (id === null) sessionStorage.removeItem(stayName);
    else sessionStorage.setItem(stayName, id);
  } catch {
    return;
  }
}
