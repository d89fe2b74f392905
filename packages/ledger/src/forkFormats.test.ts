import { beforeAll, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { DeviceKey, MemberId } from '@manyhands/base';
import { concat, decode, encode, entryLimits, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { signingKeyFromSeed, verify } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import {
  bodyHashOf,
  bodyOf,
  encodeBody,
  entryIdOf,
  entryMessage,
  logIdOf,
  proofsOf,
  proveFork,
  readEntry,
  signatureOf,
  witnessEntry,
  zeroId,
} from './index.ts';
import type { Entry, ForkProof, KnownContent, LogKind, LogName } from './index.ts';
import { at, gaveHelp, member } from './testing/village.ts';

const community = toHex(new Uint8Array(32).fill(7)) as LogName['community'];
let ana: Signer;
let biel: Signer;
const logOf = (who: Signer, kind: LogKind = 'ledger'): LogName => {
  const key = toHex(who.publicKey);
  return { community, kind, member: key as MemberId, device: key as DeviceKey };
};

beforeAll(async () => {
  ana = await signingKeyFromSeed(new Uint8Array(32).fill(1));
  biel = await signingKeyFromSeed(new Uint8Array(32).fill(2));
});

const now = at(29_900_000);
interface Writing {
  readonly from: number;
  readonly prev: Entry['prev'];
  readonly kind: LogKind;
  readonly isSigned: boolean;
  readonly time: Entry['time'];
}

/** A chain of contents from place `from` on; without `isSigned`, only the last is. */
async function chain(
  who: Signer,
  contents: readonly KnownContent[],
  options: Partial<Writing> = {},
): Promise<Entry[]> {
  const { from = 0, prev = zeroId, kind = 'ledger', isSigned = true } = options;
  const { time = now } = options;
  const log = logOf(who, kind);
  const entries: Entry[] = [];
  let before = prev;
  for (const [i, content] of contents.entries()) {
    const body = encodeBody(kind, time, content, new Uint8Array(16).fill(0xb7));
    const id = entryIdOf(logIdOf(log), from + i, before, bodyHashOf(body));
    const signed = isSigned || i === contents.length - 1;
    const signature = signed ? await who.sign(entryMessage(id)) : new Uint8Array(64);
    const entry = readEntry(log, from + i, before, concat(body, signature));
    assert(entry.ok, 'a written entry reads');
    entries.push(entry.value);
    before = id;
  }
  return entries;
}

const prev = 'ab'.repeat(32) as Entry['prev'];
const hours = (n: number, first = 1): KnownContent[] =>
  Array.from({ length: n }, (_, i) =>
    gaveHelp(member('carme'), 60 + first + i, { note: 'ee'.repeat(16) as never }),
  );
const allHold = async (entry: Entry): Promise<boolean> => {
  const proofs = proofsOf(entry);
  const held = await Promise.all(
    proofs.map((each) => verify(each.signature, each.message, each.publicKey)),
  );
  return proofs.length > 0 && held.every((each) => each);
};
const write = async (content: KnownContent): Promise<Entry> => {
  const [entry] = await chain(biel, [content], { from: 300, prev });
  assert(entry, 'written');
  return entry;
};

test('[F5] fork.proof: 412 bytes, at most 2,398, and its signatures hold', async () => {
  const place = { from: 300, prev, isSigned: false };
  const short = await write(
    proveFork(await chain(ana, hours(1), place), await chain(ana, hours(1, 2), place)),
  );
  expect(short.stored).toHaveLength(412);
  expect(await allHold(short)).toBe(true);
  const long = await write(
    proveFork(
      await chain(ana, hours(32), place),
      await chain(ana, hours(32, 100), place),
    ),
  );
  expect(long.stored).toHaveLength(2_398);
  expect(await allHold(long)).toBe(true);
});

test('[F5] witness: 315 bytes for a proposal, and the signature inside holds', async () => {
  const [proposal] = await chain(ana, hours(1), { from: 300, prev });
  const witness = proposal && witnessEntry(proposal);
  assert(witness, 'a proposal can be witnessed');
  const entry = await write(witness);
  expect(entry.stored).toHaveLength(315);
  expect(await allHold(entry)).toBe(true);
  const forged = await write({ ...witness, seq: 301 });
  expect(await allHold(forged)).toBe(false);
  // No log begins after something.
  expect((await write({ ...witness, seq: 0 })).content.type).toBe('meaningless');
});

test('[F5] the smaller first id is side A, and one entry is no fork', async () => {
  const one = await chain(ana, hours(1));
  const other = await chain(ana, hours(1, 2));
  const proof = proveFork(one, other);
  expect(proveFork(other, one)).toEqual(proof);
  const turned: ForkProof = {
    ...proof,
    prevA: proof.prevB,
    hashesA: proof.hashesB,
    sigA: proof.sigB,
    prevB: proof.prevA,
    hashesB: proof.hashesA,
    sigB: proof.sigA,
  };
  expect((await write(turned)).content.type).toBe('meaningless');
  const same = { ...proof, hashesB: proof.hashesA, sigB: proof.sigA };
  expect((await write(same)).content.type).toBe('meaningless');
  const late = { ...proof, seq: 1 };
  expect((await write(late)).content.type).toBe('meaningless');
});

test('[F5] hashes come in whole ones, from 1 to 32', async () => {
  const proof = proveFork(await chain(ana, hours(1)), await chain(ana, hours(1, 2)));
  const [good] = await chain(biel, [proof]);
  const value = good && decode(bodyOf(good), entryLimits);
  assert(value?.ok && Array.isArray(value.value), 'a body is an array');
  const [type, time, payload] = value.value as [number, number, Value[]];
  for (const length of [0, 31, 33, 33 * 32]) {
    const bent = payload.map((each, i) => (i === 5 ? new Uint8Array(length) : each));
    const body = encode([type, time, bent]);
    const read = readEntry(logOf(biel), 0, zeroId, concat(body, new Uint8Array(64)));
    expect(read.ok && read.value.content.type).toBe('meaningless');
  }
});

test('[A1] no proof holds of one ledger and one board entry', async () => {
  const ledger = await chain(ana, hours(1));
  const board = await chain(ana, [{ type: 'thanks', proposal: zeroId, text: 'Hi' }], {
    kind: 'board',
  });
  for (const kind of [0, 1] as const) {
    const entry = await write({ ...proveFork(ledger, board), kind });
    expect(entry.content.type === 'fork.proof' && (await allHold(entry))).toBe(false);
  }
});

test('[findings/A5] proof of a board fork contains no byte of either body', async () => {
  const words = (text: string): KnownContent => ({
    type: 'thanks',
    proposal: 'd5'.repeat(32) as never,
    text,
  });
  const place = { kind: 'board', time: at(31_234_567) } as const;
  const one = await chain(ana, [words('a secret kindness')], place);
  const other = await chain(ana, [words('another secret')], place);
  const entry = await write(proveFork(one, other));
  expect(await allHold(entry)).toBe(true);
  for (const each of [...one, ...other]) {
    const body = toHex(bodyOf(each));
    // No four neighbouring bytes of a body, at any offset.
    for (let i = 0; i + 8 <= body.length; i += 2) {
      const found = toHex(entry.stored).indexOf(body.slice(i, i + 8));
      expect(found % 2 === 0 && found >= 0, `bytes at ${i / 2}`).toBe(false);
    }
  }
});

test('[L9] a witness carries ledger entries of types 1 to 17 and nothing else', async () => {
  const [board] = await chain(ana, [{ type: 'thanks', proposal: prev, text: 'Hi' }], {
    kind: 'board',
  });
  assert(board, 'one was written');
  expect(witnessEntry(board)).toBeNull();
  const proof = await write(
    proveFork(await chain(ana, hours(1)), await chain(ana, hours(1, 2))),
  );
  expect(witnessEntry(proof)).toBeNull();
  // What a later version writes says nothing here, so nobody carries it.
  const later = (number: number, length: number): Entry => {
    const body = encode([number, now, [new Uint8Array(length)]]);
    const entry = readEntry(logOf(ana), 0, zeroId, concat(body, new Uint8Array(64)));
    assert(entry.ok, 'it is an entry');
    return entry.value;
  };
  expect(witnessEntry(later(20, 20))).toBeNull();
  const { log, seq } = proof;
  const forced: KnownContent = {
    type: 'witness',
    member: log.member,
    device: log.device,
    seq,
    prev: proof.prev,
    body: bodyOf(proof),
    sig: toHex(signatureOf(proof)),
  };
  expect((await write(forced)).content.type).toBe('meaningless');
  // A board's body under the ledger's name has another id, which nobody signed.
  const smuggled = await write({
    ...forced,
    seq: 0,
    prev: zeroId,
    body: bodyOf(board),
    sig: toHex(signatureOf(board)),
  });
  expect(smuggled.content.type).toBe('meaningless');
});
