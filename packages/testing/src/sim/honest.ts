/** What honest people do with their phones, one thing at a time. */
import { minutesPerDay } from '@manyhands/base';
import type { Day, EntryId, Minutes, NoteId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import {
  confirmTransfer,
  declineTransfer,
  encodeTravelling,
  foundCommunity,
  proposeTransfer,
  undoTransfer,
  vouchFor,
  withdrawTransfer,
} from '@manyhands/ledger';
import type { Entry, KnownContent, Ledger, LogKind, Transfer } from '@manyhands/ledger';
import { pageOf } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import type { Chance } from '../chance.ts';
import { simSecret } from './admitting.ts';
import type { SimPhone } from './phone.ts';
import { pinCard } from './pinCard.ts';
import { keyOf } from './syncKeys.ts';
import type { World } from './world.ts';

/** The founding, and the first neighbours let in by hand: with no network at all. */
export async function settleIn(world: World): Promise<void> {
  const { founder } = world;
  const found = foundCommunity(world.charter, await founder.certificate());
  if (!found.ok) throw new Error('Bug: a charter that cannot be founded');
  await signAgain(founder, 'ledger', found.value);
  const late = world.trouble.newcomers ? 1 : 0;
  const first = world.phones.filter((phone) => phone !== founder);
  const honest = first.filter((phone) => phone.soul.isHonest);
  const latecomers = new Set(honest.slice(honest.length - late));
  for (const phone of first) {
    if (latecomers.has(phone)) continue;
    await signAgain(founder, 'ledger', await world.admission(phone));
  }
  for (const phone of first) {
    if (latecomers.has(phone)) continue;
    phone.welcome = welcomeBy(founder);
    phone.secret = simSecret;
    phone.boot();
  }
}

/** All that a phone holds, as far as one page takes it: without, a newcomer trusts nobody. */
export function welcomeBy({ running }: SimPhone): Uint8Array | null {
  const asks = (running?.replica.vector() ?? []).map(({ logId, length }) => {
    return { log: logId.slice(0, 32), from: 0, max: length };
  });
  return running?.replica.page(asks).page ?? null;
}

async function signAgain(
  phone: SimPhone,
  kind: LogKind,
  content: KnownContent,
): Promise<void> {
  await phone.sign(kind, content);
}

const weights = {
  propose: 26,
  answer: 34,
  withdraw: 3,
  undo: 5,
  thank: 6,
  profile: 4,
  erase: 4,
  vouch: 4,
  admit: 5,
  settle: 8,
  carry: 8,
  leave: 0.3,
};
type Deed = keyof typeof weights;

/** One honest phone does one thing. */
export function actHonestly(world: World, phone: SimPhone, chance: Chance): void {
  const deed = chance.weighted(weights);
  world.note(`${phone.name}: ${deed}`);
  world.watch(deeds[deed](world, phone, chance));
}

const replicaOf = (phone: SimPhone): Replica => {
  if (phone.running === null) throw new Error('Bug: a phone that is off acts');
  return phone.running.replica;
};

const todayOf = (phone: SimPhone): Day =>
  Math.min(65_535, Math.floor(phone.minute() / minutesPerDay)) as Day;

type Do = (world: World, phone: SimPhone, chance: Chance) => Promise<unknown>;

const deeds: Record<Deed, Do> = {
  propose(_, phone, chance) {
    const { ledger } = replicaOf(phone);
    const others = ledger
      .members()
      .filter(
        ({ member, everMember, left }) =>
          everMember && !left && member !== phone.soul.member,
      );
    const many = chance.percent(15) ? chance.between(2, 3) : 1;
    const lines = chance
      .shuffled(others)
      .slice(0, many)
      .map(({ member }) => ({
        party: member,
        minutes: chance.between(1, 300) as Minutes,
      }));
    const today = todayOf(phone);
    const content = proposeTransfer(ledger, {
      by: phone.soul.member,
      gave: chance.percent(50),
      lines,
      day: Math.max(0, today - chance.between(0, 3)) as Day,
      today,
      kind: chance.percent(10) ? 'gift' : 'help',
      note: chance.percent(30) ? (toHex(chance.bytes(16)) as NoteId) : null,
    });
    return content.ok ? phone.sign('ledger', content.value) : nothing();
  },

  async answer(_, phone, chance) {
    const replica = replicaOf(phone);
    const { ledger } = replica;
    const { member } = phone.soul;
    // Now and then a second yes, or one after a no: ledger/L3, ledger/L4.
    const asked = chance.percent(85)
      ? ledger.waitingFor(member)
      : answerable(ledger, phone);
    const transfer = chance.pick(asked);
    if (transfer === undefined) return nothing();
    const say = chance.percent(85) ? confirmTransfer : declineTransfer;
    const content = say(ledger, member, transfer.proposal);
    // No witness could carry it over a cut (replica/A6): as hours/acts.ts of the community has it.
    if (!(await replica.isSigned(transfer.proposal))) return nothing();
    return content.ok ? phone.sign('ledger', content.value) : nothing();
  },

  withdraw(_, phone, chance) {
    const { ledger } = replicaOf(phone);
    const transfer = chance.pick(ledger.askedBy(phone.soul.member));
    if (transfer === undefined) return nothing();
    const content = withdrawTransfer(ledger, phone.soul.member, transfer.proposal);
    return content.ok ? phone.sign('ledger', content.value) : nothing();
  },

  undo(_, phone, chance) {
    const { ledger } = replicaOf(phone);
    const done = chance.pick(ledger.transfersOf(phone.soul.member));
    if (done === undefined) return nothing();
    const content = undoTransfer(ledger, {
      by: phone.soul.member,
      proposal: done.proposal,
      party: done.party,
      today: todayOf(phone),
    });
    return content.ok ? phone.sign('ledger', content.value) : nothing();
  },

  thank(_, phone, chance) {
    const done = chance.pick(replicaOf(phone).ledger.transfersOf(phone.soul.member));
    if (done === undefined) return nothing();
    const { proposal } = done;
    return phone.sign('board', { type: 'thanks', proposal, text: 'Gràcies!' });
  },

  /** Something of one's own on the board, from any of one's devices. */
  erase(_, phone, chance) {
    const { board } = replicaOf(phone);
    const own = board
      .entriesOf(phone.soul.member)
      .filter(({ content }) => content.type !== 'erase');
    return phone.erase(chance.shuffled(own).slice(0, chance.between(1, 3)));
  },

  async profile(world, phone, chance) {
    const { board } = replicaOf(phone);
    if (world.trouble.cards) await pinCard(phone, board, chance);
    return phone.sign('board', {
      type: 'profile',
      rev: (board.profileOf(phone.soul.member)?.rev ?? -1) + 1,
      name: phone.soul.name,
      about: 'x'.repeat(chance.between(0, 900)),
      skills: [chance.between(0, 99)],
      languages: ['ca'],
      area: '',
      reach: null,
      blob: null,
    });
  },

  vouch(world, phone, chance) {
    const whom = chance.pick(world.souls);
    if (whom === undefined) return nothing();
    const content = vouchFor(replicaOf(phone).ledger, phone.soul.member, whom.member);
    return content.ok ? phone.sign('ledger', content.value) : nothing();
  },

  /** Where one is not enough, somebody else lets them in too (ledger/L8). */
  async admit(world, phone, chance) {
    const { ledger } = replicaOf(phone);
    const waiting = world.phones.filter(({ soul }) => {
      const known = ledger.member(soul.member);
      return (
        known?.everMember === false && !known.admittedBy.includes(phone.soul.member)
      );
    });
    const newcomer = chance.pick(waiting);
    if (newcomer === undefined) return nothing();
    return phone.sign('ledger', await world.admission(newcomer));
  },

  settle: (world, phone) => world.witness.settle(phone),

  /** A message link: what this phone last signed, carried to somebody by other means. */
  carry(world, phone, chance) {
    if (!world.trouble.messages) return nothing();
    const replica = replicaOf(phone);
    // As it is held here: what came to somebody else may be spoilt.
    const own = [...world.witness.honest.values()]
      .filter(({ log }) => log.device === phone.device)
      .flatMap(({ id }) => replica.entry(id) ?? []);
    const reader = chance.pick(world.honestPhones().filter((each) => each !== phone));
    const entry = chance.pick(own.slice(-5));
    if (reader === undefined || entry === undefined) return nothing();
    carry(
      world,
      [...replica.evidenceFor(entry.log), encodeTravelling(entry)],
      reader,
      chance,
    );
    return nothing();
  },

  async leave(world, phone): Promise<void> {
    // Somebody has to be left to talk about.
    const present = world.souls.filter(({ member }) => {
      const known = replicaOf(phone).ledger.member(member);
      return known?.everMember === true && !known.left;
    });
    if (present.length > 3 && phone !== world.founder) {
      await phone.sign('ledger', { type: 'member.leave' });
    }
  },
};

const nothing = (): Promise<null> => Promise.resolve(null);

const answerable = (ledger: Ledger, phone: SimPhone): Transfer[] =>
  ledger
    .transfersOf(phone.soul.member)
    .filter(({ party }) => party === phone.soul.member);

/** Hands travelling entries over, some time later, if the reader's app is open then. */
function carry(
  world: World,
  evidence: readonly Uint8Array[],
  reader: SimPhone,
  chance: Chance,
): void {
  const page = pageOf(evidence);
  world.schedule.after(chance.between(50, 8_000), 'message', () => {
    const { running } = reader;
    if (running === null) return;
    world.watch(
      running.replica.receive(page, { type: 'message' }).then((received) => {
        if (received.refused !== null) {
          world.fail(
            `${reader.name} refused an honest message: ${received.refused.type}`,
          );
        }
      }),
    );
  });
}

/** A member opens an invite and gives it to somebody, whose app opens for the first time. */
export async function invite(host: SimPhone, newcomer: SimPhone): Promise<void> {
  const key = keyOf(`${newcomer.name}'s invite`);
  const invitePub = toHex(key.publicKey);
  const opened = await host.sign('board', {
    type: 'invite.open',
    invitePub,
    uses: 5,
    label: '',
    proof: await host.proofBy(key),
  });
  if (opened === null) return;
  newcomer.invite = key;
  newcomer.boot();
}

/** A phone's certificate, carried by hand to somebody who signs it in (formats 5/2). */
export async function enrol(phone: SimPhone, host: SimPhone): Promise<Entry | null> {
  const { member, later } = phone.soul;
  const known = host.running?.replica.ledger.identityOf(member).version ?? 0;
  for (const statement of later?.statements ?? []) {
    if (known < statement.version) await host.sign('ledger', statement);
  }
  const entry = await host.sign('ledger', await phone.enrolment());
  phone.welcome = welcomeBy(host);
  phone.secret = host.secret ?? simSecret;
  return entry;
}

/** Proposal and line of every yes of a member to a member that an honest phone holds or has journalled. */
export function honestTransfers(entries: Iterable<Entry>): [EntryId, string][] {
  const all = [...entries];
  const asked = new Map(all.map((entry) => [entry.id, entry]));
  return all.flatMap(({ content, log }): [EntryId, string][] => {
    // How many it takes for an account, the oracle says.
    if (content.type !== 'transfer.confirm' || content.as !== null) return [];
    const proposal = asked.get(content.proposal)?.content;
    if (proposal?.type !== 'transfer.propose' || proposal.as !== null) return [];
    return [[content.proposal, log.member]];
  });
}
