import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { concat, equalBytes, toHex, utf8Bytes, utf8Text } from '@manyhands/codec';
import { decrypt, deriveKey, encrypt, randomBytes } from '@manyhands/keys';
import type { Rendezvous } from '@manyhands/keys';
import type { ShortCode } from '@manyhands/ledger';
import { createInbox } from './inbox.ts';
import type { Inbox, NothingCame } from './inbox.ts';
import {
  passingHello,
  passingProof,
  passingText,
  passingThanks,
  passingVersion,
} from './passingMessages.ts';
import type { Pipe } from './pipe.ts';
import { within } from './timers.ts';
import type { Timers } from './timers.ts';

/** Why nothing crossed over one channel. */
export type CrossingFailed =
  | NothingCame
  | { readonly type: 'OtherVersion'; readonly version: number }
  /** Both have the text, or both have typed the code. */
  | { readonly type: 'SameSide' }
  /** There is somebody else at the other end, or in between. */
  | { readonly type: 'WrongCode' };

/** What both sides derive from a code: where to meet, and what proves that they know it. */
export interface CodeKeys extends Rendezvous {
  readonly proof: Uint8Array;
}

export function keysOfCode(code: ShortCode): CodeKeys {
  const secret = utf8Bytes(code);
  return {
    room: toHex(deriveKey(secret, 'code/room', 32)),
    password: toHex(deriveKey(secret, 'code/password', 32)),
    proof: deriveKey(secret, 'code/proof', 32),
  };
}

const sides = { passer: 0, taker: 1 } as const;
type Side = keyof typeof sides;

/** Milliseconds for each step; the other is a device whose owner looks at it. */
const limits = { message: 10_000, thanks: 10_000, lastWord: 2_000 };

/**
 * M14, over one channel. Both sides at once, each with its own steps in this order:
 *
 *     passer  hello ──▶ proof ──▶ text ──▶ (thanks)
 *     taker   hello ──▶ proof ──▶ (text) ──▶ thanks
 *
 * A proof is over both nonces and both DTLS certificates, so that whoever stands in
 * between with certificates of their own proves nothing to either. The text is sealed
 * with a key of the same kind: over a channel without DTLS nobody reads it either.
 */
export async function giveOver(
  pipe: Pipe,
  keys: CodeKeys,
  text: string,
  timers: Timers,
): Promise<Result<void, CrossingFailed>> {
  const inbox = createInbox(pipe, timers, 3);
  const proven = await prove(pipe, inbox, 'passer', keys);
  if (!proven.ok) return proven;
  const sealed = await encrypt(proven.value, utf8Bytes(text));
  void pipe.send(passingText.encode({ sealed }));
  const thanks = await inbox.next(limits.thanks, passingThanks.decode);
  return thanks.ok ? ok(undefined) : thanks;
}

/** The other side of `giveOver`. */
export async function takeOver(
  pipe: Pipe,
  keys: CodeKeys,
  timers: Timers,
): Promise<Result<string, CrossingFailed>> {
  const inbox = createInbox(pipe, timers, 3);
  const proven = await prove(pipe, inbox, 'taker', keys);
  if (!proven.ok) return proven;
  const said = await inbox.next(limits.message, passingText.decode);
  if (!said.ok) return said;
  const plain = await decrypt(proven.value, said.value.sealed);
  const text = plain.ok ? utf8Text(plain.value) : plain;
  if (!text.ok) return text;
  void pipe.send(passingThanks.encode({}));
  // The other ends the pipe when it has heard; ended from here, it might not hear.
  await within(pipe.ended, limits.lastWord, timers);
  return text;
}

/** The key that seals the text, once the other has proved that it knows the code. */
async function prove(
  pipe: Pipe,
  inbox: Inbox,
  side: Side,
  { proof: key }: CodeKeys,
): Promise<Result<Uint8Array, CrossingFailed>> {
  const nonce = randomBytes(32);
  void pipe.send(
    passingHello.encode({ version: passingVersion, side: sides[side], nonce }),
  );
  const hello = await inbox.next(limits.message, passingHello.decode);
  if (!hello.ok) return hello;
  const { version } = hello.value;
  if (version !== passingVersion) return err({ type: 'OtherVersion', version });
  if (hello.value.side === sides[side]) return err({ type: 'SameSide' });

  const { ours, theirs } = pipe.binding;
  const both = [
    [nonce, ours],
    [hello.value.nonce, theirs],
  ] as const;
  const [passer, taker] = side === 'passer' ? both : [both[1], both[0]];
  const context = concat(passer[0], taker[0], passer[1], taker[1]);
  const proofOf = (of: Side) => deriveKey(key, `code/${of}`, 32, context);
  void pipe.send(passingProof.encode({ proof: proofOf(side) }));
  const proof = await inbox.next(limits.message, passingProof.decode);
  if (!proof.ok) return proof;
  const expected = proofOf(side === 'passer' ? 'taker' : 'passer');
  if (!equalBytes(proof.value.proof, expected)) return err({ type: 'WrongCode' });
  return ok(deriveKey(key, 'code/text', 32, context));
}
