/**
 * How the entries of this bench are made, and nowhere else: whoever changes a format changes
 * this file (and the builders of packages/testing), and no attack.
 */
import { assert } from '@manyhands/base';
import type {
  Day,
  DeviceKey,
  EntryId,
  MemberId,
  Minutes,
  MinuteOfTime,
} from '@manyhands/base';
import { concat, toHex, utf8Bytes } from '@manyhands/codec';
import { sha256, signingKeyFromSeed } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import {
  bodyHashOf,
  encodeBody,
  entryIdOf,
  entryMessage,
  logIdOf,
  proveFork,
  readEntry,
  witnessEntry,
} from '@manyhands/ledger';
import type {
  Entry,
  ErasedPosition,
  ForkProof,
  GuardianRecover,
  IdentitySet,
  KnownContent,
  ListedDevice,
  LogName,
  Witness,
} from '@manyhands/ledger';
import { createPerson, identityContent, listing } from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';

export { additionOf, enrolmentUnder, helped, profileOf } from '@manyhands/testing';
export { erasedPositionOf } from '@manyhands/ledger';

/** The same key each time for the same words. */
export const keyOf = (words: string): Promise<Signer> =>
  signingKeyFromSeed(sha256(utf8Bytes(words)));

/** 32 bytes that are nobody's, the same each time. */
export const nameOf = (words: string): string => toHex(sha256(utf8Bytes(words)));

/** The same person with a further device, and the box that all of them share. */
export async function furtherDevice(
  person: CastMember,
  device: string,
): Promise<CastMember> {
  const { sealing } = person;
  return { ...(await createPerson(person.name, device)), sealing };
}

/**
 * "My identity of this version has that key", signed with the key `by`. It lists the
 * person's own device, whose logs go on, unless it is to list others.
 */
export const statement = (
  community: TestCommunity,
  person: CastMember,
  version: number,
  key: Signer,
  by: Signer,
  more: {
    readonly guardians?: readonly CastMember[];
    readonly g?: number;
    readonly devices?: readonly ListedDevice[];
  } = {},
): Promise<IdentitySet> => {
  const guardians = (more.guardians ?? []).map(({ member }) => member).sort();
  const { devices = [listing(person)], g = 0 } = more;
  const claim = { version, key, devices, g, guardians };
  return identityContent(community, person, claim, by);
};

/** "The identity of `person` of this version has that key", as a guardian writes it. */
export const recovery = (
  person: CastMember,
  version: number,
  key: Signer,
  devices: readonly ListedDevice[] = [],
): GuardianRecover => ({
  type: 'guardian.recover',
  member: person.member,
  version,
  key: toHex(key.publicKey),
  devices,
});

/** An admission of somebody whom nobody knows, in good order. */
export async function admission(
  community: TestCommunity,
  name: string,
  box: CastMember,
) {
  const puppet = { ...(await createPerson(name)), sealing: box.sealing };
  return community.admitContent(puppet);
}

/** "I helped so many at once": nobody of them is known. */
export const helpedMany = (name: string, many: number): KnownContent => {
  const parties = Array.from({ length: many }, (_, i) => nameOf(`${name} ${i}`)).sort();
  return {
    type: 'transfer.propose',
    gave: true,
    day: 20_000 as Day,
    lines: parties.map((party) => ({
      party: party as MemberId,
      minutes: 60 as Minutes,
    })),
    kind: 'help',
    ref: null,
    note: null,
    as: null,
  };
};

export const withdrawal = (proposal: EntryId): KnownContent => ({
  type: 'transfer.withdraw',
  proposal,
  as: null,
});

export const erase = (places: readonly ErasedPosition[]): KnownContent => ({
  type: 'erase',
  places,
});

/** Takes off a board what was never there. */
export const nowhere = (device: DeviceKey, seq: number): ErasedPosition => ({
  device,
  seq,
  bodyHash: nameOf(`nowhere ${seq}`),
});

export const proofOf = (one: Entry, other: Entry): ForkProof =>
  proveFork([one], [other]);

export function witnessOf(entry: Entry): Witness {
  const content = witnessEntry(entry);
  assert(content, 'it can be carried');
  return content;
}

/** A signed entry at any place of a log, whatever stands before it. */
export async function entryAt(
  log: LogName,
  seq: number,
  prev: EntryId,
  content: KnownContent,
  signer: Signer,
): Promise<Entry> {
  const salt = log.kind === 'board' ? new Uint8Array(16) : undefined;
  const body = encodeBody(log.kind, seq as MinuteOfTime, content, salt);
  const id = entryIdOf(logIdOf(log), seq, prev, bodyHashOf(body));
  const signature = await signer.sign(entryMessage(id));
  const entry = readEntry(log, seq, prev, concat(body, signature));
  assert(entry.ok, 'a built entry can be read');
  return entry.value;
}
