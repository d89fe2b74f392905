/**
 * Gatherings, played beside all else: people begin them, change them (also two at once), say that
 * they come or not, and give places. Whoever is not honest does the same about anybody's, in
 * numbers as they like. Drawn apart: a world without them is the same world step by step.
 */
import type { Day, MemberId } from '@manyhands/base';
import type { Gathering, GatheringName, KnownContent } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import type { Chance } from '../../chance.ts';
import type { SimPhone } from '../phone.ts';
import type { RoguePhone } from '../rogue.ts';
import type { World } from '../world.ts';
import { membersIn } from './drafts.ts';

const firstDay = 20_666 as Day;
const dates = [firstDay, (firstDay + 7) as Day] as const;
/** Of each founder two: many answers meet in few of them. */
const names = ['1a', '1b'].map((each) => each.repeat(16));
const highest = 2 ** 32 - 1;

interface At {
  readonly replica: Replica;
  readonly member: MemberId;
  readonly chance: Chance;
  readonly isHonest: boolean;
}

export class Gathered {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #rogue: RoguePhone | null;

  constructor(world: World, rogue: RoguePhone | null) {
    this.#world = world;
    this.#chance = world.chance.branch('gathered');
    this.#rogue = rogue;
  }

  turn(): void {
    if (!this.#chance.percent(85)) return;
    if (this.#rogue !== null && this.#chance.percent(20)) {
      this.#world.watch(this.#misuse(this.#rogue));
      return;
    }
    const phone = this.#chance.pick(this.#world.writers());
    if (phone !== undefined) this.#world.watch(this.#act(phone));
  }

  async #act(phone: SimPhone): Promise<void> {
    const replica = phone.running?.replica;
    if (replica === undefined) return;
    const { member } = phone.soul;
    const content = draft({ replica, member, chance: this.#chance, isHonest: true });
    this.#world.note(`${phone.name} (gathered): ${content?.type ?? 'nothing'}`);
    if (content === null) return;
    // What is said anew erases what was said, as the app does it; now and then it stays.
    const older = this.#chance.percent(30)
      ? replica.board
          .entriesOf(member)
          .filter((each) => saysTheSame(each.content, content))
      : [];
    await phone.sign('board', content);
    if (older.length > 0) await phone.erase(older);
  }

  async #misuse(by: RoguePhone): Promise<void> {
    const replica = by.phone.running?.replica;
    if (replica === undefined) return;
    const { member } = by.phone.soul;
    const content = draft({ replica, member, chance: this.#chance, isHonest: false });
    this.#world.note(
      `${by.phone.name} (gathered): ${content?.type ?? 'nothing'}, wrongly`,
    );
    if (content !== null) await by.board.add(content);
  }
}

function saysTheSame(a: KnownContent | { type: string }, b: KnownContent): boolean {
  if (a.type !== b.type || !('random' in a) || !('random' in b)) return false;
  const dateOf = (each: object) => ('date' in each ? each.date : undefined);
  return a.founder === b.founder && a.random === b.random && dateOf(a) === dateOf(b);
}

function draft(at: At): KnownContent | null {
  const { replica, member, chance, isHonest } = at;
  const known = replica.board.gatherings.all();
  const mine = known.filter(({ organisers }) => organisers.includes(member));
  const act = chance.weighted({
    begin: 15,
    change: 15,
    date: 15,
    answer: 40,
    seats: 15,
  });
  const some = chance.pick(isHonest && act !== 'answer' ? mine : known);
  if (act === 'begin' || some === undefined) return begun(at);
  const name = { founder: some.founder, random: some.gathering.random };
  const date = chance.pick(dates) ?? firstDay;
  const next = (rev: number): number =>
    isHonest ? Math.min(rev + 1, highest) : chance.between(0, 3) === 0 ? highest : rev;
  switch (act) {
    case 'change':
      return {
        ...some.gathering,
        title: `Walk ${chance.between(0, 99)}`,
        rev: next(some.gathering.rev),
        seats: chance.between(1, 3),
        organisers: membersIn(replica.ledger)
          .filter(() => chance.percent(30))
          .slice(0, 7)
          .sort(),
        isOff: chance.percent(10),
      };
    case 'date': {
      const moved = {
        day: (date + 1) as Day,
        minute: 660,
        length: 60,
        place: 'School',
      };
      const stands = replica.board.gatherings.dateOf(some.id, date)?.rev ?? -1;
      return {
        type: 'gathering.date',
        ...name,
        date,
        rev: next(Math.max(0, stands)),
        moved: chance.percent(50) ? moved : null,
        isOut: chance.percent(20),
        note: '',
      };
    }
    case 'answer': {
      const of = chance.percent(25) ? null : date;
      const { gatherings } = replica.board;
      const stands = gatherings.answerOf(some.id, of, member)?.answer.rev ?? -1;
      return {
        type: 'gathering.answer',
        ...name,
        date: of,
        rev: next(Math.max(0, stands)),
        says: chance.weighted({ yes: 70, maybe: 10, no: 20 }),
        guests: chance.between(0, 2),
        seen: '00'.repeat(16),
      };
    }
    case 'seats':
      return {
        type: 'gathering.seats',
        ...name,
        date,
        rev: next(replica.board.gatherings.listOf(some.id, date)?.rev ?? 0),
        given: chance
          .shuffled(membersIn(replica.ledger))
          .slice(0, 4)
          .map((each) => ({ member: each, places: chance.between(1, 3) })),
      };
  }
}

function begun({ member, chance }: At): Gathering {
  const name: GatheringName = { founder: member, random: chance.pick(names) ?? '' };
  return {
    type: 'gathering',
    ...name,
    rev: chance.between(0, 2),
    group: null,
    title: 'A walk to the mill',
    words: '',
    day: firstDay,
    minute: 600,
    length: 120,
    zone: 'Europe/Madrid',
    every: 'weekly',
    until: null,
    place: 'At the bridge',
    access: '',
    bring: '',
    seats: chance.between(1, 3),
    organisers: [],
    note: '',
    isOff: false,
  };
}

/** All that a board says of them: what phones that agree must say alike. */
export function gatheredIn({ board, ledger }: Replica): unknown[] {
  const here = new Set(membersIn(ledger));
  return board.gatherings
    .all()
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, entry, organisers }) => [
      id,
      entry.id,
      organisers,
      dates.map((date) => [
        board.gatherings.dateOf(id, date)?.entry?.id,
        board.gatherings.comingTo(id, date).map((each) => each.entry.id),
        board.gatherings.seatsOn(id, date, (each) => here.has(each)),
      ]),
    ]);
}
