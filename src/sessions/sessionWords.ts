import type { SessionRefused } from '@manyhands/community/sessions';
import type { SessionPart } from '@manyhands/ledger';
import type { PartyId } from '@manyhands/base';
import { nameOf } from '../naming/naming.ts';
import type { Community } from '../phone/Community.svelte.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

export const calledIn = (community: Community, party: PartyId): string =>
  nameOf(community.person(party));

/** Why it cannot be asked as it stands, in one sentence. */
export function sayWhyNot(community: Community, why: SessionRefused): string {
  const { whyNot } = later().sessions;
  switch (why.type) {
    case 'NotEven':
      return why.given < why.helped
        ? whyNot.tooLittle(why.helped - why.given)
        : whyNot.tooMuch(why.given - why.helped);
    case 'TwiceInSession':
    case 'LeftBeforeSession':
    case 'LongerThanADay':
    case 'TooFewApart':
      return whyNot[why.type](calledIn(community, why.party));
    case 'TooManyInSession':
      return whyNot.TooManyInSession(why.people);
    case 'NobodyHelped':
    case 'NobodyToGive':
    case 'NoGiver':
    case 'NoTitle':
    case 'NoteTooLong':
    case 'FutureDay':
      return whyNot[why.type];
  }
}

/** Who gives whom how much, in one sentence. */
export const lineText = (
  community: Community,
  { helper, helped, minutes }: Pick<SessionPart, 'helper' | 'helped' | 'minutes'>,
): string =>
  later().sessions.gives(
    calledIn(community, helped),
    calledIn(community, helper),
    minutes,
  );

export function standingText(
  community: Community,
  { standing, helper, helped }: SessionPart,
): string {
  const say = later().sessions.standing;
  switch (standing) {
    case 'open':
      return say.waits(calledIn(community, helper));
    case 'asked':
      return say.waits(calledIn(community, helped));
    case 'no':
      return say.no(calledIn(community, helped));
    case 'counts':
    case 'undone':
    case 'other':
      return say[standing];
  }
}

/** My lines as "1 h to Biel and 30 min to Carme", from my side. */
export const myLinesText = (
  community: Community,
  parts: readonly SessionPart[],
  iHelped: boolean,
): string =>
  words.list(
    parts.map(({ helper, helped, minutes }) =>
      iHelped
        ? later().sessions.fromOne(calledIn(community, helped), minutes)
        : later().sessions.toOne(calledIn(community, helper), minutes),
    ),
  );
