/**
 * Somebody with a phone of their own asks a neighbour to write for them too (C26). Their key names
 * the neighbour's phones with role 2 (ledger/L14); whose phones those are, the ledger says, and
 * not who asks. The neighbour says yes or no on that phone, in the log that it is for: their
 * enrolment once more, or a freeze of itself. The record counts neither; so both are words that
 * only that phone can say, and their order is that of their places.
 */
import { err, ok } from '@manyhands/base';
import type { DeviceKey, MemberId, Result } from '@manyhands/base';
import type { RecoveryWords } from '@manyhands/keys';
import { handOver, logIdOf } from '@manyhands/ledger';
import type {
  DeviceEnrol,
  IdentityRefused,
  KnownLedgerContent,
} from '@manyhands/ledger';
import type { StoreFault } from '@manyhands/replica';
import { headsOf, speakerOf, stateIdentity } from '../devices/index.ts';
import { phonesOfCarer } from '../limits.ts';
import {
  carersOf,
  endedHere,
  hasLeft,
  hasOwnPhone,
  isAtRest,
  isOff,
  membersHere,
  remembranceOf,
  stageOfAgent,
  write,
} from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';
import { begin } from './behalf.ts';
import type { BehalfRefused } from './behalf.ts';
import { enrolmentOf } from './enrolmentOf.ts';

export type AskCarerRefused =
  | WriteRefused
  | IdentityRefused
  /** The key that could name their phone is not on this one, and its words were not given. */
  | { readonly type: 'KeyElsewhere' }
  /** They sign on no phone that could be named: none of their own, or one ended by a tap. */
  | { readonly type: 'NoPhoneToAsk' };

/** The members whom I could ask to write for me. */
export function whoCouldWrite({ replica, membership }: Place): MemberId[] {
  const { member: me } = membership;
  const asked = carersOf(replica, me).map(({ carer }) => carer);
  const { ledger } = replica;
  return membersHere(ledger)
    .map(({ member }) => member)
    .filter((member) => member !== me && !asked.includes(member))
    .filter((member) => phonesOf(ledger, me, member).length > 0)
    .filter((member) => !isAtRest({ replica }, member));
}

/** The phones of a neighbour that can be named: theirs, and not ended by a tap of mine before. */
function phonesOf(
  ledger: Place['replica']['ledger'],
  me: MemberId,
  neighbour: MemberId,
): DeviceKey[] {
  const ended = new Set(
    ledger
      .devicesOf(me)
      .filter(({ frozen }) => frozen)
      .map(({ device }) => device),
  );
  return ledger
    .devicesOf(neighbour)
    .filter(({ device, role, frozen }) => role === 0 && !frozen && !ended.has(device))
    .map(({ device }) => device)
    .filter((device) => ledger.speaks(neighbour, device))
    .filter((device) => ledger.memberOfDevice(device) === neighbour)
    .slice(0, phonesOfCarer);
}

/**
 * Names the phones of `neighbour` as ones that may write for me. Nothing is written there before
 * they say yes. By the key on this phone, or the page's.
 */
export async function askToWrite(
  place: Place,
  neighbour: MemberId,
  words: RecoveryWords | null,
): Promise<Result<void, AskCarerRefused>> {
  const { replica, membership } = place;
  const { ledger } = replica;
  const { member } = membership;
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  const phones =
    neighbour === member || hasLeft(ledger, neighbour)
      ? []
      : phonesOf(ledger, member, neighbour);
  if (phones.length === 0) return err({ type: 'NoPhoneToAsk' });
  const key = await speakerOf(place, words);
  if (key === null) return err({ type: 'KeyElsewhere' });
  for (const device of phones) {
    const named = await enrolmentOf(place, { member, device }, key);
    const written = await write(place, 'ledger', named);
    if (!written.ok) return written;
    if (ledger.speaks(member, device)) continue;
    // My page has ended it before: it says so no longer.
    const claim = handOver(ledger, member, device, headsOf(replica, member), {
      alone: false,
    });
    if (!claim.ok) return claim;
    const stated = await stateIdentity(place, key, claim.value);
    if (!stated.ok) return stated;
  }
  return ok(undefined);
}

export type TakeUpRefused = WriteRefused | BehalfRefused;

/** "Yes, I write for you", on this phone; also after I had said no. */
export async function takeUp(
  place: Place,
  member: MemberId,
): Promise<Result<void, TakeUpRefused>> {
  const { replica, membership } = place;
  const stage = stageOfAgent(replica, member, membership.device);
  const named = enrolmentHere(place, member);
  if ((stage !== 'asked' && stage !== 'no') || named === null) {
    return err({ type: 'NotTheirAgent' });
  }
  // Behind a phone that has signed nothing for its owner stands nobody (ledger/L14).
  const own = replica.head({ ...membership, kind: 'ledger' });
  const first = own.length > 0 ? ok(null) : await write(place, 'ledger', named);
  return first.ok ? sayThere(place, member, named) : first;
}

/** "No", or "no longer": what they asked is answered, and they see it. */
export async function layDown(
  place: Place,
  member: MemberId,
): Promise<Result<void, TakeUpRefused>> {
  const { replica, membership } = place;
  const stage = stageOfAgent(replica, member, membership.device);
  const isCarer = hasOwnPhone(replica.ledger, member);
  if (!isCarer || (stage !== 'asked' && stage !== 'writes')) {
    return err({ type: 'NotTheirAgent' });
  }
  return sayThere(place, member, { type: 'device.freeze', device: membership.device });
}

/** I have read that I write for them no more; once I have written for them again it is told again. */
export function readThatItEnded(
  place: Place,
  member: MemberId,
): Promise<Result<void, StoreFault>> {
  const { name, length } = logFor(place, member);
  return peaceOf(place).markReadUpTo(new Map([[name, length]]));
}

/** For whom this phone wrote, until they or their page ended it, and its owner has not read so. */
export const endedForMe = (place: Place): MemberId[] =>
  endedHere(place).filter((member) => {
    const { name, length } = logFor(place, member);
    const hasDied = remembranceOf(place.replica, member) !== null;
    return peaceOf(place).readUpTo(name) < length && !hasDied;
  });

function logFor(
  { replica, membership: { community, device } }: Place,
  member: MemberId,
) {
  const log = { community, kind: 'ledger', member, device } as const;
  return { name: logIdOf(log), length: replica.head(log).length };
}

async function sayThere(
  place: Place,
  member: MemberId,
  word: KnownLedgerContent,
): Promise<Result<void, TakeUpRefused>> {
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  // From where I write for them it is the hand I hold already.
  const theirs =
    place.membership.isBehalf === true ? ok(place) : await begin(place, member);
  if (!theirs.ok) return theirs;
  const said = await theirs.value.writer.append('ledger', word);
  return said.ok ? ok(undefined) : said;
}

/** The certificate of this phone, as their key wrote it in one of their own logs. */
function enrolmentHere(
  { replica, membership: { device } }: Place,
  member: MemberId,
): DeviceEnrol | null {
  for (const { log, head } of replica.vector()) {
    if (log.member !== member || log.kind !== 'ledger') continue;
    for (let at = replica.entry(head); at !== null; at = replica.entry(at.prev)) {
      const { content } = at;
      const isIt = content.type === 'device.enrol' && content.member === member;
      if (isIt && content.device === device && content.role === 2) return content;
    }
  }
  return null;
}
