import { err } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { JoinRefusal } from '@manyhands/door';
import { addressOf } from '@manyhands/community/opened';
import type { Membership, Place } from '@manyhands/community/opened';
import type { OpenRefused } from './openRefused.ts';

/** What is wrong with a message by which somebody joins, or is let in. */
export interface JoinTextRefused {
  readonly type: 'Malformed' | 'AnotherCommunity' | 'Unproven';
}

/** `Busy`: this phone may let nobody in now. */
export interface LettingRefused {
  readonly type: JoinRefusal | 'Busy' | 'NotLetInYet';
}

export interface ComingRefused {
  readonly type: 'Malformed' | 'AnotherCommunity' | 'NotLetIn' | 'StoreRefused';
}

/** Somebody who was let in, and what brings them in. */
export interface WelcomeText {
  /** As they call themself; may be empty. */
  readonly name: string;
  readonly communityName: string;
  /** What follows `#w/`, for their phone alone. */
  readonly text: string;
}

/** A message that is for one community of this phone; `use` it where that is open. */
interface For<T, Refused> {
  readonly membership: Membership;
  use(place: Place): Promise<Result<T, Refused>>;
}

/** Port: the door by message (mesh/M16). Its code comes when somebody asks for it. */
export interface JoinMessages {
  /** What follows `#a/`; null for who came with no invite, or is in. */
  ask(place: Place): Promise<string | null>;
  readAsk(
    text: string,
  ): Promise<Result<For<WelcomeText, LettingRefused>, JoinTextRefused>>;
  readWelcome(
    text: string,
    memberships: readonly Membership[],
  ): Result<For<void, ComingRefused>, ComingRefused>;
}

/** What of a phone is needed to open a message where it belongs. */
interface Phone {
  readonly memberships: readonly Membership[] | null;
  readonly community: { readonly address: string; readonly place: Place } | null;
  readonly refused: OpenRefused | null;
  joinMessages(): Promise<JoinMessages>;
  open(address: string, takeOver?: boolean): Promise<void>;
}

/** Opens a newcomer's message in its community, and lets them in. */
export async function letInByMessage(
  phone: Phone,
  text: string,
  takeOver: boolean,
): Promise<Result<WelcomeText, JoinTextRefused | LettingRefused | OpenRefused>> {
  const asked = await (await phone.joinMessages()).readAsk(text);
  return asked.ok ? use(phone, asked.value, takeOver) : asked;
}

/** Opens the answer to a message of this phone, and comes in. */
export async function comeInByMessage(
  phone: Phone,
  text: string,
  takeOver: boolean,
): Promise<Result<void, ComingRefused | OpenRefused>> {
  const messages = await phone.joinMessages();
  const welcome = messages.readWelcome(text, phone.memberships ?? []);
  return welcome.ok ? use(phone, welcome.value, takeOver) : welcome;
}

async function use<T, Refused>(
  phone: Phone,
  message: For<T, Refused>,
  takeOver: boolean,
): Promise<Result<T, Refused | OpenRefused>> {
  const address = addressOf(message.membership);
  await phone.open(address, takeOver && phone.community?.address !== address);
  const { community } = phone;
  if (!community) return err(phone.refused ?? { type: 'NotHere' });
  return message.use(community.place);
}
