import { ok } from '@manyhands/base';
import type { AccountId, DeviceKey, Hex, MinuteOfTime, Result } from '@manyhands/base';
import { agreeToChange, changeSigners } from '@manyhands/ledger';
import type {
  AccountChange,
  AccountRefused,
  ChangeUnderWay,
  Heads,
  Signers,
} from '@manyhands/ledger';
import { write } from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { organisationsOfMine } from './organisation.ts';
import type { Organisation } from './organisation.ts';

type Changed = Result<void, AccountRefused | WriteRefused>;

/** Says who is to sign from now on; it counts once enough of those before say the same. */
export function proposeSigners(
  place: Place,
  account: AccountId,
  signers: Signers,
): Promise<Changed> {
  const { replica, membership } = place;
  const { ledger } = replica;
  const heads = headsHere(place);
  return say(place, changeSigners(ledger, membership.member, account, signers, heads));
}

/** Yes to what another signer said of it. */
export const agreeTo = (
  place: Place,
  account: AccountId,
  change: Hex,
): Promise<Changed> =>
  say(
    place,
    agreeToChange(place.replica.ledger, place.membership.member, account, change),
  );

async function say(
  place: Place,
  decided: Result<AccountChange, AccountRefused>,
): Promise<Changed> {
  if (!decided.ok) return decided;
  const written = await write(place, 'ledger', decided.value);
  return written.ok ? ok(undefined) : written;
}

/** How far the logs of any member's device are known on this phone. */
function headsHere({ replica }: Pick<Place, 'replica'>): Heads {
  const { community, ledger } = replica;
  const lengthOf = (device: DeviceKey, kind: 'ledger' | 'board'): number => {
    const member = ledger.memberOfDevice(device);
    if (member === null) return 0;
    return replica.head({ community, member, device, kind }).length;
  };
  return (device) => ({
    ledger: lengthOf(device, 'ledger'),
    board: lengthOf(device, 'board'),
  });
}

/** A change of who signs that waits for my word. */
export interface ChangeForMe {
  readonly of: Organisation;
  readonly change: ChangeUnderWay;
  readonly since: MinuteOfTime;
}

/** One for each organisation: the one that most have said yes to. */
export function changesForMe(place: Place): ChangeForMe[] {
  const me = place.membership.member;
  return organisationsOfMine(place).flatMap((of) => {
    const [change] = of.underWay
      .filter(({ by, before }) => !by.includes(me) && mandateHasMe(place, of, before))
      .toSorted((a, b) => b.by.length - a.by.length || (a.id < b.id ? -1 : 1));
    return change === undefined ? [] : [{ of, change, since: place.now() }];
  });
}

const mandateHasMe = (place: Place, { account }: Organisation, before: Hex): boolean =>
  place.replica.ledger
    .account(account)
    ?.newest.some(
      ({ id, signers }) => id === before && signers.includes(place.membership.member),
    ) ?? false;
