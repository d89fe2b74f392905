/** What a board shows of an entry. */
import type { InviteOpen, Listing, PosterOpen, Thanks } from '../boardContent.ts';
import type { Entry } from '../entry.ts';
import type { NewestVersion } from './newest.ts';
import type { OpenInvite, OpenPoster, PostedListing, ThanksGiven } from './views.ts';

export const posted = ({ content, entry }: NewestVersion<Listing>): PostedListing => ({
  member: entry.log.member,
  listing: content,
  entry,
});

export const openInvite = (
  entry: Entry,
  { invitePub, uses, label }: InviteOpen,
): OpenInvite => ({
  member: entry.log.member,
  invitePub,
  uses,
  label,
  entry,
});

export const openPoster = (
  entry: Entry,
  { posterPub, label }: PosterOpen,
): OpenPoster => ({
  member: entry.log.member,
  posterPub,
  label,
  entry,
});

export const thanksGiven = (entry: Entry, { text }: Thanks): ThanksGiven => ({
  member: entry.log.member,
  text,
  entry,
});
