import { err, ok } from '@manyhands/base';
import type { AccountId, MemberId, Result } from '@manyhands/base';
import { draftAccount } from '@manyhands/ledger';
import { thumbLimit } from '@manyhands/ledger';
import type { AccountRefused, Entry, Photo } from '@manyhands/ledger';
import type { StoreFault } from '@manyhands/replica';
import { replace, textBytes, write } from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';

/** How an organisation shows itself. */
export interface OrganisationCard {
  readonly name: string;
  readonly words: string;
}

/** In UTF-8 (ledger/F9, 71). */
export const cardLimits = { name: 96, words: 1_000 };

export interface NewOrganisation extends OrganisationCard {
  readonly kind: 'organisation' | 'pot';
  /** Beside me: whoever opens one signs for it, so that its card counts. */
  readonly others: readonly MemberId[];
  readonly threshold: number;
}

export type OrganisationRefused =
  | AccountRefused
  | WriteRefused
  | { readonly type: 'NameMissing' | 'NoteTooLong' };

type PictureNotShown =
  | WriteRefused
  | StoreFault
  | { readonly type: 'NotASigner' | 'TooLarge' };

/** Opens one with its card. Should only the opening be written, its page asks for the name. */
export async function openOne(
  place: Place,
  { kind, others, threshold, ...card }: NewOrganisation,
): Promise<Result<AccountId, OrganisationRefused>> {
  const refused = refusedCard(card);
  if (refused) return err(refused);
  const { member } = place.membership;
  const signers = [member, ...others];
  const draft = { kind, threshold, signers };
  const decided = draftAccount(place.replica.ledger, member, draft);
  if (!decided.ok) return decided;
  const opened = await write(place, 'ledger', decided.value);
  if (!opened.ok) return opened;
  const account = opened.value.id as string as AccountId;
  const shown = await writeCard(place, account, card);
  return shown.ok ? ok(account) : shown;
}

/** Another name, other words: by any one who signs for it. */
export function changeCard(
  place: Place,
  account: AccountId,
  card: OrganisationCard,
): Promise<Result<AccountId, OrganisationRefused>> {
  const { ledger } = place.replica;
  if (!ledger.signsFor(place.membership.member, account)) {
    return Promise.resolve(err({ type: 'NotASigner' }));
  }
  const refused = refusedCard(card);
  return refused ? Promise.resolve(err(refused)) : writeCard(place, account, card);
}

/** Bytes of the small picture beside name and words: whatever they say, it finds room. */
const smallest = 2_048;

/**
 * All members see this picture in its button from now on: by any one who signs for it. Of its
 * sizes, longest first, the first is what is drawn, and the last stands in the card. Refused
 * with `TooLarge` where one is too long; whether they are pictures the caller knows.
 */
export async function showPicture(
  place: Place,
  account: AccountId,
  sizes: readonly Uint8Array[],
): Promise<Result<AccountId, PictureNotShown>> {
  if (!place.replica.ledger.signsFor(place.membership.member, account))
    return err({ type: 'NotASigner' });
  const [whole, thumb] = [sizes[0], sizes.at(-1)];
  if (!whole || !thumb || whole.length > thumbLimit || thumb.length > smallest)
    return err({ type: 'TooLarge' });
  const kept = await place.pictures.begin(whole);
  if (!kept.ok) return kept;
  const photo = { sha: kept.value, thumb };
  const shown = await writeCard(place, account, cardHere(place, account), photo);
  if (!shown.ok) await place.pictures.letGo(kept.value);
  return shown;
}

/** Its button is drawn without a picture again. */
export function hidePicture(
  place: Place,
  account: AccountId,
): Promise<Result<AccountId, PictureNotShown>> {
  return place.replica.ledger.signsFor(place.membership.member, account)
    ? writeCard(place, account, cardHere(place, account), null)
    : Promise.resolve(err({ type: 'NotASigner' }));
}

/** What others wrote beside few words may leave no room for more of them. */
function pictureHere({ replica }: Place, account: AccountId): Photo | null {
  const photo = replica.board.accountCard(account)?.photo ?? null;
  return photo !== null && photo.thumb.length <= smallest ? photo : null;
}

const cardHere = ({ replica }: Place, account: AccountId): OrganisationCard =>
  replica.board.accountCard(account) ?? { name: '', words: '' };

async function writeCard(
  place: Place,
  account: AccountId,
  { name, words }: OrganisationCard,
  photo: Photo | null = pictureHere(place, account),
): Promise<Result<AccountId, WriteRefused>> {
  const { replica, membership } = place;
  const held = replica.board.accountCard(account);
  // Beyond the last number nothing is newer: equal ones go by their ids.
  const rev = Math.min((held?.rev ?? -1) + 1, 0xff_ff_ff_ff);
  const texts = { name: name.trim(), words: words.trim() };
  const card = { type: 'account.card', account, rev, ...texts, photo } as const;
  const mine = replica.board
    .entriesOf(membership.member)
    .filter((entry) => isCardOf(account, entry));
  const written = await replace(place, card, mine);
  return written.ok ? ok(account) : written;
}

const isCardOf = (account: AccountId, { content }: Entry): boolean =>
  content.type === 'account.card' && content.account === account;

function refusedCard({ name, words }: OrganisationCard): OrganisationRefused | null {
  if (name.trim() === '') return { type: 'NameMissing' };
  const fits =
    textBytes(name.trim()) <= cardLimits.name &&
    textBytes(words.trim()) <= cardLimits.words;
  return fits ? null : { type: 'NoteTooLong' };
}
