/**
 * Somebody in between, who passes on what honest people wrote with their own signatures
 * spoilt, where a later one covers them. No id shows it, and nobody is to blame.
 */
import type { EntryId } from '@manyhands/base';
import { decode } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { encodePage, readPage } from '@manyhands/replica';
import type { Replica, Run, RunItem } from '@manyhands/replica';
import type { Chance } from '../../chance.ts';
import type { SimPhone } from '../phone.ts';
import { honestPhones } from '../agreement.ts';
import { isObservedSigned } from '../observed.ts';
import type { World } from '../world.ts';
import type { Offender } from './kinds.ts';

/** Numbers of acts of a ledger, and of all but erases of a board: covered by others. */
const isCovered = (type: Value | undefined): boolean =>
  typeof type === 'number' &&
  ((type >= 9 && type <= 13) ||
    type === 3 ||
    type === 4 ||
    (type >= 64 && type !== 69));

export class Spoiler implements Offender {
  readonly #world: World;
  readonly #chance: Chance;
  /** Who was given a spoilt copy. */
  readonly #victims = new Set<SimPhone>();
  /** What was looked at, and is well signed. */
  readonly #isGood = new Map<Replica, Set<EntryId>>();
  /** Of what somebody is asked for, what somebody had well signed. */
  readonly #left = new Set<EntryId>();

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
  }

  turn(): void {
    if (!this.#chance.percent(50)) return;
    const up = this.#world.honestPhones().filter(({ isUp }) => isUp);
    for (const victim of this.#chance.shuffled(up)) {
      const from = this.#chance.pick(up.filter((each) => each !== victim));
      if (from !== undefined && this.#spoil(from, victim)) return;
    }
  }

  leave(): void {
    // Nothing of it stays but what it spoilt.
  }

  judge(): void {
    // What is owed comes, or the world does not heal.
  }

  /**
   * Whoever is asked for a yes can give it: once they look, the good copy comes, from whoever
   * has it, or had it when the world began to heal (T15). What is not asked of anybody may stay
   * as it is; and a parcel answers no question. Whom the members let go nobody answers.
   */
  owed(): string | null {
    if (this.#world.isSplit) return null;
    const { lettingGo } = this.#world.trouble;
    const heard = new Set(
      lettingGo ? honestPhones(this.#world) : this.#world.honestPhones(),
    );
    const victims = [...this.#victims].filter((victim) => heard.has(victim));
    const asked = victims.flatMap(({ running, soul, isKeeper }) => {
      const { replica } = running ?? {};
      if (replica === undefined || isKeeper) return [];
      const all = replica.ledger
        .waitingFor(soul.member)
        .map(({ proposal }) => proposal);
      const honest = all.filter((id) => this.#world.witness.honest.has(id));
      return honest
        .filter((id) => this.#isLeft(id, heard))
        .map((id) => ({ replica, id }));
    });
    const bad = asked.find(
      ({ replica, id }) => this.#isGood.get(replica)?.has(id) !== true,
    );
    for (const { replica, id } of asked) this.#look(replica, id);
    return bad === undefined
      ? null
      : `nobody can say yes to ${bad.id}, which is honest`;
  }

  /**
   * Whether a phone that is heard has a good copy, or had one since this was first asked: but
   * where somebody may be let go, who had one may be nobody's neighbour any more.
   */
  #isLeft(id: EntryId, heard: ReadonlySet<SimPhone>): boolean {
    const isHeld = [...heard].some(({ running }) => {
      const copy = running?.replica.entry(id);
      return copy != null && isObservedSigned(copy);
    });
    if (isHeld) this.#left.add(id);
    return this.#world.trouble.lettingGo ? isHeld : this.#left.has(id);
  }

  #look(replica: Replica, id: EntryId): void {
    const good = this.#isGood.get(replica) ?? new Set<EntryId>();
    this.#isGood.set(replica, good);
    this.#world.watch(replica.isSigned(id).then((isGood) => isGood && good.add(id)));
  }

  /** What `victim` lacks and `from` has, spoilt. False where there is nothing of the kind. */
  #spoil(from: SimPhone, victim: SimPhone): boolean {
    const [ours, theirs] = [from.running?.replica, victim.running?.replica];
    if (ours === undefined || theirs === undefined) return false;
    const { page } = ours.page(theirs.lacks(ours.wireVector()));
    const read = page === null ? null : readPage(page);
    if (read?.ok !== true) return false;
    const runs = read.value.runs.map((run) => this.#spoilt(run));
    const isSpoilt = runs.some((run, i) => run !== read.value.runs[i]);
    if (!isSpoilt) return false;
    this.#world.note(`${victim.name} is given what ${from.name} wrote, spoilt`);
    this.#victims.add(victim);
    const { evidence } = read.value;
    const bytes = encodePage({ evidence, runs });
    this.#world.watch(theirs.receive(bytes, { type: 'message' }));
    return true;
  }

  /** All but the last, which covers what stands before it. */
  #spoilt(run: Run): Run {
    const items = run.items.map((item, i): RunItem => {
      const isLast = i === run.items.length - 1;
      if (isLast || !(item instanceof Uint8Array)) return item;
      if (!isCovered(typeOf(item))) return item;
      const spoilt = item.slice();
      if (this.#chance.percent(50)) spoilt.fill(0, -64);
      else spoilt[spoilt.length - 10] = (spoilt.at(-10) ?? 0) ^ 1;
      return spoilt;
    });
    const isSame = items.every((item, i) => item === run.items[i]);
    return isSame ? run : { ...run, items };
  }
}

/** The number that a stored entry begins with, if it is a list at all. */
function typeOf(stored: Uint8Array): Value | undefined {
  const said = decode(stored.subarray(0, -64), { bytes: 4_096, depth: 4 });
  const fields = said.ok ? said.value : null;
  return Array.isArray(fields) ? (fields as Value[])[0] : undefined;
}
