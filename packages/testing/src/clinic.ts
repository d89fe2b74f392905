import type { AccountId, MemberId } from '@manyhands/base';
import type { Entry, KnownContent, TransferPropose } from '@manyhands/ledger';
import { TestCommunity, confirmed, helped } from './community.ts';
import type { CastMember } from './people.ts';

/** Opens an account for which these sign. */
export const opensAccount = (
  threshold: number,
  signers: readonly CastMember[],
): KnownContent => ({
  type: 'account.open',
  kind: 'organisation',
  threshold,
  signers: namesOf(signers),
  total: null,
});

const namesOf = (people: readonly CastMember[]): MemberId[] =>
  people.map(({ member }) => member).sort();

/** A clinic for which two sign together, with an hour that a third one got from it. */
export interface Clinic {
  readonly community: TestCommunity;
  readonly account: AccountId;
  readonly hour: Entry;
}

/**
 * The founder opens it; `one` proposes for it, `other` signs as well, and who was helped
 * says yes. Then the two let that third one sign instead, so that the hour is marked, and
 * three decide that it does not stand.
 */
export async function clinicOf(
  founder: CastMember,
  [one, other, patient]: readonly [CastMember, CastMember, CastMember],
): Promise<Clinic> {
  const everybody = [one, other, patient];
  const community = await TestCommunity.of(founder, everybody, { voice: 1 });
  const ledger = community.ledgerOf(founder);
  for (const { member } of everybody)
    await ledger.add({ type: 'member.vouch', member });
  const opened = await ledger.add(opensAccount(2, [one, other]));
  const account = opened.id as string as AccountId;
  const asked: TransferPropose = { ...helped(patient, 60), as: account };
  const hour = await community.ledgerOf(one).add(asked);
  await community
    .ledgerOf(other)
    .add({ type: 'transfer.confirm', proposal: hour.id, as: account });
  await community.ledgerOf(patient).add(confirmed(hour.id));
  for (const person of [one, other]) {
    await community.ledgerOf(person).add({
      type: 'account.change',
      account,
      before: account,
      threshold: 1,
      signers: [patient.member],
      places: [],
    });
  }
  const motion = await ledger.add({
    type: 'motion.open',
    matter: {
      about: 'lines',
      lines: [{ proposal: hour.id, party: patient.member }],
      stands: false,
    },
    replaces: [],
  });
  for (const person of [one, other]) {
    const yes = { type: 'motion.vote', motion: motion.id, yes: true } as const;
    await community.ledgerOf(person).add(yes);
  }
  return { community, account, hour };
}
