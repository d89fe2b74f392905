import type { Chance } from '../chance.ts';
import { drawOffender, drawOffenderOfOurs, needsOurs } from './offenders/kinds.ts';
import type { OffenderKind } from './offenders/kinds.ts';
import type { SimReach } from './ways.ts';

/** What can go wrong in this world. Each seed draws its own mixture. */
export interface Trouble {
  readonly drops: boolean;
  readonly rifts: boolean;
  readonly crashes: boolean;
  readonly fullDisks: boolean;
  readonly unsureDisks: boolean;
  readonly rot: boolean;
  readonly backups: boolean;
  /** Whose phone was put back writes on before anybody could tell it so. */
  readonly hasty: boolean;
  readonly frozen: boolean;
  readonly clocks: boolean;
  readonly messages: boolean;
  readonly newcomers: boolean;
  readonly newPhones: boolean;
  readonly hostile: number;
  /** Whether the hostile stay, and go on, while the rest heals. */
  readonly stubborn: boolean;
  /** Somebody makes a kit, loses everything, and is brought back, or nearly. */
  readonly recoveries: boolean;
  /** Somebody keeps an always-on device of theirs, which now and then acts. */
  readonly keepers: boolean;
  /** Parcels are packed, and opened at any later time, anywhere, twice. */
  readonly parcels: boolean;
  /** In the end nothing but parcels goes between two halves. */
  readonly onlyParcels: boolean;
  /** How phones come to each other: see `ways.ts`. */
  readonly reach: SimReach;
  /** Who does harm in one particular way. */
  readonly offender: OffenderKind;
  /** Single entries are torn out of what somebody holds, and carried to anybody. */
  readonly scraps: boolean;
  /** Whoever says who they are also pins a card to the board, or changes theirs. */
  readonly cards: boolean;
  /** There are accounts, and it is decided together (`ours`). */
  readonly ours: boolean;
  /** What a few want is pushed through (`ours/pushedThrough.ts`): hours that do not stand, pauses. */
  readonly together: boolean;
  /** Several meet (`ours/gathered.ts`). */
  readonly gathered: boolean;
  /** Whom the members let go is refused, and the secret follows (`letGo.ts`). */
  readonly lettingGo: boolean;
}

/** What somebody asks of a world, whatever its seed draws. */
interface Asked {
  readonly offender?: OffenderKind;
  readonly isPlain?: boolean;
  readonly isCalm?: boolean;
  readonly isLone?: boolean;
}

/** `dice`: the world's own, which goes on from here. */
export function troubleIn(
  chance: Chance,
  dice: Chance,
  { offender: asked, isPlain = false, isCalm = false, isLone = false }: Asked,
): Trouble {
  // Drawn apart, so that it moves nothing in the worlds that were there before it; and
  // under a name that leaves those alone which are pinned for what they once found.
  const recoveries = chance.branch('recovery').percent(35);
  const trouble = { ...troubleOf(dice), ...laterTroubleOf(chance) };
  const ours = !isPlain && (needsOurs(asked) || chance.branch('ours').percent(60));
  const ofOurs = ours ? drawOffenderOfOurs(chance.branch('against ours')) : null;
  const offender = asked ?? ofOurs ?? trouble.offender;
  // Whoever does harm is a member, or needs one.
  const hostile = Math.max(trouble.hostile, offender === 'nobody' ? 0 : 1);
  const together = ours && !isCalm && chance.branch('together').percent(80);
  // Where nothing but parcels goes, who holds the new secret is understood by nobody else.
  const lettingGo =
    together && !trouble.onlyParcels && chance.branch('letting go').percent(85);
  const gathered = !isPlain && !isLone && chance.branch('to gather').percent(50);
  const shared = { ours, together, lettingGo, gathered };
  return { ...trouble, recoveries, offender, hostile, ...shared };
}

type LaterTrouble =
  | 'keepers'
  | 'parcels'
  | 'onlyParcels'
  | 'reach'
  | 'cards'
  | 'offender'
  | 'scraps';

/** Each drawn apart, as `recoveries` are, and under a name chosen for the same reason. */
const laterTroubleOf = (chance: Chance): Pick<Trouble, LaterTrouble> => ({
  keepers: chance.branch('keepers').percent(35),
  parcels: chance.branch('mail').percent(50),
  onlyParcels: chance.branch('only parcels').percent(20),
  reach: chance
    .branch('introducer')
    .weighted({ anybody: 50, rooms: 25, neighbours: 25 }),
  cards: chance.branch('the baize').percent(35),
  offender: drawOffender(chance.branch('the old cat')),
  scraps: chance.branch('leaves').percent(25),
});

function troubleOf(
  dice: Chance,
): Omit<
  Trouble,
  'recoveries' | 'ours' | 'together' | 'lettingGo' | 'gathered' | LaterTrouble
> {
  return {
    drops: dice.percent(60),
    rifts: dice.percent(50),
    crashes: dice.percent(50),
    fullDisks: dice.percent(35),
    unsureDisks: dice.percent(35),
    rot: dice.percent(25),
    backups: dice.percent(35),
    hasty: dice.percent(50),
    frozen: dice.percent(35),
    clocks: dice.percent(40),
    messages: dice.percent(60),
    newcomers: dice.percent(60),
    newPhones: dice.percent(50),
    hostile: Number(dice.weighted({ '0': 35, '1': 45, '2': 20 })),
    stubborn: dice.percent(50),
  };
}
