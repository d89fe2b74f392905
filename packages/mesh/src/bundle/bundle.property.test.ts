/** [M9] Parcels in any order, as often as one likes, come to the same; what is erased stays so. */
import fc from 'fast-check';
import { assert } from '@manyhands/base';
import { concat, toHex, utf8Bytes } from '@manyhands/codec';
import { bodyHashAt, erasedPositionOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createCast,
  helped,
  profileOf,
  stateOf,
  sized,
} from '@manyhands/testing';
import { expect, test } from 'vitest';
import { holding, bundleLockOf, packs, takes } from '../testing/bundles.ts';
import { openBundle } from './sealedBundle.ts';

const [ana, biel, carme] = await createCast();
const cast = [ana, biel, carme];
const runs = sized(10, 400);

/** One thing that somebody does, or that their community packs at that moment. */
const acts = fc.oneof(
  fc.record({ type: fc.constant('help' as const), by: fc.nat(2), to: fc.nat(2) }),
  fc.record({ type: fc.constant('yes' as const), by: fc.nat(2), to: fc.nat(9) }),
  fc.record({ type: fc.constant('words' as const), by: fc.nat(2), to: fc.nat(2) }),
  fc.record({ type: fc.constant('erase' as const), by: fc.nat(2), to: fc.nat(9) }),
  fc.record({ type: fc.constant('pack' as const), by: fc.nat(2), to: fc.nat(9) }),
);
type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never;

/** With what each story begins, so that each has something that must not be packed. */
const regret: readonly Act[] = (['words', 'erase'] as const).map((type) => {
  return { type, by: 0, to: 0 };
});

const wordsOf = (n: number) => `words number ${n.toString().padStart(4, '0')}.`;

class Story {
  readonly #community: TestCommunity;
  readonly #proposals: Entry[] = [];
  readonly #words: { readonly by: number; readonly entry: Entry; erased: boolean }[] =
    [];
  readonly bundles: Uint8Array[] = [];
  #n = 0;

  constructor(community: TestCommunity) {
    this.#community = community;
  }

  async play({ type, by, to }: Act): Promise<void> {
    const person = cast[by];
    const other = cast[to];
    assert(person, 'somebody');
    const ledger = this.#community.ledgerOf(person);
    const board = this.#community.boardOf(person);
    if (type === 'help' && other && other !== person) {
      this.#proposals.push(await ledger.add(helped(other, 30)));
    }
    const proposal = this.#proposals[to];
    if (type === 'yes' && proposal) await ledger.add(confirmed(proposal.id));
    if (type === 'words') {
      const about = wordsOf((this.#n += 1));
      const entry = await board.add({ ...profileOf(person, this.#n), about });
      this.#words.push({ by, entry, erased: false });
    }
    const said = this.#words.filter((each) => each.by === by)[to];
    if (type === 'erase' && said) {
      await board.add({ type: 'erase', places: [erasedPositionOf(said.entry)] });
      said.erased = true;
    }
    if (type === 'pack') await this.pack(to);
  }

  /** What was written since the `since`-th parcel, or everything. */
  async pack(since: number): Promise<void> {
    const here = await holding(this.#community);
    const before = this.bundles[since];
    const known = new Map<string, number>();
    if (before) {
      const then = await holding(this.#community, []);
      for (const bundle of this.bundles.slice(0, since + 1)) await takes(then, bundle);
      for (const { log, length } of then.replica.wireVector()) known.set(log, length);
    }
    const lacks = here.replica
      .wireVector()
      .some(({ log, length }) => (known.get(log) ?? 0) < length);
    if (!lacks) return;
    const { bundle } = await packs(here, ana, { known });
    this.bundles.push(bundle);
    const opened = await openBundle(bundle, [bundleLockOf(this.#community)]);
    assert(opened.ok, 'opens');
    const raw = toHex(concat(...opened.value.content.pages));
    for (const { entry, erased } of this.#words) {
      assert(entry.content.type === 'profile', 'words');
      // What is erased stands in no parcel that is packed from then on.
      if (erased) expect(raw).not.toContain(toHex(utf8Bytes(entry.content.about)));
    }
  }

  erased(): Entry[] {
    return this.#words.filter(({ erased }) => erased).map(({ entry }) => entry);
  }
}

test(
  '[M9] parcels in any order, any number of times, come to one and the same',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(acts, { minLength: 4, maxLength: 24 }),
        fc.infiniteStream(fc.nat()),
        async (plays, dice) => {
          const community = await TestCommunity.of(ana, [biel, carme]);
          const story = new Story(community);
          for (const act of [...regret, ...plays]) await story.play(act);
          await story.pack(-1);
          const whole = await holding(community);
          const { bundles } = story;
          // Shuffled, some twice, and at the end once more in another order: what had to
          // wait for another parcel is taken then.
          const shuffled = () =>
            [...bundles, ...bundles]
              .map((bundle) => ({ bundle, at: dice.next().value as number }))
              .sort((a, b) => a.at - b.at)
              .map(({ bundle }) => bundle);
          const here = await holding(community, []);
          for (const bundle of shuffled()) {
            expect((await takes(here, bundle)).end).toBe('whole');
          }
          expect(here.replica.digest()).toBe(whole.replica.digest());
          expect(here.replica.ledger.stateHash()).toBe(
            whole.replica.ledger.stateHash(),
          );
          expect(here.replica.board.boardHash()).toBe(whole.replica.board.boardHash());
          await here.replica.settled();
          const settled = await stateOf(here);
          for (const bundle of shuffled()) {
            expect(await takes(here, bundle)).toMatchObject({ added: 0 });
          }
          await here.replica.settled();
          expect(await stateOf(here)).toEqual(settled);
          for (const entry of story.erased()) {
            expect(bodyHashAt(entry)).toBeDefined();
            expect(here.replica.entry(entry.id)).toBeNull();
          }
        },
      ),
      { numRuns: runs },
    );
  },
);
