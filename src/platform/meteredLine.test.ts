/** [mesh/M4] Megabytes are told before they are fetched: a line that costs, two meshes, a record. */
import { assert, err } from '@manyhands/base';
import { channelPair, startMesh } from '@manyhands/mesh';
import type { Mesh } from '@manyhands/mesh';
import { encodePage } from '@manyhands/replica';
import type { Run } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import { TestCommunity, createCast, openOnMemory, profileOf } from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import { afterEach, expect, test, vi } from 'vitest';
import { FetchChoice } from './fetchChoice.ts';

afterEach(() => vi.unstubAllGlobals());

const [ana, biel, carme] = await createCast();
/** More than this is told before it is fetched (mesh, `smallPull`). */
const smallPull = 1_048_576;

/** Two megabytes on Carme's board; one entry of 32 is signed, which is enough (replica/A6). */
async function wordyCommunity(): Promise<TestCommunity> {
  const community = await TestCommunity.of(ana, [biel, carme]);
  const about = 'x'.repeat(900);
  for (let rev = 0; rev < 2_048; rev++) {
    const options = rev % 32 === 31 ? {} : { signer: null };
    await community.boardOf(carme).add({ ...profileOf(carme, rev), about }, options);
  }
  return community;
}

async function holding(
  community: TestCommunity,
  runs: readonly Run[],
): Promise<OnMemory> {
  const here = await openOnMemory(community.id);
  for (const run of runs) {
    const page = encodePage({ evidence: [], runs: [run] });
    const { refused } = await here.replica.receive(page, { type: 'archive' });
    assert(refused === null, 'what is held is in order');
  }
  return here;
}

const meshOf = ({ replica }: OnMemory, { member, signing }: CastMember): Mesh =>
  startMesh({
    replica,
    self: { member, device: signing },
    secret: null,
    lobby: null,
    relays: [],
    admission: null,
    admit: () => Promise.resolve(err({ type: 'InviteUnknown' })),
    onsecret: () => undefined,
  });

test('what waits is said with its size, stays away until somebody says so, and comes then', async () => {
  vi.stubGlobal('navigator', {
    connection: Object.assign(new EventTarget(), { type: 'cellular' }),
  });
  const community = await wordyCommunity();
  const board = community.boardOf(carme);
  const pieces = Array.from({ length: 16 }, (_, i) =>
    board.run(i * 128, (i + 1) * 128),
  );
  const beginning = [community.ledgerOf(ana).run()];
  const there = await holding(community, [...beginning, ...pieces]);
  const here = await holding(community, beginning);
  const choice = new FetchChoice(createMemoryStore().notes, () => undefined);
  const [giving, taking] = [meshOf(there, ana), meshOf(here, biel)];
  const end = choice.follow(taking);

  const [one, other] = channelPair();
  const [link] = await Promise.all([
    taking.connectChannel(one, 'dialler'),
    giving.connectChannel(other, 'answerer'),
  ]);
  assert(link.ok, 'they link');
  await vi.waitFor(() => expect(choice.heldBack).not.toBeNull(), 20_000);
  // Said in bytes, about as many as there are; and a page at most is here.
  expect(choice.heldBack?.bytes).toBeGreaterThan(smallPull);
  expect(choice.heldBack?.bytes).toBeLessThan(2_500_000);
  const lacking = () => 2_048 - here.replica.head(board.log).length;
  expect(lacking()).toBeGreaterThan(1_500);

  // Somebody writes meanwhile: that is small, and comes all the same.
  const word = await community.boardOf(biel).add(profileOf(biel));
  const news = encodePage({ evidence: [], runs: [community.boardOf(biel).run()] });
  await there.replica.receive(news, { type: 'own' });
  await vi.waitFor(() => expect(here.replica.entry(word.id)).not.toBeNull(), 20_000);
  expect(lacking()).toBeGreaterThan(1_500);
  expect(link.value.bytesReceived).toBeLessThan(smallPull);

  choice.now();
  await vi.waitFor(() => expect(lacking()).toBe(0), 60_000);
  expect(choice.heldBack).toBeNull();
  end();
  for (const mesh of [giving, taking]) mesh.close();
}, 120_000);
