/** Hours, proofs, witnesses and entries without their chain. */
import { proveFork, witnessEntry } from '@manyhands/ledger';
import type { KnownContent } from '@manyhands/ledger';
import type { Minutes } from '@manyhands/base';
import {
  LogBuilder,
  additionOf,
  confirmed,
  createPerson,
  helped,
  runOf,
} from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { bodyOfType } from '../entries.ts';
import { ana, biel, carme, didac, village } from '../stories.ts';
import { fill, puppet } from './mischief.ts';
import type { Worst } from './mischief.ts';

const ledgerOf = ({ id }: TestCommunity, person: CastMember): LogBuilder =>
  new LogBuilder(id, 'ledger', person);

/** A proposal that names as many people as may be. */
async function workshop() {
  const others = await Promise.all(
    Array.from({ length: 64 }, (_, n) => createPerson(`Guest ${String(n)}`)),
  );
  const lines = others
    .map(({ member }) => ({ party: member, minutes: 30 as Minutes }))
    .sort((a, b) => (a.party < b.party ? -1 : 1));
  return { ...helped(carme, 30), lines };
}

/** One proposal of 64 lines, taken back and answered again and again. */
const answers: Worst = async (bytes) => {
  const { community } = await village();
  const [his, hers] = [ledgerOf(community, didac), ledgerOf(community, carme)];
  const proposal = (await his.add(await workshop())).id;
  await fill(bytes, async (n) => [
    await his.add({ type: 'transfer.withdraw', proposal, as: null }),
    await hers.add(
      n % 2 === 0
        ? confirmed(proposal)
        : { type: 'transfer.decline', proposal, as: null },
    ),
  ]);
  return { community, logs: [his, hers] };
};

/** Proposals of 64 lines. */
const workshops: Worst = async (bytes) => {
  const { community } = await village();
  const log = ledgerOf(community, didac);
  const content = await workshop();
  await fill(bytes, async () => [await log.add(content)]);
  return { community, logs: [log] };
};

/** One hour, put right again and again, and each time agreed. */
const undos: Worst = async (bytes) => {
  const { community } = await village();
  const [his, hers] = [ledgerOf(community, didac), ledgerOf(community, carme)];
  const first = await his.add(helped(carme, 60));
  await hers.add(confirmed(first.id));
  await fill(bytes, async () => {
    const undo = {
      ...helped(carme, 60),
      gave: false,
      kind: 'undo',
      ref: first.id,
    } as const;
    const entry = await his.add(undo);
    return [entry, await hers.add(confirmed(entry.id))];
  });
  return { community, logs: [his, hers] };
};

/** Many proofs of one's own forks, each at an earlier place than the one before. */
const earlierForks: Worst = async (bytes) => {
  const { community } = await village();
  const device = await puppet(0);
  const [log, by] = [ledgerOf(community, device), ledgerOf(community, didac)];
  await by.add(await community.enrolContent(device));
  const hours = await fill(bytes / 2, async () => [await log.add(helped(carme, 30))]);
  const proofs = Math.floor(bytes / 2 / 412);
  const places = hours.slice(0, proofs).map(({ seq }) => seq);
  for (const seq of places.toReversed()) {
    const [mine, other] = [
      hours[seq],
      await log.branch(device, seq).add(helped(carme, 31)),
    ];
    if (mine) await by.add(proveFork([mine], [other]));
  }
  const first = ledgerOf(community, didac);
  first.entries.push(...by.entries.slice(0, 1));
  return { community, logs: [first, log, by] };
};

/** Proofs of forks of as many logs. */
const forks: Worst = async (bytes) => {
  const { community } = await village();
  const by = ledgerOf(community, didac);
  await fill(bytes, async (n) => {
    const log = ledgerOf(community, await puppet(n));
    const [one, other] = [
      await log.branch(await puppet(n), 0).add(helped(carme, 1)),
      await log.add(helped(carme, 2)),
    ];
    return [await by.add(proveFork([one], [other]))];
  });
  return { community, logs: [by] };
};

/** The same hour, carried again and again. */
const witnesses: Worst = async (bytes) => {
  const { community } = await village();
  const [his, by] = [ledgerOf(community, didac), ledgerOf(community, carme)];
  const proposal = await his.add(helped(carme, 30));
  const content = witnessEntry(proposal);
  await fill(bytes, async () => (content ? [await by.add(content)] : []));
  return { community, logs: [his, by] };
};

/** Another history of a log of long entries, few of them signed: inside witnesses, each earlier. */
const carriedEarlier: Worst = async (bytes) => {
  const { community } = await village();
  const [his, by] = [ledgerOf(community, didac), ledgerOf(community, carme)];
  const content = await workshop();
  const all = await fill(bytes / 2, async (n) => [
    await his.add(content, n % 31 === 30 ? {} : { signer: null }),
  ]);
  await his.add(content);
  const each = Math.ceil(bytes / 2 / 320 / all.length);
  for (const { seq } of all.toReversed()) {
    for (let n = 0; n < each; n++) {
      const other = await his.branch(didac, seq).add(helped(carme, 1 + n));
      const carried = witnessEntry(other);
      if (carried) await by.add(carried);
    }
  }
  // In one piece: what is not signed passes only with a signature behind it.
  const runs = [runOf(his.entries), ...by.entries.map((entry) => runOf([entry]))];
  return { community, runs };
};

/** Two histories of as many devices that nobody has named, inside witnesses. */
const carriedOfNobody: Worst = async (bytes) => {
  const { community } = await village();
  const by = ledgerOf(community, carme);
  await fill(bytes, async (n) => {
    const made = await puppet(n, 'Ana');
    const said = [1, 2].map(async (minutes) => {
      const carried = witnessEntry(
        await ledgerOf(community, made).add(helped(biel, minutes)),
      );
      return carried ? [await by.add(carried)] : [];
    });
    return (await Promise.all(said)).flat();
  });
  return { community, logs: [by] };
};

/** Entries of one log, the last first, without the first. */
const alone =
  (write: (n: number) => KnownContent | Promise<KnownContent>): Worst =>
  async (bytes) => {
    const { community } = await village();
    const log = ledgerOf(community, didac);
    await log.add(helped(carme, 1));
    const all = await fill((bytes * 2) / 3, async (n) => [
      await log.add(await write(n)),
    ]);
    return { community, alone: all.toReversed() };
  };

/** As many entries of one place. */
const onePlace: Worst = async (bytes) => {
  const { community } = await village();
  const log = ledgerOf(community, didac);
  await log.add(helped(carme, 1));
  const all = await fill((bytes * 2) / 3, async (n) => [
    await log
      .branch(didac, 1)
      .add({ type: 'member.vouch', member: ana.member }, { time: n }),
  ]);
  return { community, alone: all };
};

/** Another history of a long log, place by place. */
const otherHistory: Worst = async (bytes) => {
  const { community } = await village();
  const log = ledgerOf(community, didac);
  await fill(bytes / 2, async () => [await log.add(helped(carme, 30))]);
  const other = ledgerOf(community, didac);
  await fill(bytes / 2, async () => [await other.add(helped(carme, 31))]);
  return { community, logs: [log, other] };
};

/** Entries of types that nobody knows. */
const unknown: Worst = async (bytes) => {
  const { community } = await village();
  const log = ledgerOf(community, didac);
  await fill(bytes, async (n) => [await log.addBody(bodyOfType(20 + (n % 40), [], n))]);
  return { community, logs: [log] };
};

export const acts: Readonly<Record<string, Worst>> = {
  'answers to one proposal of 64 lines': answers,
  'proposals of 64 lines': workshops,
  'undos of one hour': undos,
  'forks of one log, each earlier': earlierForks,
  'forks of as many logs': forks,
  'witnesses of one hour': witnesses,
  'another history inside witnesses, each earlier': carriedEarlier,
  'two histories of made-up devices inside witnesses': carriedOfNobody,
  'hours without their chain': alone((n) => helped(biel, 1 + (n % 6_000))),
  'additions without their chain': alone(async (n) => additionOf(await puppet(n))),
  'two histories of one place': onePlace,
  'another history of a long log': otherHistory,
  'types that nobody knows': unknown,
};
