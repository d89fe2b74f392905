/**
 * Spare-key neighbours (ledger/L12: guardians), as a member names them and as they see it. Who
 * loses every phone and the page comes back once more than half of them say who it is.
 */
import { err, ok } from '@manyhands/base';
import type { Hex, MemberId, Result } from '@manyhands/base';
import { encodeAs, hex, list } from '@manyhands/codec';
import type { RecoveryWords } from '@manyhands/keys';
import { nameGuardians } from '@manyhands/ledger';
import type { Guardians, IdentityRefused } from '@manyhands/ledger';
import type { AppendRefused, Notes } from '@manyhands/replica';
import type { Place } from '../opened/index.ts';
import { headsOf, speakerOf, stateIdentity } from '../devices/index.ts';
import { membersHere, ofPeople, readNoteAs } from '../opened/index.ts';

/** As many as somebody can keep in mind, and speak to. The record would take nine. */
export const mostNeighbours = 5;

/** How many of so many must say yes: more than half, and none of none. */
export const quorumOf = (named: number): number =>
  named === 0 ? 0 : Math.floor(named / 2) + 1;

export const guardiansFrom = (neighbours: readonly MemberId[]): Guardians => ({
  guardians: neighbours,
  g: quorumOf(neighbours.length),
});

export type NamingRefused =
  | AppendRefused
  | IdentityRefused
  /** They are named together with the first page, and there is none yet. */
  | { readonly type: 'NoPageYet' }
  /** These are not the words that speak for this member, or none were given. */
  | { readonly type: 'KeyElsewhere' };

/**
 * From now on these neighbours keep a spare key, and nobody else. The words on the page
 * say so; where neighbours brought this phone back and no page has been made since, the
 * key on it does.
 */
export async function nameNeighbours(
  place: Place,
  neighbours: readonly MemberId[],
  words: RecoveryWords | null,
): Promise<Result<void, NamingRefused>> {
  const { member } = place.membership;
  const { replica } = place;
  const { ledger } = replica;
  if (ledger.identityOf(member).version === 0) return err({ type: 'NoPageYet' });
  const key = await speakerOf(place, words);
  if (key === null) return err({ type: 'KeyElsewhere' });
  const named = guardiansFrom(neighbours);
  const claim = nameGuardians(ledger, member, named, headsOf(replica, member));
  if (!claim.ok) return claim;
  const stated = await stateIdentity(place, key, claim.value);
  return stated.ok ? ok(undefined) : stated;
}

/** The members whose spare key this member keeps now. */
export const wardsOf = ({
  replica: { ledger },
  membership,
}: Pick<Place, 'replica' | 'membership'>): readonly MemberId[] =>
  wardsOfEach(ledger).get(membership.member) ?? [];

const wardsOfEach = ofPeople((ledger) => {
  const byGuardian = new Map<MemberId, MemberId[]>();
  for (const { member } of membersHere(ledger)) {
    for (const guardian of new Set(ledger.identityOf(member).guardians)) {
      const known = byGuardian.get(guardian);
      if (known) known.push(member);
      else byGuardian.set(guardian, [member]);
    }
  }
  return byGuardian;
});

const rowsShape = list(hex(32), 0, 1_024);

async function readRows<Id extends Hex>(notes: Notes, name: string): Promise<Id[]> {
  const kept = await readNoteAs(notes, name, rowsShape, { bytes: 65_536, depth: 2 });
  return ((kept.ok && kept.value) || []) as Id[];
}

const keepRows = (notes: Notes, name: string, rows: readonly Hex[]) =>
  notes.put(name, encodeAs(rowsShape, rows.slice(-1_024)));

/** Of whose spare keys the owner of this phone has read that they keep them. */
export const readKnownWards = (notes: Notes) =>
  readRows<MemberId>(notes, 'spare/known');
export const keepKnownWards = (notes: Notes, wards: readonly MemberId[]) =>
  keepRows(notes, 'spare/known', wards);

/** The new keys of which they said "not them": this phone asks no more about those. */
export const readTurnedDown = (notes: Notes) => readRows<Hex>(notes, 'spare/no');
export const keepTurnedDown = (notes: Notes, keys: readonly Hex[]) =>
  keepRows(notes, 'spare/no', keys);
