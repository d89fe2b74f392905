/**
 * What the oracle reads of identities (formats §3 and §5, types 1 to 7; findings/A10): which devices
 * are named, and what is claimed of a member's key. Shapes and signatures alone, from raw
 * acts and without packages/ledger; what of it counts, rawIdentities.ts says.
 */
import { concat, encode, fromHex, toHex, u32, utf8Bytes } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { sha256, verify } from '@manyhands/keys';
import { arrayOf, isBytes, isWithin } from './rawEntries.ts';
import type { RawAct, Fields } from './rawEntries.ts';

/** A device as a statement lists it; without a cut its log goes on. */
export interface Listed {
  readonly device: string;
  readonly ledgerCut: number | null;
  readonly boardCut: number | null;
}

/** What is said of a member's key at one number. */
export interface RawClaim {
  readonly member: string;
  readonly version: number;
  readonly key: string;
  readonly devices: readonly Listed[];
  readonly g: number;
  readonly guardians: readonly string[];
}

/** An identity.set, and which of the member's keys signed it. */
interface Signed {
  readonly claim: RawClaim;
  readonly signer: string;
}

/** A guardian.recover: of guardians it has none, for it keeps those that were named. */
interface Word {
  readonly by: RawAct;
  readonly claim: RawClaim;
}

/** A device named for a member: by a key, or (null) by another device of theirs. */
export interface RawAttestation {
  readonly by: RawAct;
  readonly member: string;
  readonly device: string;
  readonly role: number;
  readonly version: number;
  readonly key: string | null;
}

export interface Statements {
  readonly signed: readonly Signed[];
  readonly words: readonly Word[];
  readonly attestations: readonly RawAttestation[];
}

export async function statementsIn(
  community: Uint8Array,
  acts: readonly RawAct[],
): Promise<Statements> {
  const words = acts.flatMap((by) => {
    const claim = wordIn(by);
    return claim ? [{ by, claim }] : [];
  });
  const claims = acts.flatMap((act) => {
    const claim = claimIn(act);
    return claim ? [{ act, claim }] : [];
  });
  const signed: Signed[] = [];
  for (const { act, claim } of claims) {
    const payload = act.payload as Fields;
    const hash = sha256(encode(payload.slice(0, 7)));
    const said = concat(utf8Bytes('manyhands/v1/identity\0'), community, hash);
    const signer = keyIn(payload[6], claim.member);
    if (await isBy(signer, payload[7], said)) signed.push({ claim, signer });
  }
  const attestations: RawAttestation[] = [];
  for (const act of acts) {
    const attestation = await attestationIn(community, act);
    if (attestation) attestations.push(attestation);
  }
  return { signed, words, attestations };
}

/** Every entry names the key that signed inside it, or it is the member's own. */
const keyIn = (by: Value | undefined, member: string): string =>
  isBytes(by, 32) ? toHex(by) : member;

const isBy = async (
  key: string,
  signature: Value | undefined,
  said: Uint8Array,
): Promise<boolean> =>
  isBytes(signature, 64) && (await verify(signature, said, fromHex(key)));

async function attestationIn(
  community: Uint8Array,
  by: RawAct,
): Promise<RawAttestation | null> {
  const addition = additionIn(by);
  if (addition) return { by, member: by.member, ...addition, version: 0, key: null };
  const certificate = certificateIn(by);
  if (!certificate) return null;
  const { member, device, box, role, version, key, signature } = certificate;
  // Role 2 is the admitter's own device, as agent of who has none (ledger/L14).
  if (by.type === 7 && role === 2 && device !== by.device) return null;
  const said = concat(
    utf8Bytes('manyhands/v1/device\0'),
    ...[community, fromHex(member), fromHex(device), box],
    Uint8Array.of(role),
    u32(version),
  );
  if (!(await isBy(key, signature, said))) return null;
  if (by.type === 7 && !(await isInviteProven(community, by))) return null;
  return { by, member, device, role, version, key };
}

/** An admission by an invite carries that key's word for the newcomer's pair (ledger/F3). */
async function isInviteProven(
  community: Uint8Array,
  { payload }: RawAct,
): Promise<boolean> {
  const [member, device, , , , invite] = payload as Fields;
  if (invite === null) return true;
  const [invitePub, proof] = invite as Fields;
  if (!isBytes(member, 32) || !isBytes(device, 32)) return false;
  if (!isBytes(invitePub, 32)) return false;
  const said = concat(utf8Bytes('manyhands/v1/invite\0'), community, member, device);
  return isBy(toHex(invitePub), proof, said);
}

/** Whether an act of these types has the fields the formats give it (ledger/B4). */
export function isStatement(act: RawAct): boolean {
  const readers: Record<number, (act: RawAct) => unknown> = {
    2: certificateIn,
    3: additionIn,
    4: freezeIn,
    5: claimIn,
    6: wordIn,
    7: certificateIn,
  };
  return (readers[act.type]?.(act) ?? null) !== null;
}

interface Certificate extends Pick<
  RawAttestation,
  'member' | 'device' | 'role' | 'version'
> {
  readonly key: string;
  readonly box: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * Types 2 and 7: `[member, device, box, role, version, by, sig]`, and
 * `[member, device, box, role, sig, [invite, proof]?]`.
 */
export function certificateIn({ type, payload }: RawAct): Certificate | null {
  const fields = arrayOf(payload, type === 2 ? 7 : 6);
  if (!fields || (type !== 2 && type !== 7)) return null;
  const [member, device, box, role] = fields;
  const [version, by, signature] = type === 2 ? fields.slice(4) : [0, null, fields[4]];
  if (!isBytes(member, 32) || !isBytes(device, 32) || !isBytes(box, 32)) return null;
  if (!isWithin(role, 0, 2) || !isWithin(version, 0, 255)) return null;
  if (!isBytes(signature, 64) || !isSignerOf(by, version, 0)) return null;
  if (type === 7 && (role === 1 || !isInvite(fields[5]))) return null;
  const names = { member: toHex(member), device: toHex(device) };
  return { ...names, box, role, version, key: keyIn(by, names.member), signature };
}

/** The key that signed is named, but for the first version, which the member's own signs. */
const isSignerOf = (by: Value | undefined, version: number, first: number): boolean =>
  version === first ? by === null : isBytes(by, 32);

function isInvite(invite: Value | undefined): boolean {
  if (invite === null) return true;
  const [invitePub, proof] = arrayOf(invite, 2) ?? [];
  return isBytes(invitePub, 32) && isBytes(proof, 64);
}

/** Type 3: `[device, box, role 0..1]`. */
function additionIn({
  type,
  payload,
}: RawAct): Pick<RawAttestation, 'device' | 'role'> | null {
  const [device, box, role] = (type === 3 && arrayOf(payload, 3)) || [];
  if (!isBytes(device, 32) || !isBytes(box, 32) || !isWithin(role, 0, 1)) return null;
  return { device: toHex(device), role };
}

/** Type 4: `[device]`. It ends nothing. */
function freezeIn({ payload }: RawAct): string | null {
  const [device] = arrayOf(payload, 1) ?? [];
  return isBytes(device, 32) ? toHex(device) : null;
}

/** Type 5: `[member, version, key, devices, g, guardians, by, sig]`. */
function claimIn({ type, payload }: RawAct): RawClaim | null {
  const fields = type === 5 ? arrayOf(payload, 8) : null;
  const said = fields && headIn(fields);
  if (!said) return null;
  const [, , , , g, guardians, by, signature] = fields;
  if (!isBytes(signature, 64) || !Array.isArray(guardians)) return null;
  if (!isSignerOf(by, said.version, 1)) return null;
  if (!isWithin(g, 0, 9) || guardians.length > 9) return null;
  const names: string[] = [];
  for (const guardian of guardians as Fields) {
    if (!isBytes(guardian, 32) || toHex(guardian) <= (names.at(-1) ?? '')) return null;
    names.push(toHex(guardian));
  }
  const isQuorum = g <= names.length && 2 * g > names.length;
  if (names.length === 0 ? g !== 0 : !isQuorum) return null;
  return { ...said, g, guardians: names };
}

/** Type 6: `[member, version, key, devices]`. */
function wordIn({ type, payload }: RawAct): RawClaim | null {
  const fields = type === 6 ? arrayOf(payload, 4) : null;
  const said = fields && headIn(fields);
  return said && { ...said, g: 0, guardians: [] };
}

function headIn(fields: Fields): Omit<RawClaim, 'g' | 'guardians'> | null {
  const [member, version, key, listed] = fields;
  if (!isBytes(member, 32) || !isBytes(key, 32) || !Array.isArray(listed)) return null;
  if (!isWithin(version, 1, 255) || listed.length > 16) return null;
  const devices: Listed[] = [];
  for (const each of listed as Fields) {
    const [device, ledgerCut, boardCut] = arrayOf(each, 3) ?? [];
    if (!isBytes(device, 32) || !isCut(ledgerCut) || !isCut(boardCut)) return null;
    devices.push({ device: toHex(device), ledgerCut, boardCut });
  }
  const isTwice = new Set(devices.map(({ device }) => device)).size < devices.length;
  return isTwice ? null : { member: toHex(member), version, key: toHex(key), devices };
}

const isCut = (value: Value | undefined): value is number | null =>
  value === null || isWithin(value, 0, 2 ** 32 - 1);
