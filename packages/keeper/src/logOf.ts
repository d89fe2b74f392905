import type { Keeper, KeeperState } from './openKeeper.ts';
import { keeperWords } from './words.ts';

/** Milliseconds that changes are gathered into one line. */
const gatherFor = 5_000;

/**
 * Says what changes, as seldom as it can: what somebody must act on at once, the coming
 * and going of others a few seconds later in one line. Returns its end.
 */
export function logOf(keeper: Keeper, say: (line: string) => void): () => void {
  let known: KeeperState = { ...keeper.state() };
  let told = known;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const gather = (): void => {
    timer = null;
    const now = keeper.state();
    if (now.members > told.members && told.members > 0) say(keeperWords.letIn);
    if (now.entries > told.entries) {
      say(keeperWords.entries(now.entries - told.entries, now.entries));
    }
    if (now.linkedDevices !== told.linkedDevices)
      say(keeperWords.linked(now.linkedDevices));
    told = now;
  };
  const hear = (): void => {
    const now = keeper.state();
    for (const line of urgent(known, now, keeper.name)) say(line);
    known = now;
    timer ??= setTimeout(gather, gatherFor);
  };
  const end = keeper.subscribe(hear);
  return () => {
    end();
    if (timer !== null) clearTimeout(timer);
  };
}

function urgent(before: KeeperState, now: KeeperState, name: string): string[] {
  const lines: string[] = [];
  if (before.role === null && now.role !== null) {
    lines.push(now.role === 1 ? keeperWords.isIn(name) : keeperWords.isFull);
  }
  if (now.isSwitchedOff && !before.isSwitchedOff) lines.push(keeperWords.isOff);
  if (now.isBehind && !before.isBehind) lines.push(keeperWords.isBehind);
  if (now.trouble !== before.trouble) {
    lines.push(
      now.trouble === null ? keeperWords.well : keeperWords.trouble(now.trouble),
    );
  }
  return lines;
}
