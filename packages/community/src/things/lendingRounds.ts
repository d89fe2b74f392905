import type { EntryId, MemberId } from '@manyhands/base';
import type { Board, BothSigned, Entry, HandOver } from '@manyhands/ledger';
import { ofVersion } from '../opened/index.ts';

type Round = BothSigned<HandOver>;

/**
 * Every hand-over by itself. What two people wrote to the letter is one hand-over of the
 * board, and who lends one thing twice to one person on one day writes the same twice: each
 * time it came back between, the next writing is another round.
 */
export const roundsOf: (board: Board) => readonly Round[] = ofVersion((board) => {
  const pairs = new Map<string, Round[]>();
  for (const handing of board.handOvers()) {
    const { owner, listing, taker } = handing.content;
    const name = [owner, listing, taker].join('/');
    pairs.set(name, [...(pairs.get(name) ?? []), handing]);
  }
  return [...pairs.values()].flatMap(inTurn).sort(byFirst);
});

/** What one member and one thing have been through: out, back, out, as both have said. */
function inTurn(said: readonly Round[]): Round[] {
  const days = [...new Set(said.map(({ content }) => content.day))];
  const rounds: Round[] = [];
  const taken = new Set<EntryId>();
  // A yes that somebody gave twice, before it came back, is no new round.
  const since = new Map<MemberId, Entry>();
  let step: HandOver['step'] = 'out';
  for (const day of days.sort((a, b) => a - b)) {
    const ofDay = said.filter(({ content }) => content.day === day);
    let isOver = false;
    while (!isOver) {
      const group = ofDay.find(({ content }) => content.step === step);
      const round = group && nextRound(group, taken, since);
      if (round) rounds.push(round);
      for (const { id } of round?.entries ?? []) taken.add(id);
      isOver = !round?.isBoth;
      if (isOver) continue;
      for (const entry of round?.entries ?? []) since.set(entry.log.member, entry);
      step = step === 'out' ? 'back' : 'out';
    }
    // Out of turn, for now or for good: what belongs before it has not been heard.
    const heard = new Set(rounds.map(({ content }) => content));
    rounds.push(...ofDay.filter(({ content }) => !heard.has(content)));
  }
  return rounds;
}

/** The first that each of the two wrote since the last round, if anybody has. */
function nextRound(
  { content, entries }: Round,
  taken: ReadonlySet<EntryId>,
  since: ReadonlyMap<MemberId, Entry>,
): Round | null {
  const left = entries.filter(
    (entry) => !taken.has(entry.id) && isSince(entry, since.get(entry.log.member)),
  );
  if (left.length === 0) return null;
  const firsts = new Map<MemberId, Entry>();
  for (const entry of left) {
    const first = firsts.get(entry.log.member);
    if (!first || (isOneLog(entry, first) && entry.seq < first.seq))
      firsts.set(entry.log.member, entry);
  }
  const signedBy = [...firsts.keys()].sort();
  const isBoth = signedBy.length === 2;
  // What is open is taken back with all its repetitions.
  const those = isBoth
    ? left.filter((one) => firsts.get(one.log.member) === one)
    : left;
  return { content, signedBy, isBoth, entries: those };
}

/** Whether its writer wrote it after that other one; by their clock, on another phone. */
const isSince = (entry: Entry, before: Entry | undefined): boolean =>
  before === undefined ||
  (isOneLog(entry, before) ? entry.seq > before.seq : entry.time >= before.time);

const isOneLog = ({ log: a }: Entry, { log: b }: Entry): boolean =>
  a.device === b.device;

/** Of what one wrote in one minute the order of the rounds is kept. */
const byFirst = ({ entries: [a] }: Round, { entries: [b] }: Round): number =>
  (a?.time ?? 0) - (b?.time ?? 0);
