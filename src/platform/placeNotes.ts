import type { CommunityId, DeviceKey, MinuteOfTime, Result } from '@manyhands/base';
import {
  bytes,
  decodeAs,
  encodeAs,
  hex,
  integer,
  list,
  text,
  tuple,
} from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import { communityIdOf, knockLimits, readCharter } from '@manyhands/ledger';
import type { Charter } from '@manyhands/ledger';
import type { Notes, StoreFault } from '@manyhands/replica';
import type { Vault } from '@manyhands/storage';
import { readSecretBook, writeSecretBook } from '@manyhands/door';
import type { SecretBook } from '@manyhands/door';
import type { LobbyAddress } from '@manyhands/community/admission';
import type { StoredUpTo } from '@manyhands/community/keeping';
import type { CommunitySecret } from '@manyhands/community/opened';
import { readNoteAs } from '@manyhands/community/opened';

/** What a place keeps in small rows beside its document, each under one name. */
const limits = { bytes: 8_388_608, depth: 6 };

const secretShape: Shape<CommunitySecret> = tuple({
  epoch: integer(0, 2 ** 32 - 1),
  secret: bytes(32),
});

/** What one device has stored of this member's logs, each with the id it was said of. */
export interface KeptAcks {
  readonly device: DeviceKey;
  readonly logs: readonly StoredUpTo[];
}

const storedShape = tuple({
  log: hex(16),
  length: integer(1, 2 ** 20),
  head: hex(16),
});
const acksShape = list(
  tuple({ device: hex<DeviceKey>(32), logs: list(storedShape, 0, 1_000_000) }),
  0,
  100_000,
);

const inviteShape = tuple({ invite: text(2_000) });

async function read<T>(notes: Notes, name: string, shape: Shape<T>): Promise<T | null> {
  const kept = await readNoteAs(notes, name, shape, limits);
  return kept.ok ? kept.value : null;
}

/** The community's secret, or null while nobody has let us in, or to whoever has another vault. */
export async function readSecret(
  notes: Notes,
  vault: Vault | null,
): Promise<CommunitySecret | null> {
  const row = vault && (await notes.get(sealedSecret));
  if (!vault || !row?.ok || !row.value) return read(notes, bareSecret, secretShape);
  const opened = await vault.open(row.value);
  const decoded = opened && decodeAs(secretShape, opened, limits);
  return decoded?.ok === true ? decoded.value : null;
}

/** Keeps it, in the vault where there is one; then it lies nowhere else. */
export async function keepSecret(
  notes: Notes,
  secret: CommunitySecret,
  vault: Vault | null,
): Promise<Result<void, StoreFault>> {
  const bytes = encodeAs(secretShape, secret);
  if (!vault) return notes.put(bareSecret, bytes);
  const kept = await notes.put(sealedSecret, await vault.seal(bytes));
  return kept.ok ? notes.delete(bareSecret) : kept;
}

/** Secrets that another has replaced, and since when it has. */
export async function readSecretsBefore(
  notes: Notes,
  vault: Vault | null,
  newest: CommunitySecret | null,
): Promise<SecretBook> {
  const row = await notes.get(vault ? `${secretsBefore}/sealed` : secretsBefore);
  const kept = row.ok ? row.value : null;
  return readSecretBook(newest, kept && vault ? await vault.open(kept) : kept);
}

export async function keepSecretsBefore(
  notes: Notes,
  book: SecretBook,
  vault: Vault | null,
): Promise<Result<void, StoreFault>> {
  const plain = writeSecretBook(book);
  if (!vault) return notes.put(secretsBefore, plain);
  const sealed = await notes.put(`${secretsBefore}/sealed`, await vault.seal(plain));
  return sealed.ok ? notes.delete(secretsBefore) : sealed;
}

const secretsBefore = 'secrets/before';
const bareSecret = 'secret';
const sealedSecret = 'secret/sealed';

/** The invite we came with, for as long as the door has not opened: it names who invited. */
export const readKnock = async (notes: Notes): Promise<string | null> =>
  (await read(notes, 'invite', inviteShape))?.invite ?? null;
export const keepKnock = (notes: Notes, invite: string) =>
  notes.put('invite', encodeAs(inviteShape, { invite }));
export const forgetKnock = (notes: Notes) => notes.delete('invite');

const lineShape = tuple({ line: text(knockLimits.line) });
/** What somebody who knocks says of themself, beside their name. */
export const readLine = async (notes: Notes): Promise<string> =>
  (await read(notes, 'knock/line', lineShape))?.line ?? '';
export const keepLine = (notes: Notes, line: string) =>
  notes.put('knock/line', encodeAs(lineShape, { line }));

/** What they were told of the community while they wait; it hashes to its name. */
export async function readToldCharter(
  notes: Notes,
  community: CommunityId,
): Promise<Charter | null> {
  const row = await notes.get('knock/charter');
  if (!row.ok || !row.value || communityIdOf(row.value) !== community) return null;
  const charter = readCharter(row.value);
  return charter.ok ? charter.value : null;
}
export const keepToldCharter = (notes: Notes, charter: Uint8Array) =>
  notes.put('knock/charter', charter);
/** Once they are in, both have served. */
export async function forgetKnocking(notes: Notes): Promise<void> {
  await notes.delete('knock/line');
  await notes.delete('knock/charter');
}

/** Where the others let people in: all that is kept of the link somebody came back with. */
type KeptLobby = Pick<LobbyAddress, 'lobby' | 'relays'>;
const lobbyShape = tuple<KeptLobby>({
  lobby: hex(16),
  relays: list(text(200), 0, 4),
});
export const readLobby = (notes: Notes) => read(notes, 'doorway', lobbyShape);
export const keepLobby = (notes: Notes, { lobby, relays }: KeptLobby) =>
  notes.put('doorway', encodeAs(lobbyShape, { lobby, relays }));

/** Who has stored what of ours, as far as they said so before this phone was last closed. */
export const readAcks = async (notes: Notes): Promise<readonly KeptAcks[]> =>
  (await read(notes, 'acks', acksShape)) ?? [];
export const keepAcks = (notes: Notes, acks: readonly KeptAcks[]) =>
  notes.put(
    'acks',
    encodeAs(
      acksShape,
      acks.map(({ device, logs }) => ({ device, logs: [...logs] })),
    ),
  );

const metShape = list(
  tuple({ device: hex<DeviceKey>(32), at: integer<MinuteOfTime>(0, 2 ** 32 - 1) }),
  0,
  4_096,
);

/** When each other device was last linked with this one, by this phone's clock. */
export async function readMet(notes: Notes): Promise<Map<DeviceKey, MinuteOfTime>> {
  const rows = (await read(notes, 'met', metShape)) ?? [];
  return new Map(rows.map(({ device, at }) => [device, at]));
}
/** The latest 4,096 of them: more are met by no phone that somebody reads about. */
export const keepMet = (notes: Notes, met: ReadonlyMap<DeviceKey, MinuteOfTime>) =>
  notes.put(
    'met',
    encodeAs(
      metShape,
      [...met]
        .map(([device, at]) => ({ device, at }))
        .sort((a, b) => b.at - a.at)
        .slice(0, 4_096),
    ),
  );
