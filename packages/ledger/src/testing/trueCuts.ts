/** What the oracle says of forks: plainly, and without the fold. */
import { readWitnessed } from '../entry.ts';
import type { Entry } from '../entry.ts';

export type Roles = Map<string, number>;

export const pair = (member: string, device: string): string => `${member}/${device}`;
export const writer = ({ log }: Entry): string => pair(log.member, log.device);

export function witnessed(entry: Entry): Entry {
  const { content, log } = entry;
  const inner = content.type === 'witness' && readWitnessed(log.community, content);
  if (!inner) throw new Error('Bug: a witness of nothing');
  return inner;
}

/** The lowest proven fork of each log. */
export function trueCutsOf(
  entries: readonly Entry[],
  kind: 'ledger' | 'board',
): Map<string, number> {
  const cuts = new Map<string, number>();
  for (const { content } of entries) {
    if (content.type !== 'fork.proof' || content.kind !== (kind === 'board' ? 1 : 0))
      continue;
    const name = pair(content.member, content.device);
    cuts.set(name, Math.min(content.seq, cuts.get(name) ?? Infinity));
  }
  return cuts;
}

export function isTrulyPaused(
  member: string,
  roles: Roles,
  forks: Map<string, number>,
  ends: Map<string, number>,
): boolean {
  return [...forks].some(
    ([name, seq]) =>
      name.startsWith(member) &&
      [0, 2].includes(roles.get(name) ?? 3) &&
      seq < (ends.get(name) ?? Infinity),
  );
}
