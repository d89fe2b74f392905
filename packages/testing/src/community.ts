import { assert } from '@manyhands/base';
import type { CommunityId, Day, EntryId, Minutes } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { communityIdOf, deviceStatement, encodeCharter } from '@manyhands/ledger';
import type {
  Charter,
  DeviceEnrol,
  KnownContent,
  MemberAdmit,
  Profile,
  TransferPropose,
  TransferReply,
} from '@manyhands/ledger';
import type { Run } from '@manyhands/replica';
import { LogBuilder } from './logBuilder.ts';
import type { CastMember } from './people.ts';

/** A community on paper: who founded it, and the logs as its people wrote them. */
export class TestCommunity {
  readonly id: CommunityId;
  readonly founder: CastMember;
  readonly #charter: Uint8Array;
  readonly #ledgers = new Map<string, LogBuilder>();
  readonly #boards = new Map<string, LogBuilder>();

  private constructor(founder: CastMember, charter: Uint8Array) {
    this.id = communityIdOf(charter);
    this.founder = founder;
    this.#charter = charter;
  }

  /** Founded, and everybody else admitted by the founder. */
  static async of(
    founder: CastMember,
    others: readonly CastMember[] = [],
    charter: Partial<Charter> = {},
  ): Promise<TestCommunity> {
    const community = new TestCommunity(
      founder,
      encodeCharter(testCharterOf(founder, charter)),
    );
    const log = community.ledgerOf(founder);
    await log.add(await community.foundContent());
    for (const person of others) await log.add(await community.admitContent(person));
    return community;
  }

  ledgerOf(person: CastMember): LogBuilder {
    return this.#logOf(this.#ledgers, 'ledger', person);
  }

  boardOf(person: CastMember): LogBuilder {
    return this.#logOf(this.#boards, 'board', person);
  }

  /** Every log that has an entry, the founding log first. */
  logs(): LogBuilder[] {
    const all = [...this.#ledgers.values(), ...this.#boards.values()];
    return all.filter((log) => log.entries.length > 0);
  }

  /** The logs as the runs of one page. */
  runs(): Run[] {
    return this.logs().map((log) => log.run());
  }

  async foundContent(): Promise<KnownContent> {
    const { box, certSig } = await this.#certify(this.founder);
    return { type: 'community.found', charter: this.#charter, box, certSig };
  }

  async admitContent(person: CastMember): Promise<MemberAdmit> {
    const { box, certSig } = await this.#certify(person);
    const { member, device } = person;
    return {
      type: 'member.admit',
      member,
      device,
      box,
      role: 0,
      certSig,
      invite: null,
    };
  }

  async enrolContent(
    person: CastMember,
    role: DeviceEnrol['role'] = 0,
  ): Promise<DeviceEnrol> {
    const { box, certSig } = await this.#certify(person, role);
    const { member, device } = person;
    return {
      type: 'device.enrol',
      member,
      device,
      box,
      role,
      version: 0,
      by: null,
      certSig,
    };
  }

  async #certify(
    person: CastMember,
    role: DeviceEnrol['role'] = 0,
  ): Promise<{ box: string; certSig: string }> {
    const { member, device } = person;
    const box = toHex(person.sealing.publicKey);
    const message = deviceStatement({
      community: this.id,
      member,
      device,
      box,
      role,
      version: 0,
    });
    return { box, certSig: toHex(await person.identity.sign(message)) };
  }

  #logOf(
    logs: Map<string, LogBuilder>,
    kind: 'ledger' | 'board',
    person: CastMember,
  ): LogBuilder {
    const known = logs.get(person.device);
    if (known) return known;
    const log = new LogBuilder(this.id, kind, person);
    logs.set(person.device, log);
    return log;
  }
}

/** A small community's charter, with what is to be otherwise. */
export function testCharterOf(
  founder: Pick<CastMember, 'member' | 'device'>,
  changes: Partial<Charter> = {},
): Charter {
  return {
    version: 1,
    random: '00'.repeat(16),
    founder: founder.member,
    device: founder.device,
    name: 'Els Plataners',
    unit: 'hour',
    limit: 600 as Minutes,
    join: 1,
    voice: 2,
    circle: 64,
    openingTotal: null,
    relays: [],
    ice: [],
    language: 'ca',
    words: '',
    ...changes,
  };
}

/** "I helped `party`." */
export const helped = (
  party: Pick<CastMember, 'member'>,
  minutes: number,
  day = 20_000,
): TransferPropose => ({
  type: 'transfer.propose',
  gave: true,
  day: day as Day,
  lines: [{ party: party.member, minutes: minutes as Minutes }],
  kind: 'help',
  ref: null,
  note: null,
  as: null,
});

export const confirmed = (proposal: EntryId | undefined): TransferReply => {
  assert(proposal !== undefined, 'there is a proposal to confirm');
  return { type: 'transfer.confirm', proposal, as: null };
};

export const profileOf = (person: Pick<CastMember, 'name'>, rev = 0): Profile => ({
  type: 'profile',
  rev,
  name: person.name,
  about: '',
  skills: [],
  languages: [],
  area: '',
  reach: null,
  blob: null,
});
