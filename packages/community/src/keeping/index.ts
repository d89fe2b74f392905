export { archiveOf, bundleOf } from './archiveOf.ts';
export type { Archive, ArchiveRefused, Manifest } from './archiveOf.ts';
export { copiesOf, missingOn } from './copies.ts';
export type { Copies, DeviceCopy, MemberCopy } from './copies.ts';
export { heldAcks, storedOf, wireName } from './heldAcks.ts';
export type { StoredUpTo } from './heldAcks.ts';
export { ownLogsHere, whoKeeps, whoKeepsAll } from './keepers.ts';
export type {
  CollectedCode,
  PackedParcel,
  PackingRefused,
  Parcel,
  ParcelFor,
  ParcelRefused,
  ParcelWeight,
  Parcels,
  TakenParcel,
} from './parcels.ts';
export { keeperOn, statusOf } from './status.ts';
export type { Status } from './status.ts';
export { storedElsewhere } from './storedElsewhere.ts';
export { thingsIn } from './things.ts';
