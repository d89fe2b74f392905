import type { DeviceKey, Hex, MemberId, Result } from '@manyhands/base';
import { decodeAs, encodeAs, text, tuple } from '@manyhands/codec';
import type { Malformed, Shape } from '@manyhands/codec';
import { deviceField, keyField, memberField, oneOf, signatureField } from './fields.ts';

/**
 * What a device says in the lobby that no certificate names yet (F4). Whether the
 * signatures in it hold is to be asked before anybody answers.
 */
export type JoinRequest =
  | InviteRequest
  | DeviceRequest
  | WhoAmIRequest
  | KnockRequest
  | CharterRequest;

/**
 * Somebody new (F4): who they are, their first device's certificate, and the
 * invite key's signature over both.
 */
export interface InviteRequest {
  readonly type: 'join';
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly box: Hex;
  /** Whoever can knock has a device of their own: always a full one. */
  readonly role: 0;
  readonly certSig: Hex;
  readonly invitePub: Hex;
  readonly proof: Hex;
}

/**
 * A further device of a member, with the link key's signature over both. Nothing else
 * speaks for it: the member's device that shows the link answers with `device.add`.
 */
export interface DeviceRequest {
  readonly type: 'device';
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly box: Hex;
  readonly linkPub: Hex;
  readonly proof: Hex;
}

/**
 * Somebody who holds an identity key (from recovery words, or new and vouched for by
 * guardians) and does not know which member that is. `sig` is over `claimStatement`.
 */
export interface WhoAmIRequest {
  readonly type: 'whoAmI';
  readonly key: Hex;
  readonly device: DeviceKey;
  readonly box: Hex;
  readonly sig: Hex;
}

/**
 * Somebody new who has read a poster: as a join, with the poster key's signature, and
 * what they say of themselves. That is hearsay, for a person to read who then decides.
 */
export interface KnockRequest {
  readonly type: 'knock';
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly box: Hex;
  /** As in a join: certified by the same words. */
  readonly role: 0;
  readonly certSig: Hex;
  readonly posterPub: Hex;
  readonly proof: Hex;
  readonly name: string;
  /** A line to say who they are. */
  readonly line: string;
}

/**
 * Somebody who holds an invite and would read the charter before they ask to join. The device
 * is a key made for this alone, of nobody: it is no use for anything else, and so is `proof`
 * (`charterStatement`).
 */
export interface CharterRequest {
  readonly type: 'charter';
  readonly device: DeviceKey;
  readonly invitePub: Hex;
  readonly proof: Hex;
}

/** The most bytes of a knocker's name and line: with them a request has 511 at most. */
export const knockLimits = { name: 96, line: 140 } as const;

const joinShape = tuple<Omit<InviteRequest, 'type'>>({
  member: memberField,
  device: deviceField,
  box: keyField,
  role: oneOf<0>(0),
  certSig: signatureField,
  invitePub: keyField,
  proof: signatureField,
});

const deviceShape = tuple<Omit<DeviceRequest, 'type'> & { readonly number: 1 }>({
  number: oneOf<1>(1),
  member: memberField,
  device: deviceField,
  box: keyField,
  linkPub: keyField,
  proof: signatureField,
});

const whoAmIShape = tuple<Omit<WhoAmIRequest, 'type'> & { readonly number: 2 }>({
  number: oneOf<2>(2),
  key: keyField,
  device: deviceField,
  box: keyField,
  sig: signatureField,
});

const knockShape = tuple<Omit<KnockRequest, 'type' | 'role'> & { readonly number: 3 }>({
  number: oneOf<3>(3),
  member: memberField,
  device: deviceField,
  box: keyField,
  certSig: signatureField,
  posterPub: keyField,
  proof: signatureField,
  name: text(knockLimits.name),
  line: text(knockLimits.line),
});

const charterRequestShape = tuple<
  Omit<CharterRequest, 'type'> & { readonly number: 4 }
>({
  number: oneOf<4>(4),
  device: deviceField,
  invitePub: keyField,
  proof: signatureField,
});

/** The first has no number: it was here before the others. Lengths tell them apart. */
const requestShape: Shape<JoinRequest> = {
  read(value) {
    const join = joinShape.read(value);
    if (join !== undefined) return { type: 'join', ...join };
    const further = deviceShape.read(value);
    if (further !== undefined) {
      const { number: _, ...rest } = further;
      return { type: 'device', ...rest };
    }
    const asking = whoAmIShape.read(value);
    if (asking !== undefined) {
      const { number: _, ...rest } = asking;
      return { type: 'whoAmI', ...rest };
    }
    const knock = knockShape.read(value);
    if (knock !== undefined) {
      const { number: _, ...rest } = knock;
      return { type: 'knock', role: 0, ...rest };
    }
    const reading = charterRequestShape.read(value);
    if (reading === undefined) return undefined;
    const { number: _, ...rest } = reading;
    return { type: 'charter', ...rest };
  },
  write(of) {
    switch (of.type) {
      case 'join':
        return joinShape.write(of);
      case 'device':
        return deviceShape.write({ number: 1, ...of });
      case 'whoAmI':
        return whoAmIShape.write({ number: 2, ...of });
      case 'knock':
        return knockShape.write({ number: 3, ...of });
      case 'charter':
        return charterRequestShape.write({ number: 4, ...of });
    }
  },
};

export const encodeJoinRequest = (request: JoinRequest): Uint8Array =>
  encodeAs(requestShape, request);

export const readJoinRequest = (bytes: Uint8Array): Result<JoinRequest, Malformed> =>
  decodeAs(requestShape, bytes, { bytes: 512, depth: 1 });
