/** The hours of a place as its member sees them: read from the folds, once for each change. */
import type { AccountId, EntryId, PartyId } from '@manyhands/base';
import type { Transfer } from '@manyhands/ledger';
import { oneEach, personHere, remembered, signedBehalf } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { correctedIn, hourOf } from './hour.ts';
import type { Corrected, Hour } from './hour.ts';
import { Notebook } from './notebook.ts';
import { latestCounted } from './together.ts';

const notebookOf = oneEach((place: Place) => new Notebook(place));

function hourFrom(
  place: Place,
  transfer: Transfer,
  side: PartyId,
  corrected: Corrected = new Set(),
): Hour {
  const { ledger } = place.replica;
  const note = transfer.note && notebookOf(place).get(transfer.note);
  const hasConfirmed = ({ proposal, party }: Transfer) =>
    ledger.hasConfirmed(proposal, party);
  const behind = signedBehalf(place.replica, transfer);
  const isBehalf = place.membership.isBehalf === true;
  const told = { corrected, hasConfirmed, behind, isBehalf };
  return hourOf(transfer, side, (id) => personHere(place, id), note, told);
}

const mineHere = remembered(
  ({ replica, membership }): readonly Transfer[] =>
    replica.ledger.transfersOf(membership.member),
  'mine',
);

const correctedOfMine = remembered((place) => correctedIn(mineHere(place)), 'mine');

const fromMySide = (place: Place, transfers: readonly Transfer[]): Hour[] =>
  transfers.map((each) => hourFrom(place, each, place.membership.member));

/** Every hour of mine, the newest day first. */
export const myHours = remembered(
  (place): readonly Hour[] =>
    mineHere(place).map((each) =>
      hourFrom(place, each, place.membership.member, correctedOfMine(place)),
    ),
  'mine',
  'board',
);

/** What waits for my yes. */
export const hoursWaiting = remembered(
  (place): readonly Hour[] =>
    fromMySide(place, place.replica.ledger.waitingFor(place.membership.member)),
  'mine',
  'board',
);

/** What I asked and nobody has answered. */
export const hoursAsked = remembered(
  (place): readonly Hour[] =>
    fromMySide(place, place.replica.ledger.askedBy(place.membership.member)),
  'mine',
  'board',
);

/** One line of a proposal, as from my side; null: it is not here. */
export function hourNamed(
  place: Place,
  proposal: EntryId,
  party: PartyId,
): Hour | null {
  const transfer = place.replica.ledger.transfer(proposal, party);
  return (
    transfer &&
    hourFrom(place, transfer, place.membership.member, correctedOfMine(place))
  );
}

/** An account's hours as from its side, the newest day first. */
export function hoursOfAccount(place: Place, account: AccountId): readonly Hour[] {
  const own = place.replica.ledger.transfersOf(account);
  const corrected = correctedIn(own);
  return own.map((each) => hourFrom(place, each, account, corrected));
}

/**
 * Everybody's hours that `together` counts, the newest day first, `most` of them. What the
 * two wrote is sealed to them.
 */
export function countedHours(place: Place, most: number): readonly Hour[] {
  const { replica, membership } = place;
  return latestCounted(replica.ledger, most).map((each) => {
    const behind = signedBehalf(replica, each);
    const person = (id: PartyId) => personHere(place, id);
    return hourOf(each, membership.member, person, null, { behind });
  });
}

/** My hours once every note of mine that this phone can open is open. */
export async function openMyHours(place: Place): Promise<readonly Hour[]> {
  await notebookOf(place).openAll(myHours(place));
  return myHours(place);
}
