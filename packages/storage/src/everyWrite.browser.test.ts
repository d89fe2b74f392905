/** A keyring on a disk that fails once, at every write in turn, in a real browser. */
import { assert } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { openSigningKey, randomBytes } from '@manyhands/keys';
import { expect, test } from 'vitest';
import { openKeyring } from './idbKeyring.ts';
import type { Keyring } from './keyring.ts';
import { newMembership } from './keyringContract.ts';

const methods = ['put', 'delete'] as const;
const really = Object.fromEntries(
  methods.map((name) => [
    name,
    Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, name)?.value,
  ]),
) as Pick<IDBObjectStore, (typeof methods)[number]>;

/** `refused`: the request itself; `aborted`: all its transaction, after it succeeded. */
const kinds = ['refused', 'aborted', 'full'] as const;

/** Lets the write number `at` from now on fail. Answers whether it came to that. */
function failWrite(kind: (typeof kinds)[number], at: number): () => boolean {
  let writes = 0;
  const failing = (write: (...asked: never[]) => IDBRequest) =>
    function (this: IDBObjectStore, ...asked: never[]): IDBRequest {
      writes += 1;
      if (writes !== at + 1) return write.apply(this, asked);
      if (kind === 'refused') throw new DOMException('no answer', 'UnknownError');
      const { transaction } = this;
      const name = kind === 'full' ? 'QuotaExceededError' : 'AbortError';
      const error = new DOMException('it did not commit', name);
      Object.defineProperty(transaction, 'error', { value: error });
      const request = write.apply(this, asked);
      request.addEventListener('success', () => transaction.abort());
      return request;
    };
  Object.assign(IDBObjectStore.prototype, {
    put: failing(really.put),
    delete: failing(really.delete),
  });
  return () => {
    Object.assign(IDBObjectStore.prototype, really);
    return writes > at;
  };
}

/** Two keys of a kind and their going, and the same with bytes if that failed. */
const probeWrites = 10;

test.each(kinds)(
  '[S7] [S8] [S10] one write is %s: whoever is listed has keys that sign',
  async (kind) => {
    const [ana, biel] = [
      await newMembership('Els Plataners', 1),
      await newMembership('La Sínia', 2),
    ];
    const script: ((keyring: Keyring) => Promise<Result<unknown, unknown>>)[] = [
      (keyring) => keyring.probe(),
      (keyring) => keyring.save(ana),
      (keyring) => keyring.save(biel),
      (keyring) => keyring.save({ ...ana, identity: null }),
      (keyring) => keyring.remove(biel.community, biel.device),
    ];
    for (let at = 0; ; at++) {
      const opened = await openKeyring(`manyhands/keyring/${toHex(randomBytes(8))}`);
      assert(opened.ok, 'the keyring opens');
      const keyring = opened.value;
      const end = failWrite(kind, at);
      const failed = [];
      for (const [step, act] of script.entries()) {
        if (!(await act(keyring)).ok) failed.push(step);
      }
      const hasHappened = end();
      const where = `${kind} at ${at}`;
      // Only a probe may end well: it goes on with the other kind of key.
      const isProbe = at < probeWrites;
      if (hasHappened && !isProbe) expect(failed.length, where).toBeGreaterThan(0);
      if (!hasHappened) expect(failed, where).toEqual([]);

      const listed = await keyring.list();
      assert(listed.ok, 'the keyring lists');
      for (const { signing } of listed.value) {
        expect((await openSigningKey(signing)).ok, where).toBe(true);
      }
      expect(await keyring.keyless(), where).toEqual({ ok: true, value: [] });
      for (const step of failed) expect((await script[step]?.(keyring))?.ok).toBe(true);
      keyring.close();
      if (hasHappened) continue;
      // Some of the writes that failed were no probe's.
      expect(at).toBeGreaterThan(probeWrites + 1);
      break;
    }
  },
);
