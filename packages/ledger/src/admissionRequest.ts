import type { DeviceKey, Hex, MemberId, Result } from '@manyhands/base';
import { decodeAs, encodeAs, tuple } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { deviceField, keyField, memberField, oneOf, signatureField } from './fields.ts';

/**
 * What a newcomer says in the lobby (annex §4): who they are, their first device's
 * certificate, and the invite key's signature over both. Whether the two signatures
 * hold is to be asked before `admitMember`.
 */
export interface AdmissionRequest {
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly box: Hex;
  /** Whoever can knock has a device of their own: always a full one. */
  readonly role: 0;
  readonly certSig: Hex;
  readonly invitePub: Hex;
  readonly proof: Hex;
}

const requestShape = tuple({
  member: memberField,
  device: deviceField,
  box: keyField,
  role: oneOf<0>(0),
  certSig: signatureField,
  invitePub: keyField,
  proof: signatureField,
});

export const encodeAdmissionRequest = (request: AdmissionRequest): Uint8Array =>
  encodeAs(requestShape, request);

export const readAdmissionRequest = (
  bytes: Uint8Array,
): Result<AdmissionRequest, Malformed> =>
  decodeAs(requestShape, bytes, { bytes: 512, depth: 1 });
