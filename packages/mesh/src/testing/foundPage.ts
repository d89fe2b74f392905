/** Biel made a page of words, lost it, and made another. Somebody found the first. */
import { assert } from '@manyhands/base';
import { signingKeyFromSeed } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import type { DeviceEnrol, Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  createPerson,
  enrolmentUnder,
  helped,
  identityContent,
  listing,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { openPhone } from './phones.ts';
import type { Held, MeshPhone, PhoneOptions } from './phones.ts';

export interface FoundPage {
  readonly community: TestCommunity;
  readonly ana: CastMember;
  readonly biel: CastMember;
  readonly carme: CastMember;
  /** Biel's tablet, which his first page let in and his second one does not follow. */
  readonly tablet: CastMember;
  /** The finder's device: the first page says that it is Biel's. */
  readonly found: CastMember;
  /** Biel's second page. */
  readonly key: Signer;
  /** What was there before the second page, and the finder's log with it. */
  readonly before: readonly Held[];
  /** "From now on my second page speaks": his phone is listed, and nothing else. */
  readonly second: Entry;
  /** The second page says that the tablet is Biel's as well; nobody knows it yet. */
  certify(person: CastMember): Promise<DeviceEnrol>;
  open(person: CastMember, options?: PhoneOptions): Promise<MeshPhone>;
}

export async function foundPage(): Promise<FoundPage> {
  const [ana, biel, carme] = await Promise.all(
    ['Ana', 'Biel', 'Carme'].map((name) => createPerson(name)),
  );
  assert(ana && biel && carme, 'three people');
  const tablet = await createPerson('Biel', 'tablet');
  const found = await createPerson('Biel', 'found page');
  const [first, key] = await Promise.all(
    [31, 32].map((byte) => signingKeyFromSeed(new Uint8Array(32).fill(byte))),
  );
  assert(first && key, 'two pages');
  const community = await TestCommunity.of(ana, [biel, carme]);
  const log = community.ledgerOf(biel);
  const devices = [listing(biel)];
  await log.add(
    await identityContent(community, biel, { key: first, devices }, biel.identity),
  );
  for (const device of [tablet, found]) {
    await community
      .ledgerOf(device)
      .add(await enrolmentUnder(community, device, 1, first));
  }
  await community.ledgerOf(found).add(helped(ana, 30));
  const before = copyOf(community);
  const claim = { key, version: 2, devices };
  const second = await log.add(await identityContent(community, biel, claim, first));
  return {
    community,
    ana,
    biel,
    carme,
    tablet,
    found,
    key,
    before,
    second,
    certify: (person) => enrolmentUnder(community, person, 2, key),
    open: (person, options = {}) => openPhone(community, person, options),
  };
}

/** The logs as they are now, whatever is added to them later. */
const copyOf = (community: TestCommunity): Held[] =>
  community.logs().map(({ log, entries }) => ({ log, entries: [...entries] }));
