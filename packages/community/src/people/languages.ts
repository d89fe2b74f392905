import type { Person } from '../opened/index.ts';

/** Languages that many neighbourhoods speak; whoever misses theirs finds it on the phone. */
const known =
  'am ar bg bn ca cs da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka km ko ku lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta te th ti tl tr uk ur uz vi wo yo zh'.split(
    ' ',
  );

/** How many are offered before anybody has looked for more. */
const offered = 8;

/** "ca-ES" is Catalan: the region is nobody's business here. */
const plain = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/**
 * Which languages to offer first: those somebody speaks already, those of this phone, and
 * those that most others here speak.
 */
export function likelyLanguages(
  mine: readonly string[],
  ofPhone: readonly string[],
  people: readonly Pick<Person, 'languages'>[],
): string[] {
  const spoken = new Map<string, number>();
  for (const tag of people.flatMap(({ languages }) => languages)) {
    spoken.set(tag, (spoken.get(tag) ?? 0) + 1);
  }
  const common = [...spoken].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
  const likely = [...ofPhone.map(plain), ...common].filter((tag) =>
    known.includes(tag),
  );
  return [...new Set([...mine, ...likely.slice(0, offered)])];
}

export const otherLanguages = (shown: readonly string[]): string[] =>
  known.filter((tag) => !shown.includes(tag));
