import { err, ok } from '@manyhands/base';
import type { AccountId, MemberId, Result } from '@manyhands/base';
import { draftAccount } from '@manyhands/ledger';
import type { AccountRefused } from '@manyhands/ledger';
import { textBytes, write } from '../opened/index.ts';
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
  AccountRefused | WriteRefused | { readonly type: 'NameMissing' | 'NoteTooLong' };

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

async function writeCard(
  place: Place,
  account: AccountId,
  { name, words }: OrganisationCard,
): Promise<Result<AccountId, OrganisationRefused>> {
  const held = place.replica.board.accountCard(account);
  // Beyond the last number nothing is newer: equal ones go by their ids.
  const rev = Math.min((held?.rev ?? -1) + 1, 0xff_ff_ff_ff);
  const texts = { name: name.trim(), words: words.trim() };
  const photo = held?.photo ?? null;
  const card = { type: 'account.card', account, rev, ...texts, photo } as const;
  const written = await write(place, 'board', card);
  return written.ok ? ok(account) : written;
}

function refusedCard({ name, words }: OrganisationCard): OrganisationRefused | null {
  if (name.trim() === '') return { type: 'NameMissing' };
  const fits =
    textBytes(name.trim()) <= cardLimits.name &&
    textBytes(words.trim()) <= cardLimits.words;
  return fits ? null : { type: 'NoteTooLong' };
}
