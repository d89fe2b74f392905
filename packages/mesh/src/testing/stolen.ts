/** Biel's phone is stolen; Ana's and Carme's are not, and his own word ends it. */
import { assert } from '@manyhands/base';
import { signingKeyFromSeed } from '@manyhands/keys';
import type { IdentitySet } from '@manyhands/ledger';
import {
  additionOf,
  TestCommunity,
  createPerson,
  helped,
  identityContent,
  listing,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { openPhone } from './phones.ts';
import type { MeshPhone, PhoneOptions } from './phones.ts';

export interface Theft {
  readonly community: TestCommunity;
  readonly ana: CastMember;
  readonly biel: CastMember;
  readonly carme: CastMember;
  /** Biel's other device. */
  readonly tablet: CastMember;
  /** Didac has no phone: he is written down on Biel's. */
  readonly didac: CastMember;
  /** Biel's words: his phone ends where it is known. Anybody may carry it. */
  readonly ending: IdentitySet;
  open(person: CastMember, options?: PhoneOptions): Promise<MeshPhone>;
}

export async function theft(): Promise<Theft> {
  const [ana, biel, carme, paper] = await Promise.all(
    ['Ana', 'Biel', 'Carme', 'Didac'].map((name) => createPerson(name)),
  );
  assert(ana && biel && carme && paper, 'four people');
  const didac = { ...paper, signing: biel.signing, device: biel.device };
  const tablet = await createPerson('Biel', 'tablet');
  const community = await TestCommunity.of(ana, [biel, carme]);
  await community.ledgerOf(biel).add(helped(ana, 30));
  await community.ledgerOf(biel).add(await community.enrolContent(didac, 2));
  await community.ledgerOf(biel).add(additionOf(tablet));
  const { length } = community.ledgerOf(biel).entries;
  const key = await signingKeyFromSeed(new Uint8Array(32).fill(21));
  const claim = { key, devices: [listing(biel, length, 0)] };
  const ending = await identityContent(community, biel, claim, biel.identity);
  const open = (person: CastMember, options: PhoneOptions = {}) =>
    openPhone(community, person, options);
  return { community, ana, biel, carme, tablet, didac, ending, open };
}

/** The phone of somebody writes what ends Biel's. */
export async function ends(phone: MeshPhone, { ending }: Theft): Promise<void> {
  const written = await phone.writer.append('ledger', ending);
  assert(written.ok, 'a statement is carried');
}
