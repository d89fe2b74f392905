/**
 * Every cap is a named number in one file per package, with its reason in one sentence.
 * The table in the package's SPEC.md is made from that file: this test prints it when
 * they differ.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as community from '../packages/community/src/limits.ts';
import * as mesh from '../packages/mesh/src/limits.ts';
import { relayLimits } from '../packages/relay/src/limits.ts';
import * as replica from '../packages/replica/src/limits.ts';
import { root } from './planted.ts';

const packages: Record<string, Readonly<Record<string, number>>> = {
  replica,
  mesh,
  community,
  relay: { ...relayLimits },
};

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The sentence before each name that the file exports, without its line breaks. */
function reasonsIn(source: string): Map<string, string> {
  const documented =
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export const|readonly) (\w+)/g;
  return new Map(
    [...source.matchAll(documented)].map(([, comment = '', name = '']) => [
      name,
      comment.replaceAll(/\s*\n\s*\* ?/g, ' ').trim(),
    ]),
  );
}

const cells = (row: string): string =>
  row
    .split('|')
    .map((cell) => cell.trim())
    .join('|');

test.each(Object.entries(packages))(
  '[replica/R8] the caps of %s stand in its SPEC.md, with their reasons',
  (name, limits) => {
    const reasons = reasonsIn(read(`packages/${name}/src/limits.ts`));
    const expected = Object.entries(limits).map(([cap, number]) => {
      const reason = reasons.get(cap);
      expect(reason, `${cap} has a reason`).toBeDefined();
      return `| \`${cap}\` | ${number.toLocaleString('en')} | ${reason} |`;
    });
    const found = read(`packages/${name}/SPEC.md`)
      .split('\n')
      .filter((line) => /^\s*\| `\w+`\s*\| [\d,]+\s*\|/.test(line));
    expect(found.map(cells)).toEqual(expected.map(cells));
  },
);
