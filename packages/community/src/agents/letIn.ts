/**
 * Lets somebody in who has no phone (ledger/L14): this phone writes for them from then on, and
 * their page, which they keep, has the key that speaks for them.
 *
 * Order, so that no crash leaves a member without a page: the words are on paper → what they say
 * is durable, first in the log that will be theirs → they are let in. The key they are named
 * after (K0) is in no disk at all: it signs both in one go, and is forgotten. What was said of
 * somebody who was then not let in is told to nobody. It stands in a log of their own, since
 * whoever comes back by their page is told what those say (door/D5).
 */
import { err, ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSigningKey, recoveryKeyOf } from '@manyhands/keys';
import type { RecoveryWords, Signer } from '@manyhands/keys';
import { deviceStatement, identityStatement } from '@manyhands/ledger';
import type { IdentityClaim, IdentitySet, MemberAdmit } from '@manyhands/ledger';
import {
  hasOwnPhone,
  isAtRest,
  isOff,
  membersHere,
  textBytes,
  write,
} from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { showMyself } from '../people/index.ts';
import { guardiansFrom } from '../recovery/index.ts';
import { begin } from './behalf.ts';
import type { BehalfRefused } from './behalf.ts';

/** Somebody without a phone, as a neighbour writes them down. */
export interface OnPaper {
  readonly name: string;
  /** What they can do, by the codes of kinds. */
  readonly skills: readonly number[];
  /** Who keeps a spare key for them, should their page be lost. */
  readonly guardians: readonly MemberId[];
}

export type LetInRefused =
  | WriteRefused
  | BehalfRefused
  | { readonly type: 'NameMissing' | 'NoteTooLong' }
  /** It takes more than one member to let somebody in here. */
  | { readonly type: 'TakesMore' };

/** In UTF-8 (ledger/F9, 64). */
export const paperNameLimit = 96;

/** As many as keep a spare key for somebody without a phone, where there are (12-ours §5). */
const guardiansAtMost = 3;

/**
 * Who keeps a spare key for somebody without a phone, unless they say otherwise: of the circle
 * three, else of those with a voice the three nearest the founder, each with a phone of their
 * own. Not the one who writes for them, whom it may be about; and nobody rather than one alone,
 * who could then take them over.
 */
export function guardiansForThem({
  replica,
  membership,
}: Pick<Place, 'replica' | 'membership'>): MemberId[] {
  const { ledger } = replica;
  const circle = ledger.rule('circle')?.members ?? [];
  const near = membersHere(ledger)
    .filter(({ voice }) => voice)
    .map(({ member }) => member)
    .sort((a, b) => ledger.distanceOf(a) - ledger.distanceOf(b) || (a < b ? -1 : 1));
  const here = new Set(membersHere(ledger).map(({ member }) => member));
  const named = [...new Set([...circle, ...near])]
    .filter((member) => member !== membership.member && here.has(member))
    .filter((member) => hasOwnPhone(ledger, member) && !isAtRest({ replica }, member))
    .slice(0, guardiansAtMost);
  return named.length < 2 ? [] : named;
}

/** Whether this phone lets somebody in by itself (ledger/L8). */
export function letsInAlone({ replica, membership }: Place): boolean {
  const charter = replica.ledger.charter();
  if (charter === null) return false;
  const { member, device } = membership;
  const isFounding = charter.founder === member && charter.device === device;
  const { community } = membership;
  const log = { community, kind: 'ledger', member, device } as const;
  const isEarly = replica.head(log).length < charter.circle;
  return charter.join <= 1 || (isFounding && isEarly);
}

/** To be called once the words are on paper. Answers who they are in the record. */
export async function letInOnPaper(
  place: Place,
  { name, skills, guardians }: OnPaper,
  words: RecoveryWords,
): Promise<Result<MemberId, LetInRefused>> {
  if (name.trim() === '') return err({ type: 'NameMissing' });
  if (textBytes(name.trim()) > paperNameLimit) return err({ type: 'NoteTooLong' });
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  if (!letsInAlone(place)) return err({ type: 'TakesMore' });
  const first = await createSigningKey();
  const member = toHex(first.publicKey) as MemberId;
  const [page, admission] = await saidBy(first, place, { member, guardians, words });
  const theirs = await begin(place, member);
  if (!theirs.ok) return theirs;
  const stated = await theirs.value.writer.append('ledger', page);
  if (!stated.ok) return stated;
  const admitted = await write(place, 'ledger', admission);
  if (!admitted.ok) return admitted;
  const shown = await showMyself(theirs.value, { name, skills });
  return shown.ok ? ok(member) : shown;
}

/** All that the first key ever says: the page, and this phone. */
async function saidBy(
  first: Signer,
  { replica, membership: { community, device, member: owner } }: Place,
  of: {
    readonly member: MemberId;
    readonly guardians: readonly MemberId[];
    readonly words: RecoveryWords;
  },
): Promise<[IdentitySet, MemberAdmit]> {
  const { member } = of;
  const { publicKey } = await recoveryKeyOf(of.words, community);
  const { guardians, g } = guardiansFrom([...of.guardians].sort());
  const claim: IdentityClaim = {
    member,
    version: 1,
    key: toHex(publicKey),
    by: null,
    guardians,
    g,
    devices: [{ device, ledgerCut: null, boardCut: null }],
  };
  const own = replica.ledger.devicesOf(owner).find((each) => each.device === device);
  const named = { member, device, box: own?.box ?? '', role: 2 } as const;
  const statement = deviceStatement({ community, ...named, version: 0 });
  return [
    {
      type: 'identity.set',
      ...claim,
      sig: toHex(await first.sign(identityStatement(community, claim))),
    },
    {
      type: 'member.admit',
      ...named,
      certSig: toHex(await first.sign(statement)),
      invite: null,
    },
  ];
}
