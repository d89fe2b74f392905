/** [M4] A transfer that broke off goes on where it stopped, also on a phone that was closed. */
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { encodePage, pageLimit } from '@manyhands/replica';
import { createCast, sized } from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { breakingAfter, bytesHeld, longRecord } from './testing/longRecord.ts';
import { closePhone, closePhones, join, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

afterEach(closePhones);

const [ana, biel, carme, didac] = await createCast();
/** Handshakes, vectors and digests, each time. */
const around = 65_536;
const emptyPage = encodePage({ evidence: [], runs: [] });

interface Break {
  /** Of what is still to come. */
  readonly after: number;
  readonly isClosed: boolean;
}

const breaks = (most: number): fc.Arbitrary<Break[]> =>
  fc.array(
    fc.record({
      after: fc.double({ min: 0, max: 0.98, noNaN: true }),
      isClosed: fc.boolean(),
    }),
    { minLength: 1, maxLength: most },
  );

class Fetching {
  readonly #community: TestCommunity;
  readonly #giver: MeshPhone;
  readonly #person: CastMember;
  #phone: MeshPhone;
  received = 0;

  private constructor(community: TestCommunity, giver: MeshPhone, phone: MeshPhone) {
    this.#community = community;
    this.#giver = giver;
    this.#phone = phone;
    this.#person = phone.person;
  }

  static async begin(community: TestCommunity, giver: MeshPhone, person: CastMember) {
    const holds = [community.ledgerOf(ana)];
    return new Fetching(
      community,
      giver,
      await openPhone(community, person, { holds }),
    );
  }

  /** Over a line that breaks after so many bytes; then the app may be closed. */
  async breakOff(bytes: number, isClosed: boolean): Promise<void> {
    const [here, there] = await join(this.#giver, this.#phone, breakingAfter(bytes));
    if (there.ok) {
      await there.value.ended;
      this.received += there.value.bytesReceived;
    }
    if (here.ok) await here.value.ended;
    if (!isClosed) {
      // Pages are taken in turn: behind this one, all that came is taken.
      await this.#phone.replica.receive(emptyPage, { type: 'archive' });
      return;
    }
    // As when a tab is killed: nothing is closed in order, and what the disk has is there.
    closePhone(this.#phone);
    const { disk } = this.#phone;
    this.#phone = await openPhone(this.#community, this.#person, { disk });
  }

  async finish(): Promise<void> {
    const [here, there] = await join(this.#giver, this.#phone);
    assert(here.ok && there.ok, 'they link');
    await vi.waitFor(
      () => {
        expect(this.#phone.replica.digest()).toBe(this.#giver.replica.digest());
      },
      { timeout: 120_000, interval: 20 },
    );
    this.received += there.value.bytesReceived;
    there.value.close();
    closePhone(this.#phone);
  }
}

async function checkBreaks(
  record: { readonly community: TestCommunity; readonly giver: MeshPhone },
  all: readonly Break[],
): Promise<void> {
  const whole = bytesHeld(record.giver);
  const fetching = await Fetching.begin(record.community, record.giver, didac);
  const soFar: number[] = [];
  for (const { after, isClosed } of all) {
    const rest = whole - fetching.received;
    await fetching.breakOff(Math.floor(after * rest), isClosed);
    soFar.push(fetching.received);
  }
  await fetching.finish();
  for (const received of soFar) {
    // What came after this break: the rest, and of each break one page again. Also of those
    // before it: what a kill took had been counted, and may come again after the next one.
    const rest = whole - received;
    const most = rest + soFar.length * (pageLimit + around) + around;
    expect(fetching.received - received).toBeLessThan(most);
  }
}

async function recordOf(entriesEach: number) {
  const community = await longRecord([ana, biel, carme], entriesEach, [didac]);
  return { community, giver: await openPhone(community, ana) };
}

test(
  '[M4] cut at any point it goes on there: what comes after is the rest and one page',
  { timeout: 300_000 },
  async () => {
    const record = await recordOf(sized(400, 900));
    expect(bytesHeld(record.giver)).toBeGreaterThan(sized(4, 9) * pageLimit);
    await fc.assert(
      fc.asyncProperty(breaks(1), (all) => checkBreaks(record, all)),
      {
        numRuns: sized(2, 60),
        // At the very beginning, and almost at the end.
        examples: [
          [[{ after: 0.01, isClosed: false }]],
          [[{ after: 0.97, isClosed: true }]],
        ],
      },
    );
  },
);

test(
  `[M4] so do ${sized(3, 20)} MB, cut several times, the app closed in between`,
  { timeout: 600_000 },
  async () => {
    const record = await recordOf(sized(1_000, 6_600));
    expect(bytesHeld(record.giver)).toBeGreaterThan(sized(2_800_000, 19_000_000));
    await checkBreaks(record, [
      { after: 0.3, isClosed: true },
      { after: 0.5, isClosed: false },
    ]);
  },
);
