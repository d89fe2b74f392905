import { assert } from '@manyhands/base';
import type { Day, MemberId, Minutes } from '@manyhands/base';
import { encodeWord, talkThreadOf } from '@manyhands/ledger';
import type { Entry, Word } from '@manyhands/ledger';
import { TestCommunity, createCast, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { recordHelp, sayYes } from '../hours/acts.ts';
import { readersOf, sealWords } from '../opened/sealing.ts';
import { wordsOf } from '../talk/words.ts';
import { silentPhone } from './silentPhone.ts';
import type { SilentPhone } from './silentPhone.ts';
import { tellEachOther } from './telling.ts';

export interface Talking {
  readonly community: TestCommunity;
  readonly ana: CastMember;
  readonly biel: CastMember;
  readonly carme: CastMember;
  readonly anas: SilentPhone;
  readonly tablet: SilentPhone;
  readonly biels: SilentPhone;
  readonly carmes: SilentPhone;
}

/**
 * Ana has a phone and a tablet. She and Biel share an hour; Carme shares nothing with anybody.
 * Didac has founded the community.
 */
export async function settleTalking(): Promise<Talking> {
  const [ana, biel, carme, didac] = await createCast();
  const anasTablet = await createPerson('Ana', 'tablet');
  const community = await TestCommunity.of(didac, [ana, biel, carme]);
  await community.ledgerOf(didac).add(await community.enrolContent(anasTablet));
  const anas = await silentPhone(ana, community);
  const tablet = await silentPhone(anasTablet, community);
  const biels = await silentPhone(biel, community);
  const carmes = await silentPhone(carme, community);
  const help = { iHelped: true, minutes: 60 as Minutes, day: 20_139 as Day, text: '' };
  const asked = await recordHelp(anas.place, {
    ...help,
    with: biel.member,
    category: null,
    instead: null,
  });
  assert(asked.ok, 'she asks him');
  await tellEachOther(anas, biels);
  const said = await sayYes(biels.place, asked.value);
  assert(said.ok, 'he says yes');
  for (const phone of [anas, tablet, carmes]) await tellEachOther(biels, phone);
  return { community, ana, biel, carme, anas, tablet, biels, carmes };
}

export async function sayWord(
  from: SilentPhone,
  to: CastMember,
  text: string,
): Promise<Entry> {
  const said = await wordsOf(from.place).say(to.member, text);
  assert(said.ok, `it is said: ${JSON.stringify(said)}`);
  const entry = from.place.replica.entry(said.value);
  assert(entry, 'what was said stands');
  return entry;
}

/** The words with `other` that this phone shows, in order. */
export async function read(
  { place }: SilentPhone,
  { member }: CastMember,
): Promise<string> {
  const words = await wordsOf(place).readWith(member);
  return words.map(({ word }) => word.text).join(' ');
}

/** What a changed app could write: any word in any thread, sealed to the devices of these. */
export async function forge(
  from: SilentPhone,
  word: Word,
  {
    thread = [word.from, word.to],
    to,
  }: {
    readonly thread?: readonly [MemberId, MemberId];
    readonly to: readonly CastMember[];
  },
): Promise<Entry> {
  const { replica, writer, membership } = from.place;
  const devices = to.flatMap(({ member }) => readersOf(replica, member));
  const id = talkThreadOf(membership.community, ...thread);
  const sealed = await sealWords(devices, id, encodeWord(word));
  const written = await writer.append('board', sealed);
  assert(written.ok, 'it is written');
  return written.value;
}

export const wordSaid = (
  from: CastMember,
  to: CastMember,
  text: string,
  numbers: Partial<Word> = {},
): Word => ({
  from: from.member,
  to: to.member,
  turn: 1,
  seen: 0,
  text,
  ...numbers,
});
