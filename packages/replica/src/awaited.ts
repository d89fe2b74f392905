import { listUnder } from '@manyhands/base';
import { certificatesOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { groundOf } from './certifying.ts';
import type { Ground } from './certifying.ts';
import { pairOf } from './pairs.ts';
import type { Pair } from './pairs.ts';

/** Entries whose certificates are not believed yet, by the ground that each waits for. */
export class Awaited {
  readonly #byGround = new Map<Ground, Entry[]>();

  add(ground: Ground, entry: Entry): void {
    listUnder(this.#byGround, ground, entry);
  }

  join(others: Awaited): void {
    for (const [ground, entries] of others.#byGround) {
      for (const entry of entries) this.add(ground, entry);
    }
  }

  /** Whom these entries certify once the ground is known. */
  *namedBy(ground: Ground): Generator<readonly [Pair, Entry]> {
    for (const entry of this.#byGround.get(ground) ?? []) {
      for (const certificate of certificatesOf(entry)) {
        if (groundOf(entry, certificate) !== ground) continue;
        yield [pairOf(certificate.member, certificate.device), entry];
      }
    }
  }

  delete(ground: Ground): void {
    this.#byGround.delete(ground);
  }
}
