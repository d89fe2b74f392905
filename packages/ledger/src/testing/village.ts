/**
 * A small community for the tests: Ana founds it. Its entries have places, chains and
 * ids like any others; their signatures are zeros, because the fold is told by the gate
 * what to think of signatures and looks at none.
 */
import { assert } from '@manyhands/base';
import type {
  Day,
  DeviceKey,
  EntryId,
  Hex,
  MemberId,
  MinuteOfTime,
  Minutes,
  PartyId,
} from '@manyhands/base';
import { concat, toHex, utf8Bytes } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys/hash';
import { encodeBody } from '../body.ts';
import type { KnownContent } from '../body.ts';
import { communityIdOf, encodeCharter } from '../charter.ts';
import type { Charter } from '../charter.ts';
import { draftCharter } from '../decide/foundCommunity.ts';
import { readEntry } from '../entry.ts';
import type { Entry } from '../entry.ts';
import type { Role } from '../fields.ts';
import { createLedger } from '../fold/createLedger.ts';
import type { FoldEntry, Ledger } from '../fold/views.ts';
import type { IdentityClaim, ListedDevice, RecoveryClaim } from '../identityContent.ts';
import type { TransferPropose, TransferReply } from '../ledgerContent.ts';
import { zeroId } from '../log.ts';
import type { LogKind, LogName } from '../log.ts';

const idOf = (name: string): string => toHex(sha256(utf8Bytes(name)));

export const member = (name: string): MemberId => idOf(name) as MemberId;
export const device = (name: string): DeviceKey => idOf(`${name}'s phone`) as DeviceKey;
export const box = idOf('a sealing key');
export const noSignature = '0'.repeat(128);
export const minutes = (n: number): Minutes => n as Minutes;
export const day = (n: number): Day => n as Day;
export const at = (time: number): MinuteOfTime => time as MinuteOfTime;

/** One device of one member, writing one log, entry by entry. */
export class Pen {
  readonly log: LogName;
  readonly entries: Entry[] = [];

  constructor(log: LogName) {
    this.log = log;
  }

  write(content: KnownContent, time = this.entries.length): Entry {
    const salt = new Uint8Array(16);
    return this.writeBytes(encodeBody(this.log.kind, at(time), content, salt));
  }

  /** Writes a body as it is, whether or not it means anything. */
  writeBytes(body: Uint8Array): Entry {
    const prev = this.entries.at(-1)?.id ?? zeroId;
    const stored = concat(body, new Uint8Array(64));
    const entry = readEntry(this.log, this.entries.length, prev, stored);
    assert(entry.ok, 'a test wrote what no entry can be');
    this.entries.push(entry.value);
    return entry.value;
  }
}

/** What some people of one community wrote, and short words for writing it. */
export class LedgerVillage {
  readonly charter: Charter;
  readonly community;
  readonly #pens = new Map<string, Pen>();

  constructor(rules: Partial<Charter> = {}) {
    const charter = draftCharter({
      random: '00'.repeat(16),
      founder: member('ana'),
      device: device('ana'),
      name: 'Example street',
      ...rules,
    });
    assert(charter.ok, 'a test drafted no charter');
    this.charter = charter.value;
    this.community = communityIdOf(encodeCharter(this.charter));
  }

  pen(who: string, phone = who, kind: LogKind = 'ledger'): Pen {
    const key = `${who} ${phone} ${kind}`;
    const known = this.#pens.get(key);
    if (known) return known;
    const log = { community: this.community, kind, member: member(who) };
    const pen = new Pen({ ...log, device: device(phone) });
    this.#pens.set(key, pen);
    return pen;
  }

  get entries(): Entry[] {
    return [...this.#pens.values()].flatMap((pen) => pen.entries);
  }

  found(): Entry {
    const charter = encodeCharter(this.charter);
    const content = { type: 'community.found', charter, box } as const;
    return this.pen('ana').write({ ...content, certSig: noSignature });
  }

  admit(by: string, who: string, phone = who, role: 0 | 2 = 0): Entry {
    return this.pen(by).write({
      type: 'member.admit',
      member: member(who),
      device: device(phone),
      box,
      role,
      certSig: noSignature,
      invite: null,
    });
  }

  /** Under a later `version`, `key` signs. */
  enrol(
    pen: Pen,
    who: string,
    phone: string,
    role: Role,
    version = 0,
    key = '',
  ): Entry {
    return pen.write({
      type: 'device.enrol',
      member: member(who),
      device: device(phone),
      box,
      role,
      version,
      by: version === 0 ? null : key,
      certSig: noSignature,
    });
  }

  /** A new identity of `who`, signed by `by`: the key before, if it is to count. */
  identify(pen: Pen, who: string, by: string, claim: Partial<IdentityClaim>): Entry {
    return pen.write({
      type: 'identity.set',
      ...claimOf(who, { ...claim, by: (claim.version ?? 1) === 1 ? null : by }),
      sig: noSignature,
    });
  }

  /** Each of `by`, on their own phone, writes what brings `who` back. */
  recover(by: string, who: string, claim: Partial<RecoveryClaim>): Entry {
    const { member, version, key, devices } = claimOf(who, claim);
    const payload = { member, version, key, devices };
    return this.pen(by).write({ type: 'guardian.recover', ...payload });
  }

  vouch(by: string, who: string): Entry {
    return this.pen(by).write({ type: 'member.vouch', member: member(who) });
  }

  /** Ana founds it and lets the others in. */
  settle(...others: string[]): this {
    this.found();
    for (const who of others) this.admit('ana', who);
    return this;
  }

  ledger(entries: readonly Entry[] = this.entries): Ledger {
    const ledger = createLedger(this.community);
    ledger.add(entries.map(proven));
    return ledger;
  }
}

/** A key of somebody's later identity. */
export const key = (name: string): Hex => idOf(`${name}, a key`);

/** A device as a statement lists it. */
export const listed = (
  phone: string,
  ledgerCut: number | null = null,
  boardCut = ledgerCut,
): ListedDevice => ({ device: device(phone), ledgerCut, boardCut });

const claimOf = (who: string, claim: Partial<IdentityClaim>): IdentityClaim => ({
  member: member(who),
  version: 1,
  key: key(who),
  devices: [],
  g: 0,
  guardians: [],
  by: null,
  ...claim,
});

/** More than half of these, or as many as said. */
export const guardedBy = (
  names: readonly string[],
  g = Math.floor(names.length / 2) + 1,
): Pick<IdentityClaim, 'g' | 'guardians'> => ({
  g,
  guardians: names.map(member).sort(),
});

export const proven = (entry: Entry): FoldEntry => ({ entry, proven: true });

/** An hour of help, or as many minutes as said, that the writer gave. */
export const gaveHelp = (
  party: PartyId,
  length = 60,
  more: Partial<TransferPropose> = {},
): TransferPropose => ({
  type: 'transfer.propose',
  gave: true,
  day: day(20_000),
  lines: [{ party, minutes: minutes(length) }],
  kind: 'help',
  ref: null,
  note: null,
  as: null,
  ...more,
});

const reply =
  (type: TransferReply['type']) =>
  (proposal: Entry | EntryId): TransferReply => ({
    type,
    proposal: typeof proposal === 'string' ? proposal : proposal.id,
    as: null,
  });
export const yes = reply('transfer.confirm');
export const no = reply('transfer.decline');
export const withdrawal = reply('transfer.withdraw');
