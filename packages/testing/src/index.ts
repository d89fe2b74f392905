export { clinicOf, opensAccount } from './clinic.ts';
export {
  testCharterOf,
  TestCommunity,
  confirmed,
  helped,
  profileOf,
} from './community.ts';
export {
  additionOf,
  enrolmentUnder,
  identityContent,
  listing,
} from './identityContents.ts';
export { inviteContent, posterContent, proofFor } from './invites.ts';
export { LogBuilder, runOf } from './logBuilder.ts';
export type { BuildOptions } from './logBuilder.ts';
export { entriesOfMiB, writeMuch } from './muchOf.ts';
export { pagesHolding } from './pagesHolding.ts';
export { createCast, createPerson } from './people.ts';
export type { CastMember } from './people.ts';
export { raisedDuring } from './raised.ts';
export {
  deliver,
  exchange,
  openOnMemory,
  settledCommunity,
  stateOf,
  yjsBytesOf,
} from './replicas.ts';
export type { OnMemory } from './replicas.ts';
export { createMemoryBlobs, openMemoryBlobs } from '@manyhands/storage';
export type { MemoryBlobs } from '@manyhands/storage';
export { bentBytes, corpusOf, fuzzDecoder, fuzzRounds } from './fuzz/fuzzDecoder.ts';
export type { CorpusName, Decoder } from './fuzz/fuzzDecoder.ts';
export { isThorough, sized } from './sized.ts';
