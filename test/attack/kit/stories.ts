/**
 * What went before an attack. Biel founded the community and let in Ana, who is attacked,
 * Carme, who did nothing, and Didac, who is up to something.
 */
import type { Entry, Note } from '@manyhands/ledger';
import type { SigningKey } from '@manyhands/keys';
import {
  TestCommunity,
  additionOf,
  createCast,
  createPerson,
  helped,
  listing,
  profileOf,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { enrolled, keyCalled, recovered, stated } from './entries.ts';

export const [ana, biel, carme, didac] = await createCast();
export const everybody: readonly CastMember[] = [ana, biel, carme, didac];

/** Another device that says to be Ana's. */
export const anasOther = (name: string): Promise<CastMember> =>
  createPerson('Ana', name);

export const firstPage = await keyCalled('Ana’s first page of words');
export const newPage = await keyCalled('Ana’s new page of words');
export const found = await anasOther('phone of whoever found her page');
export const old = await anasOther('old phone');

/** Everybody is in, and Ana shows who she is. */
export async function village(): Promise<{ community: TestCommunity; profile: Entry }> {
  const community = await TestCommunity.of(biel, [ana, carme, didac]);
  const profile = await community.boardOf(ana).add(profileOf(ana));
  await community.ledgerOf(ana).add(helped(biel, 30));
  return { community, profile };
}

export interface OldPage {
  readonly community: TestCommunity;
  readonly profile: Entry;
  /** Her first page of words, and the new one in its place. */
  readonly first: Entry;
  readonly second: Entry;
  /** By which whoever found the first page has a device. */
  readonly enrolment: Entry;
}

/**
 * Ana's first page of words was found, after she had made a new one. The new one stands in
 * the log of `by`, since it proves itself.
 */
export async function oldPage(by: CastMember = ana): Promise<OldPage> {
  const { community, profile } = await village();
  const devices = [listing(ana)];
  const own = community.ledgerOf(ana);
  const first = await own.add(
    await stated(community, ana, { key: firstPage, devices }, ana.identity),
  );
  const second = await community
    .ledgerOf(by)
    .add(
      await stated(community, ana, { version: 2, key: newPage, devices }, firstPage),
    );
  const enrolment = await community
    .ledgerOf(found)
    .add(await enrolled(community, found, 1, firstPage));
  return { community, profile, first, second, enrolment };
}

export interface EndedPhone {
  readonly community: TestCommunity;
  readonly profile: Entry;
  /** What the old phone wrote on its board while it was hers. */
  readonly before: Entry;
  readonly ending: Entry;
}

/** How much of both logs of the old phone counts. */
export const end = 2;

/** Ana's old phone was switched off; whoever has it writes on. */
export async function endedPhone(): Promise<EndedPhone> {
  const { community, profile } = await village();
  const own = community.ledgerOf(ana);
  await own.add(additionOf(old));
  await community.ledgerOf(old).add(helped(carme, 15));
  await community.ledgerOf(old).add(helped(carme, 20));
  const before = await community.boardOf(old).add({
    type: 'wishes',
    rev: 0,
    categories: [1],
    free: [],
    access: 'a ramp',
    contact: '',
  });
  await community.boardOf(old).add(noteOf(old, 'before'));
  const devices = [listing(ana), listing(old, end)];
  const ending = await own.add(
    await stated(community, ana, { key: firstPage, devices }, ana.identity),
  );
  return { community, profile, before, ending };
}

export interface Guarded {
  readonly community: TestCommunity;
  readonly profile: Entry;
  /** It names Biel, Carme and Didac, two of whom are enough. */
  readonly kit: Entry;
  /** What Didac alone writes, and for what device. */
  readonly word: Entry;
  readonly certificate: Entry;
}

export const takenKey = await keyCalled('the key that Didac would like Ana to have');
/** Didac's device under her name. */
export const taken = await anasOther('phone of a guardian');

/** Two of three may bring Ana back, and one of them has begun. */
export async function guarded(): Promise<Guarded> {
  const { community, profile } = await village();
  const guardians = [biel, carme, didac].map(({ member }) => member).sort();
  const kit = await community
    .ledgerOf(ana)
    .add(await kitOf(community, { key: firstPage, guardians }));
  const his = community.ledgerOf(didac);
  const word = await his.add(recovered(ana, 2, takenKey, [listing(ana, 0)]));
  const certificate = await his.add(await enrolled(community, taken, 2, takenKey));
  return { community, profile, kit, word, certificate };
}

const kitOf = (
  community: TestCommunity,
  { key, guardians }: { key: SigningKey; guardians: CastMember['member'][] },
) =>
  stated(
    community,
    ana,
    { key, devices: [listing(ana)], g: 2, guardians },
    ana.identity,
  );

/** Something of no weight, to fill a board with. */
export const noteOf = ({ member }: CastMember, name: string): Note => ({
  type: 'note',
  salt: '00'.repeat(16),
  category: null,
  text: `${member.slice(0, 4)} ${name}`,
});
