/**
 * Organisations and pots as screens show them. Anybody may open one (ledger/L16), under any
 * name: so of each member only so many are listed that the reader has nothing to do with
 * (C16), and what tells two of one name apart is who opened it and who signs for it.
 */
import { fewOfEach } from '@manyhands/base';
import type { AccountId, MemberId, PartyId } from '@manyhands/base';
import type { AccountView, ChangeUnderWay } from '@manyhands/ledger';
import { organisationsOfEach } from '../limits.ts';
import { personOf } from '../opened/index.ts';
import type { Person, Place } from '../opened/index.ts';

export interface Organisation {
  readonly account: AccountId;
  readonly kind: 'organisation' | 'pot';
  /** As it stands among people: its name, its button. */
  readonly who: Person;
  /** What it says of itself. */
  readonly words: string;
  readonly openedBy: MemberId;
  /** Who signs for it now, by their ids; of a contested one by any that is newest. */
  readonly signers: readonly MemberId[];
  /** How many of them it takes. */
  readonly threshold: number;
  readonly iSign: boolean;
  /** Two groups say differently who signs: only all members can decide it. */
  readonly isContested: boolean;
  readonly underWay: readonly ChangeUnderWay[];
}

type Here = Pick<Place, 'replica' | 'membership'>;

/** Null for what is none, is not here, or is an opening, which has screens of its own. */
export function organisation(place: Here, account: PartyId): Organisation | null {
  const view = place.replica.ledger.account(account);
  return view && describe(place, view);
}

/** All that are listed, by name; those of one name by who opened them first. */
export function organisationsHere(place: Here): Organisation[] {
  const { ledger } = place.replica;
  const me = place.membership.member;
  const met = new Set(
    ledger.transfersOf(me).flatMap(({ helper, helped }) => [helper, helped]),
  );
  const isKnown = ({ account, newest }: AccountView): boolean =>
    met.has(account) || newest.some(({ signers }) => signers.includes(me));
  const all = ledger
    .accounts()
    .filter(({ kind }) => kind !== 'opening')
    .map((view) => ({ view, isKnown: isKnown(view) }))
    .sort((a, b) => Number(b.isKnown) - Number(a.isKnown));
  const listed = fewOfEach(
    all,
    organisationsOfEach,
    ({ view }) => view.openedBy,
    (each) => each.isKnown,
  );
  return listed.flatMap(({ view }) => describe(place, view) ?? []).sort(byName);
}

/** For which I sign, by name; no others are described, since a home asks at each change. */
export function organisationsOfMine(place: Here): Organisation[] {
  const me = place.membership.member;
  return place.replica.ledger
    .accounts()
    .filter(({ newest }) => newest.some(({ signers }) => signers.includes(me)))
    .flatMap((view) => describe(place, view) ?? [])
    .sort(byName);
}

const byName = (a: Organisation, b: Organisation): number =>
  a.who.name.localeCompare(b.who.name) || (a.account < b.account ? -1 : 1);

function describe(
  { replica, membership }: Here,
  view: AccountView,
): Organisation | null {
  const { account, kind, newest, openedBy, isContested, underWay } = view;
  if (kind === 'opening') return null;
  const me = membership.member;
  const who = personOf(replica, account, me);
  const signers = [...new Set(newest.flatMap((each) => each.signers))].sort();
  return {
    account,
    kind,
    who,
    words: who.about,
    openedBy,
    signers,
    threshold: Math.min(...newest.map(({ threshold }) => threshold)),
    iSign: signers.includes(me),
    isContested,
    underWay,
  };
}
