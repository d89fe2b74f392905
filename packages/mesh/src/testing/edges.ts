/** What `limits.test.ts` has to try: every cap but those that are tested elsewhere. */
import type * as limits from '../limits.ts';

/** Whether what is at the limit passes, and what is one beyond. */
type Edge = () => Promise<[boolean, boolean]> | [boolean, boolean];

/**
 * Tested where they are kept: over WebRTC in src/rtc, in `answering.test.ts` (M6), beside the
 * pull, answers and evidence (M4), beside bundles (M9), beside blobs (M15), beside joining by message (M16) and in
 * `ownSecret.test.ts` (M12).
 */
type Elsewhere =
  | 'introductionSteps'
  | 'evidenceAhead'
  | 'answersAtOnce'
  | 'answerEvery'
  | 'connectionsLimit'
  | 'foreignChannels'
  | 'candidatesLimit'
  | 'descriptionLimit'
  | 'linksAtLeast'
  | 'nearLimit'
  | 'callsAtOnce'
  | 'callsAMinute'
  | 'answersAMinute'
  | 'passedAMinute'
  | 'dialBackoffLimit'
  | 'shareAgain'
  | 'smallPull'
  | 'entryGuess'
  | 'bundleLimit'
  | 'bundlePages'
  | 'bundleTextLimit'
  | 'movingLimit'
  | 'partBytes'
  | 'pieceLimit'
  | 'piecesAMinute'
  | 'fetchesAtOnce'
  | 'owedPieces'
  | 'nextsAtOnce'
  | 'nextEvery';
export type Edges = Omit<Record<keyof typeof limits, Edge>, Elsewhere>;
