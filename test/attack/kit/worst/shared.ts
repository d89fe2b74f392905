/** Accounts, decisions, and what boards say of them. */
import type { AccountId, ListingId, Minutes } from '@manyhands/base';
import { mandateIdOf } from '@manyhands/ledger';
import type {
  AccountChange,
  KnownContent,
  Matter,
  MotionOpen,
} from '@manyhands/ledger';
import { LogBuilder, confirmed, helped, opensAccount } from '@manyhands/testing';
import type { CastMember, TestCommunity } from '@manyhands/testing';
import { ana, biel, carme, didac, everybody, village } from '../stories.ts';
import { fill, puppet } from './mischief.ts';
import type { Worst } from './mischief.ts';

/** Everybody has a voice; Didac and Carme are up to something together. */
async function deciding(): Promise<{
  community: TestCommunity;
  his: LogBuilder;
  hers: LogBuilder;
}> {
  const { community } = await village();
  for (const { member } of [ana, carme, didac])
    await community.ledgerOf(biel).add({ type: 'member.vouch', member });
  const [his, hers] = [didac, carme].map(
    (each) => new LogBuilder(community.id, 'ledger', each),
  ) as [LogBuilder, LogBuilder];
  return { community, his, hers };
}

/** One log that is filled with what `write` says. */
const oneLog =
  (
    write: (n: number, log: LogBuilder) => Promise<KnownContent> | KnownContent,
  ): Worst =>
  async (bytes) => {
    const { community, his } = await deciding();
    await fill(bytes, async (n) => [await his.add(await write(n, his))]);
    return { community, logs: [his] };
  };

const openings = oneLog(async (n) => {
  const signers = [...everybody, await puppet(0, `Guest ${String(n % 12)}`)];
  return opensAccount(1 + (n % 4), signers);
});

const changeOf = (account: string, before: string, n: number): AccountChange => ({
  type: 'account.change',
  account: account as AccountId,
  before,
  threshold: 1,
  signers: [didac.member],
  places: [{ device: didac.device, place: n }],
});

/** Each follows the one before, or all of them the opening; with hours between. */
const changes =
  (isChain: boolean): Worst =>
  async (bytes) => {
    const { community, his, hers } = await deciding();
    const opened = await his.add(opensAccount(1, [didac]));
    const as = opened.id as string as AccountId;
    let before: string = as;
    await fill(bytes, async (n) => {
      const change = changeOf(as, before, n);
      if (isChain) before = mandateIdOf(change);
      const entry = await his.add(change);
      if (n % 8 > 0) return [entry];
      const hour = await his.add({ ...helped(carme, 30), as });
      return [entry, hour, await hers.add(confirmed(hour.id))];
    });
    return { community, logs: [his, hers] };
  };

/** One proposal, signed for an account again and again, also by who may not. */
const signatures: Worst = async (bytes) => {
  const { community, his, hers } = await deciding();
  const opened = await his.add(opensAccount(2, [didac, ana]));
  const as = opened.id as string as AccountId;
  const hour = await his.add({ ...helped(carme, 30), as });
  await fill(bytes, async () => [
    await his.add({ type: 'transfer.confirm', proposal: hour.id, as }),
    await hers.add({ type: 'transfer.confirm', proposal: hour.id, as }),
  ]);
  return { community, logs: [his, hers] };
};

/** Hours between two accounts that one signer opened. */
const betweenAccounts: Worst = async (bytes) => {
  const { community, his, hers } = await deciding();
  const [one, other] = [
    await his.add(opensAccount(1, [didac])),
    await his.add(opensAccount(1, [didac, carme])),
  ].map(({ id }) => id as string as AccountId) as [AccountId, AccountId];
  await fill(bytes, async () => {
    const lines = [{ party: other, minutes: 30 as Minutes }];
    const hour = await his.add({ ...helped(carme, 30), lines, as: one });
    const yes = { type: 'transfer.confirm', proposal: hour.id, as: other } as const;
    return [hour, await hers.add(yes)];
  });
  return { community, logs: [his, hers] };
};

const limit = (value: number): Matter => ({
  about: 'rule',
  key: 'limit',
  account: null,
  value: (value % 100_000) as Minutes,
});

const motionOf = (
  matter: Matter,
  replaces: MotionOpen['replaces'] = [],
): MotionOpen => ({
  type: 'motion.open',
  matter,
  replaces,
});

/** On one subject, each with yes of two, and in place of the eight before. */
const rivals: Worst = async (bytes) => {
  const { community, his, hers } = await deciding();
  const known: MotionOpen['replaces'][number][] = [];
  await fill(bytes, async (n) => {
    const motion = await his.add(motionOf(limit(n), known.slice(-8).sort()));
    known.push(motion.id);
    const yes = { type: 'motion.vote', motion: motion.id, yes: true } as const;
    return [motion, await hers.add(yes)];
  });
  return { community, logs: [his, hers] };
};

/** About as many lines as may be, all of them hours of one account. */
const aboutLines: Worst = async (bytes) => {
  const { community, his, hers } = await deciding();
  const opened = await his.add(opensAccount(1, [didac]));
  const as = opened.id as string as AccountId;
  const hours: { proposal: typeof opened.id; party: CastMember['member'] }[] = [];
  await fill(bytes / 3, async () => {
    const hour = await his.add({ ...helped(carme, 30), as });
    hours.push({ proposal: hour.id, party: carme.member });
    return [hour, await hers.add(confirmed(hour.id))];
  });
  await his.add({ ...changeOf(as, as, 1), signers: [biel.member], places: [] });
  await fill((bytes * 2) / 3, async (n) => {
    const from = (7 * n) % Math.max(1, hours.length - 32);
    const lines = hours.slice(from, from + 32);
    lines.sort((a, b) => (a.proposal < b.proposal ? -1 : 1));
    const motion = await his.add(
      motionOf({ about: 'lines', lines, stands: n % 2 === 0 }),
    );
    const yes = { type: 'motion.vote', motion: motion.id, yes: true } as const;
    return [motion, await hers.add(yes)];
  });
  return { community, logs: [his, hers] };
};

/** Many live motions first; then words on one of them, turned round and round. */
const votes: Worst = async (bytes) => {
  const { community, his, hers } = await deciding();
  let last = '';
  await fill(bytes / 3, async (n) => {
    const motion = await his.add(motionOf(limit(n)));
    last = motion.id;
    const yes = { type: 'motion.vote', motion: motion.id, yes: true } as const;
    return [motion, await hers.add(yes)];
  });
  await fill((bytes * 2) / 3, async (n) => [
    await his.add({ type: 'motion.vote', motion: last as never, yes: n % 2 === 0 }),
  ]);
  return { community, logs: [his, hers] };
};

/** Removals of everybody first; then a yes to one of them, taken back and said again. */
const removals: Worst = async (bytes) => {
  const { community, his, hers } = await deciding();
  let last = '';
  await fill(bytes / 3, async (n) => {
    const { member } = [ana, biel, carme][n % 3] ?? ana;
    const motion = await his.add(
      motionOf({ about: 'member', member, standing: 'removed' }),
    );
    last = motion.id;
    const yes = { type: 'motion.vote', motion: motion.id, yes: true } as const;
    return [motion, await hers.add(yes)];
  });
  await fill((bytes * 2) / 3, async (n) => {
    const motion = last as never;
    const no = { type: 'motion.vote', motion, yes: n % 2 === 1 } as const;
    return [await his.add(no), await hers.add(no)];
  });
  return { community, logs: [his, hers] };
};

/** Voices that are made up one by one, each of which moves every live motion. */
const vouches: Worst = async (bytes) => {
  const { community, his, hers } = await deciding();
  await fill(bytes / 3, async (n) => {
    const standing = n % 2 === 0 ? 'removed' : 'paused';
    const motion = await his.add(
      motionOf({ about: 'member', member: biel.member, standing }),
    );
    const yes = { type: 'motion.vote', motion: motion.id, yes: true } as const;
    return [motion, await hers.add(yes)];
  });
  await fill((bytes * 2) / 3, async (n) => {
    const made = await puppet(n, `Guest ${String(n)}`);
    const vouch = { type: 'member.vouch', member: made.member } as const;
    return [
      await his.add(await community.admitContent(made)),
      await his.add(vouch),
      await hers.add(vouch),
    ];
  });
  return { community, logs: [his, hers] };
};

const hex = (n: number, bytes: number): string =>
  n.toString(16).padStart(2 * bytes, '0');

/** A board that is filled with what `write` says of an account. */
const board =
  (write: (n: number, account: AccountId) => KnownContent): Worst =>
  async (bytes) => {
    const { community, his } = await deciding();
    const opened = await his.add(opensAccount(1, [didac]));
    const log = new LogBuilder(community.id, 'board', didac);
    const account = opened.id as string as AccountId;
    await fill(bytes, async (n) => [await log.add(write(n, account))]);
    return { community, logs: [his, log] };
  };

export const shared: Readonly<Record<string, Worst>> = {
  'accounts with many signers': openings,
  'changes of one account, each after the other': changes(true),
  'changes of one account, all rivals': changes(false),
  'signatures under one proposal': signatures,
  'hours between two accounts': betweenAccounts,
  'motions that nobody else speaks to': oneLog((n) => motionOf(limit(n))),
  'rival motions, each in place of others': rivals,
  'motions about many lines': aboutLines,
  'words on one of many motions': votes,
  'voices made up while much is decided': vouches,
  'removals of everybody, taken back and said again': removals,
  'cards of one account': board((rev, account) => ({
    type: 'account.card',
    account,
    rev,
    name: 'Clinic',
    words: '',
    photo: null,
  })),
  'words about as many motions': board((n) => ({
    type: 'words',
    about: hex(n, 32),
    rev: 0,
    text: '',
  })),
  'covers of as many cards': board((n) => ({
    type: 'cover',
    member: ana.member,
    bodyHash: hex(n, 32),
    turn: n,
    on: true,
  })),
  'cards that are an account’s': board((n, account) => ({
    type: 'behalf',
    listing: hex(n, 16) as ListingId,
    rev: n,
    account,
  })),
};
