import type { AccountId, Day, Minutes, PartyId } from '@manyhands/base';
import type { Place } from '../opened/index.ts';
import { arrangementsOf, arrangementsRead, sayDone } from './arrangements.ts';
import type { Arranged } from './arrangements.ts';

/** What is known of help before anybody has written it down. */
export interface PlannedHelp {
  readonly with: PartyId;
  /** The organisation for which I record it: the card hangs for it (C18). */
  readonly as: AccountId | null;
  readonly iHelped: boolean;
  readonly minutes: Minutes | null;
  readonly day: Day | null;
  readonly category: number | null;
  readonly text: string;
}

/** What the arrangement of this id says of the help it was about; null of any other id. */
export async function helpPlanned(
  place: Place,
  id: string,
): Promise<PlannedHelp | null> {
  const arranged = await arrangedAs(place, id);
  if (!arranged) return null;
  const { name, other, plan } = arranged;
  const me = place.membership.member;
  const { board } = place.replica;
  const posted = board.listing(name.owner, name.listing);
  const account = board.accountOfListing(name.owner, name.listing);
  const isOwner = name.owner === me;
  // Whose need it was is helped; of anything else its owner is the one who helps.
  const helper = posted?.listing.kind === 'need' ? name.answerer : name.owner;
  return {
    with: isOwner ? other : (account ?? other),
    as: isOwner ? account : null,
    iHelped: helper === me,
    minutes: plan.length,
    day: plan.day !== null && plan.day <= place.today() ? plan.day : null,
    category: posted?.listing.category ?? null,
    text: plan.what,
  };
}

/** Its hour is recorded: the arrangement of this id is done, if there is one. */
export async function finishPlan(place: Place, id: string): Promise<void> {
  const arranged = await arrangedAs(place, id);
  if (arranged && arranged.stage !== 'done') await sayDone(place, arranged);
}

async function arrangedAs(place: Place, id: string): Promise<Arranged | null> {
  // Drafts have shorter ids: for them nothing is opened.
  if (id.length !== 32) return null;
  await arrangementsRead(place);
  return arrangementsOf(place).find((each) => each.id === id) ?? null;
}
