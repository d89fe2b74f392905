import type { Handed } from '../thingContent.ts';
import type { BothSigned } from './bothSigned.ts';

/**
 * Each hand-over once (B17): of what both wrote of one hand, two and things, the earliest
 * day; nothing of it is open then. Of what only one of the two wrote each letter stays.
 */
export function onceEach(said: readonly BothSigned<Handed>[]): BothSigned<Handed>[] {
  const happened = new Map<string, BothSigned<Handed>>();
  for (const each of said) {
    if (!each.isBoth) continue;
    const known = happened.get(nameOf(each.content));
    if (!known || each.content.day < known.content.day)
      happened.set(nameOf(each.content), each);
  }
  return said.filter((each) => {
    const known = happened.get(nameOf(each.content));
    return known === undefined || known === each;
  });
}

/** Of one fact there is one letter but for its day. */
const nameOf = ({ day: _, ...content }: Handed): string => JSON.stringify(content);
