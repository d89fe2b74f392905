/** Somebody who wants to do harm, and what they have in hand. */
import type { CommunityId } from '@manyhands/base';
import type { Entry } from '@manyhands/ledger';
import type { Link } from '@manyhands/mesh';
import { encodePage } from '@manyhands/replica';
import { LogBuilder } from '../logBuilder.ts';
import type { Hand } from '../logBuilder.ts';
import type { SimPhone } from './phone.ts';
import type { Soul } from './soul.ts';

export interface Rogue {
  readonly soul: Soul;
  readonly phones: RoguePhone[];
}

/** A phone of theirs, and the logs written by hand beside it. */
export interface RoguePhone {
  readonly phone: SimPhone;
  readonly hand: Hand;
  readonly ledger: LogBuilder;
  readonly board: LogBuilder;
  readonly links: Link[];
}

/** What the logs of a phone hold already, when it comes into other hands. */
interface Written {
  readonly ledger: Entry[];
  readonly board: Entry[];
}

export function arm(
  community: CommunityId,
  phone: SimPhone,
  written: Written = { ledger: [], board: [] },
): RoguePhone {
  const hand = { member: phone.soul.member, device: phone.device, signing: phone.key };
  return {
    phone,
    hand,
    ledger: new LogBuilder(community, 'ledger', hand, written.ledger),
    board: new LogBuilder(community, 'board', hand, written.board),
    links: [],
  };
}

/** Into one's own replica, which tells everybody as an honest one would. */
export async function publish(
  { phone: { running } }: RoguePhone,
  log: LogBuilder,
  start: number,
): Promise<void> {
  if (running === null || start >= log.entries.length) return;
  const page = encodePage({ evidence: [], runs: [log.run(start)] });
  await running.replica.receive(page, { type: 'own' });
}
