/**
 * Parcels: pages that somebody packed, carried by hand (mesh/M9). What is in one is as old as
 * its packing; it is opened at any later time, by anybody, in any order, more than once,
 * also when its packer is long gone or switched off.
 */
import { bodyHashAt, encodeTravelling, positionsNamedBy } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { pageOf } from '@manyhands/replica';
import type { Ask, Replica } from '@manyhands/replica';
import type { Chance } from '../chance.ts';
import type { SimPhone } from './phone.ts';
import type { World } from './world.ts';

interface Parcel {
  readonly by: SimPhone;
  readonly pages: readonly Uint8Array[];
}

/** As many as lie about at a time. */
const kept = 12;

export class SimParcels {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #parcels: Parcel[] = [];
  /** How many were opened. */
  opened = 0;

  constructor(world: World) {
    this.#world = world;
    this.#chance = world.chance.branch('parcels');
  }

  /** Somebody packs one, or opens one that lies about. */
  turn(): void {
    const chance = this.#chance;
    if (!chance.percent(25)) return;
    // Whoever holds pages can pack them: also a rogue, or somebody's thief.
    const up = this.#world.phones.filter(({ isUp }) => isUp);
    const phone = chance.pick(up);
    if (phone === undefined) return;
    if (this.#parcels.length === 0 || chance.percent(35)) {
      const since = chance.percent(50) ? chance.pick(up) : undefined;
      this.#keep(phone, since);
    } else {
      const parcel = chance.pick(this.#parcels);
      if (parcel !== undefined) this.#open(parcel, phone, chance.percent(30));
    }
  }

  /** Somebody of each half of a split world carries all that they have to the other. */
  cross(): void {
    const up = this.#world.honestPhones().filter(({ isUp }) => isUp);
    const one = this.#chance.pick(up);
    const apart = up.filter(({ name }) => one && this.#world.isApart(one.name, name));
    const other = this.#chance.pick(apart);
    if (one === undefined || other === undefined) return;
    this.#carry(one, other);
    this.#carry(other, one);
  }

  #carry(from: SimPhone, to: SimPhone): void {
    if (from.running === null) return;
    this.#open({ by: from, pages: packed(from.running.replica, null) }, to, false);
  }

  #keep(by: SimPhone, since: SimPhone | undefined): void {
    if (by.running === null) return;
    const pages = packed(by.running.replica, since?.running?.replica ?? null);
    this.#world.note(`${by.name} packs a parcel of ${pages.length} pages`);
    if (this.#parcels.length === kept)
      this.#parcels.splice(this.#chance.between(0, kept - 1), 1);
    this.#parcels.push({ by, pages });
  }

  #open({ by, pages }: Parcel, reader: SimPhone, isShuffled: boolean): void {
    this.#world.note(`${reader.name} opens a parcel of ${by.name}`);
    this.opened += 1;
    const inOrder = isShuffled ? this.#chance.shuffled(pages) : pages;
    this.#world.watch(this.#receive(by, inOrder, reader));
  }

  async #receive(
    by: SimPhone,
    pages: readonly Uint8Array[],
    reader: SimPhone,
  ): Promise<void> {
    const { running } = reader;
    if (running === null) return;
    const erased = this.#erasedIn(running.replica);
    for (const page of pages) {
      const { refused } = await running.replica.receive(page, { type: 'message' });
      if (running.life.isOver) return;
      if (refused !== null && by.soul.isHonest)
        this.#world.fail(`${reader.name} refused an honest parcel: ${refused.type}`);
    }
    const back = erased.find(
      (entry) =>
        running.replica.entry(entry.id) !== null &&
        this.#isErased(running.replica, entry),
    );
    if (back !== undefined && reader.soul.isHonest)
      this.#world.fail(`a parcel brought back to ${reader.name} what was erased`);
  }

  /** By an erase that holds: what the parcel said may end its device below it (replica/H3). */
  #isErased(replica: Replica, erased: Entry): boolean {
    const { ledger } = replica;
    return [...this.#world.witness.honest.values()].some((erase) => {
      const { log, seq } = erase;
      const isHere = replica.entry(erase.id) !== null;
      if (!isHere || !ledger.hasStanding(log.member, log.device)) return false;
      if (seq >= (ledger.endOf(log) ?? Number.POSITIVE_INFINITY)) return false;
      return positionsNamedBy(erase).some(
        ({ logId, bodyHash }) =>
          logId === erased.logId && bodyHash === bodyHashAt(erased),
      );
    });
  }

  /** Entries that this replica knows only as tombstones. */
  #erasedIn(replica: Replica): Entry[] {
    return [...this.#world.witness.erased.values()].filter(
      ({ id, log, seq }) =>
        replica.entry(id) === null && replica.head(log).length > seq,
    );
  }
}

/** All that one holds and the other may lack: first what no run brings. */
function packed(from: Replica, other: Replica | null): Uint8Array[] {
  const pages = apartPages(from);
  const all = from.wireVector();
  let asks: Ask[] = other
    ? other.lacks(all)
    : all.map(({ log, length }) => ({ log, from: 0, max: length }));
  while (asks.length > 0) {
    const { page, rest } = from.page(asks, pageBytes);
    if (page === null) break;
    pages.push(page);
    asks = rest;
  }
  return pages;
}

/** Proofs of cuts, facts known from beyond them, and entries without their chain. */
function apartPages(replica: Replica): Uint8Array[] {
  const { forks } = replica;
  const alone = [
    ...[...forks.toRepeat()].map(({ entry }) => entry),
    ...replica.detached(),
  ];
  const evidence = [...forks.evidence(), ...alone.map(encodeTravelling)];
  const pages: Uint8Array[] = [];
  for (let at = 0; at < evidence.length; at += perPage)
    pages.push(pageOf(evidence.slice(at, at + perPage)));
  return pages;
}

/** Of any length they fit. */
const perPage = 60;
/** Small ones, so that there are several, which can come in any order. */
const pageBytes = 6_000;
