import { err, ok } from '@manyhands/base';
import type { DeviceKey, MemberId, MinuteOfTime, Result } from '@manyhands/base';
import { encodeAs, hex, list, text, tuple } from '@manyhands/codec';
import type { RecoveryWords } from '@manyhands/keys';
import { freezeDevice, readTravelling, switchOff } from '@manyhands/ledger';
import type { DeviceRefused, Heads, IdentityRefused } from '@manyhands/ledger';
import type { AppendRefused, Notes, Replica } from '@manyhands/replica';
import type { Place } from '../opened/index.ts';
import { notReadableOn, readNoteAs } from '../opened/index.ts';
import { speakerOf } from './speaker.ts';
import { stateIdentity } from './stateIdentity.ts';

export type { AppendRefused } from '@manyhands/replica';

/** One device of this member, as its owner sees it. */
export interface MyDevice {
  readonly device: DeviceKey;
  readonly isThis: boolean;
  /** It keeps and passes on, and what it signs has no effect (findings/A11). */
  readonly isKeeper: boolean;
  /** `forked`: its log has two histories, and nobody has switched it off. */
  readonly state: 'works' | 'off' | 'frozen' | 'forked';
  /** When it was let in or added; null while that entry is not here. */
  readonly since: MinuteOfTime | null;
  /** When it last wrote something that has come here. */
  readonly lastWrote: MinuteOfTime | null;
  /** Notes that this phone can read and that one cannot. */
  readonly cannotRead: number;
}

export function myDevices(place: Pick<Place, 'replica' | 'membership'>): MyDevice[] {
  const { replica, membership } = place;
  const { ledger } = replica;
  return ledger
    .devicesOf(membership.member)
    .map(({ device, frozen, ledgerCut, role }): MyDevice => {
      const isOff = ledger.isOut(membership.member, device);
      const cut = ledgerCut === null ? 'works' : 'forked';
      const isThis = device === membership.device;
      const isKeeper = role === 1;
      const works = !isOff && !frozen && !isKeeper;
      return {
        device,
        isThis,
        isKeeper,
        state: isOff ? 'off' : frozen ? 'frozen' : cut,
        since: sinceOf(place, device),
        lastWrote: lastWroteOf(replica, device),
        cannotRead: works && !isThis ? notReadableOn(place, device).length : 0,
      };
    })
    .sort(
      (a, b) => Number(b.isThis) - Number(a.isThis) || (a.since ?? 0) - (b.since ?? 0),
    );
}

/** The last certificate on the way from the founder to a device is its own. */
function sinceOf(
  { replica, membership }: Pick<Place, 'replica' | 'membership'>,
  device: DeviceKey,
): MinuteOfTime | null {
  const last = replica.evidenceFor({ ...membership, device }).at(-1);
  const entry = last && readTravelling(replica.community, last);
  return entry?.ok === true ? entry.value.time : null;
}

function lastWroteOf(replica: Replica, device: DeviceKey): MinuteOfTime | null {
  const times = replica
    .vector()
    .filter(({ log }) => log.device === device)
    .map(({ head }) => replica.entry(head)?.time ?? 0);
  return times.length === 0 ? null : (Math.max(...times) as MinuteOfTime);
}

export type SwitchOffRefused =
  | IdentityRefused
  | DeviceRefused
  | AppendRefused
  /** The key that could end a device is not on this phone: it can only be warned of. */
  | { readonly type: 'KeyElsewhere' };

/** Whether this phone holds the key that speaks for this member now. */
export const holdsIdentity = async (place: Place): Promise<boolean> =>
  (await speakerOf(place)) !== null;

/**
 * Switches devices of this member off: what they write beyond what is known here counts
 * nowhere any more (ledger/L12), and no link serves them. It takes the identity key: the one on
 * this phone, or that of the words on paper.
 */
export async function switchOffDevices(
  place: Place,
  devices: readonly DeviceKey[],
  words: RecoveryWords | null = null,
): Promise<Result<void, SwitchOffRefused>> {
  const key = await speakerOf(place, words);
  if (key === null) return err({ type: 'KeyElsewhere' });
  const { member } = place.membership;
  const { replica } = place;
  const claim = switchOff(replica.ledger, member, devices, headsOf(replica, member));
  if (!claim.ok) return claim;
  const said = await stateIdentity(place, key, claim.value);
  return said.ok ? ok(undefined) : said;
}

/** How far a member's logs are known on this phone. */
export const headsOf =
  (replica: Replica, member: MemberId): Heads =>
  (device) => {
    const log = { community: replica.community, member, device };
    return {
      ledger: replica.head({ ...log, kind: 'ledger' }).length,
      board: replica.head({ ...log, kind: 'board' }).length,
    };
  };

/**
 * "Do not trust these phones of mine": a word to the others, which ends nothing. Those
 * that they have heard it of already are passed over.
 */
export async function freezeMine(
  place: Place,
  devices: readonly DeviceKey[],
): Promise<Result<void, SwitchOffRefused>> {
  for (const device of devices) {
    const frozen = freezeDevice(place.replica.ledger, place.membership, device);
    if (!frozen.ok && frozen.error.type === 'AlreadyFrozen') continue;
    if (!frozen.ok) return frozen;
    const said = await place.writer.append('ledger', frozen.value);
    if (!said.ok) return said;
  }
  return ok(undefined);
}

const namesShape = list(tuple({ device: hex<DeviceKey>(32), name: text(96) }), 0, 64);
const namesLimits = { bytes: 16_384, depth: 3 };
const namesKey = 'device/names';

/** What this phone calls the devices of its member. The names are on no board. */
export async function readDeviceNames(notes: Notes): Promise<Map<DeviceKey, string>> {
  const kept = await readNoteAs(notes, namesKey, namesShape, namesLimits);
  const names = (kept.ok && kept.value) || [];
  return new Map(names.map(({ device, name }) => [device, name]));
}

export async function nameDevice(notes: Notes, device: DeviceKey, name: string) {
  const names = await readDeviceNames(notes);
  names.set(device, name.trim());
  const rows = [...names].map(([key, called]) => ({ device: key, name: called }));
  return notes.put(namesKey, encodeAs(namesShape, rows.slice(-64)));
}
