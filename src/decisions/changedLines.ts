import { saidInLines } from '../words/said.ts';

/** Sentences of two texts that only one of them has, each once, in their order. */
export function changedLines(
  before: string,
  now: string,
): { readonly added: readonly string[]; readonly left: readonly string[] } {
  const [was, is] = [before, now].map(sentencesOf) as [string[], string[]];
  return {
    added: is.filter((line) => !was.includes(line)),
    left: was.filter((line) => !is.includes(line)),
  };
}

/** One after the other, whether they stand on lines of their own or not. */
const sentencesOf = (text: string): string[] => [
  ...new Set(
    saidInLines(text)
      .split(/\n|(?<=[.!?؟])\s+/u)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
