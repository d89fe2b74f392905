export type { Acks } from './acks.ts';
export { askForCharter } from './askForCharter.ts';
export type { CharterAsk } from './askForCharter.ts';
export { bundleText, looksLikeBundle, readBundleText } from './bundle/bundleText.ts';
export { lackedBy, packBundle } from './bundle/packBundle.ts';
export type { PackedBundle, PackOptions, PackRefused } from './bundle/packBundle.ts';
export { PartCollector, partsOf } from './bundle/parts.ts';
export type { Collected } from './bundle/parts.ts';
export { openBundle, sealBundle } from './bundle/sealedBundle.ts';
export type {
  BundleContent,
  BundleLock,
  BundleRefused,
  OpenedBundle,
} from './bundle/sealedBundle.ts';
export { takeBundle } from './bundle/takeBundle.ts';
export type { TakenBundle } from './bundle/takeBundle.ts';
export { weighBundle } from './bundle/weighBundle.ts';
export type { Weight } from './bundle/weighBundle.ts';
export { channelPair } from './channel.ts';
export type { Binding, Channel, MemoryChannel, LinkSide, Wire } from './channel.ts';
export type { Admit, KnownKey, WhoIs } from './peerAuthorizer.ts';
export { codeNameOf, readConnectionCode, shortOf } from './connectionCode.ts';
export type { ConnectionCode } from './connectionCode.ts';
export type { Connector, Dialling, Half } from './connector.ts';
export type { EncounterOptions } from './encounter.ts';
export type { HandshakeRefused, PeerName } from './handshake.ts';
export type {
  Dismissal,
  Introducer,
  Introduction,
  RendezvousPoint,
  OpenIntroducer,
  RelayState,
} from './introducer.ts';
export {
  bundleTextLimit,
  connectionsLimit,
  frameLimit,
  movingLimit,
} from './limits.ts';
export { keepBlobs } from './keepBlobs.ts';
export {
  openJoinMessage,
  recipientOf,
  sealJoinMessage,
  sealWelcome,
  takeWelcome,
} from './joinByMessage.ts';
export type {
  JoinMessage,
  JoinMessageRefused,
  WelcomeRefused,
} from './joinByMessage.ts';
export type { Link } from './link.ts';
export { takesOffer, Manners } from './manners.ts';
export { startMesh } from './mesh.ts';
export type { ShownHeads } from './shownBook.ts';
export type { Mesh, MeshNews, MeshOptions, Peer } from './types.ts';
export type { Secret, Stored } from './messages.ts';
export type { Ending } from './pipe.ts';
export type { FetchOptions, BlobControl, BlobFailed, BlobsHeld } from './blobs.ts';
export { PairingCodes } from './pairingCodes.ts';
export type { FirstCode, PairingFailed, ShownCode } from './pairingCodes.ts';
export { passAlong, takePassed } from './passAlong.ts';
export type { Passing, PassingFailed, Taking, TakingFailed } from './passAlong.ts';
export type { HeldBack, PullProgress, PullControl, PullMode } from './pull.ts';
export { probeDirect, probeRelay } from './rtc/probe.ts';
export type { DirectLine, RelayAnswer } from './rtc/probe.ts';
export { realTimers } from './timers.ts';
export type { Timers } from './timers.ts';
export type { JoinRefused, Verdict } from './verdict.ts';
export { putOffFor } from './dismissal.ts';
