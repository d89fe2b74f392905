import type { ListingId } from '@manyhands/base';

/** Whether a part of an address can name a member, an entry or an account. */
export const isId = (text: string | undefined): text is string =>
  text !== undefined && /^[0-9a-f]{64}$/.test(text);

export const isListingId = (text: string | undefined): text is ListingId =>
  text !== undefined && /^[0-9a-f]{32}$/.test(text);
