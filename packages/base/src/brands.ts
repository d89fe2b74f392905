/**
 * Names that must not be mixed up. In memory a name of 32 bytes is 64 lower-case
 * hexadecimal digits, so that comparing strings is comparing bytes; on the wire it
 * is the bytes themselves (B2).
 */
declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** A person in one community: their first identity key, K0 (32 bytes). */
export type MemberId = Brand<string, 'MemberId'>;
/** An organisation, a pot or an opening: the id of the entry that opened it. */
export type AccountId = Brand<string, 'AccountId'>;
/** Either side of a transfer. */
export type PartyId = MemberId | AccountId;
/** The public Ed25519 key of one installation in one community (32 bytes). */
export type DeviceKey = Brand<string, 'DeviceKey'>;
/** SHA-256 over the charter under its tag (32 bytes). */
export type CommunityId = Brand<string, 'CommunityId'>;
/** SHA-256 over a log's full name (32 bytes). */
export type LogId = Brand<string, 'LogId'>;
/** The id of one entry (32 bytes). */
export type EntryId = Brand<string, 'EntryId'>;
/** The first 16 bytes of the hash of a sealed note; also the thread it is kept under. */
export type NoteId = Brand<string, 'NoteId'>;
/** What an offer, a need or a thing is called by its member: 16 random bytes. */
export type ListingId = Brand<string, 'ListingId'>;
/** A gathering: the hash of who began it and of 16 bytes of theirs (32 bytes). */
export type GatheringId = Brand<string, 'GatheringId'>;
/** A group of neighbours: a hash over who founded it and 16 random bytes of theirs (32 bytes). */
export type GroupId = Brand<string, 'GroupId'>;
/** Any other byte string in hexadecimal: keys, signatures, hashes. */
export type Hex = string;
/** Whole minutes of help (B3). */
export type Minutes = Brand<number, 'Minutes'>;
/** Whole days since 1 January 1970. */
export type Day = Brand<number, 'Day'>;
export const minutesPerDay = 1_440;
/** Whole minutes since 1 January 1970, UTC. For people: no rule depends on it. */
export type MinuteOfTime = Brand<number, 'MinuteOfTime'>;
