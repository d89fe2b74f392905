import type { CommunityId, DeviceKey } from '@manyhands/base';
import { fromHex, toBase64Url } from '@manyhands/codec';

/**
 * Whose storage it is. Several communities, and several people in one, can share a
 * phone: every database and lock is named after both.
 */
export interface StoreOwner {
  readonly community: CommunityId;
  readonly device: DeviceKey;
}

const nameOf = ({ community, device }: StoreOwner, what: string): string =>
  [
    'manyhands',
    toBase64Url(fromHex(community)),
    toBase64Url(fromHex(device)),
    what,
  ].join('/');

export const documentName = (place: StoreOwner): string => nameOf(place, 'document');
export const rowsName = (place: StoreOwner): string => nameOf(place, 'rows');
export const blobsName = (place: StoreOwner): string => nameOf(place, 'pictures');
/** The lock that the one writer of this device's logs holds (R6). */
export const writerLockName = (place: StoreOwner): string => nameOf(place, 'writer');
