/** Whose logs are kept by what a device says of another inside a witness (A15). */
import { describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { signingKeyFromSeed } from '@manyhands/keys';
import { witnessEntry } from '@manyhands/ledger';
import {
  additionOf,
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  enrolmentUnder,
  identityContent,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';

const [ana, biel, carme, didac] = await createCast();
const tablet = await createPerson('Biel', 'tablet');
const laptop = await createPerson('Biel', 'laptop');
const words = await signingKeyFromSeed(new Uint8Array(32).fill(21));

const isHeld = ({ replica }: OnMemory, person: CastMember): boolean =>
  replica.vector().some(({ log }) => log.device === person.device);

/** Carme carries what Biel's tablet says of his laptop; nobody has named the tablet yet. */
async function carriedByCarme() {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  const addition = await community.ledgerOf(tablet).add(additionOf(laptop));
  await community.boardOf(laptop).add({ ...profileOf(laptop), name: 'Not Biel' });
  const witness = witnessEntry(addition);
  assert(witness, 'an addition can be carried');
  await community.ledgerOf(carme).add(witness);
  const unknown = new Set<string>([tablet.device, laptop.device]);
  const said = community.runs().filter(({ device }) => !unknown.has(device));
  return { community, said, board: community.boardOf(laptop).run() };
}

describe('[A15] [ledger/L12] a log is kept once a certificate names its device', () => {
  test('of what a device adds only once it is named itself, also inside a witness', async () => {
    const { community, said, board } = await carriedByCarme();
    const here = await openOnMemory(community.id);
    const offered = await deliver(here, { runs: [...said, board] }, carme);
    const [first] = community.boardOf(laptop).entries;
    expect([offered.refused, offered.strangers]).toEqual([null, [first?.logId]]);
    expect(here.replica.isCertified(laptop.member, laptop.device)).toBe(false);
    await here.replica.close();

    const again = await openOnMemory(community.id, here.disk);
    expect(again.replica.isCertified(laptop.member, laptop.device)).toBe(false);
    await community.ledgerOf(biel).add(additionOf(tablet));
    await deliver(again, { runs: [community.ledgerOf(biel).run()] }, biel);
    expect(again.replica.isCertified(laptop.member, laptop.device)).toBe(true);
    await deliver(again, { runs: [board] }, carme);
    expect(isHeld(again, laptop)).toBe(true);
  });

  test('of what a device adds that is named later in the same page', async () => {
    const { community, said, board } = await carriedByCarme();
    const desk = await createPerson('Biel', 'desk');
    await community.ledgerOf(biel).add(additionOf(desk));
    await community.ledgerOf(desk).add(additionOf(tablet));
    const named = [biel, desk].map((each) => community.ledgerOf(each).run());
    for (const runs of [
      [...said, board, ...named],
      [...named, board, ...said.toReversed()],
    ]) {
      const here = await openOnMemory(community.id);
      await deliver(here, { runs }, carme);
      expect(isHeld(here, laptop)).toBe(true);
    }
  });

  test('of what a device adds whose own key is claimed later', async () => {
    const { community, said, board } = await carriedByCarme();
    await community
      .ledgerOf(didac)
      .add(await enrolmentUnder(community, tablet, 1, words));
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: [...said, community.ledgerOf(didac).run()] }, carme);
    expect(here.replica.isCertified(laptop.member, laptop.device)).toBe(false);
    await community
      .ledgerOf(biel)
      .add(await identityContent(community, biel, { key: words }, biel.identity));
    await deliver(here, { runs: [board, community.ledgerOf(biel).run()] }, biel);
    expect(isHeld(here, laptop)).toBe(true);
  });
});
