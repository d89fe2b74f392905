import { expect, test } from 'vitest';
import type { EntryId } from '@manyhands/base';
import { isStandingHelp } from './isStandingHelp.ts';

const undo = 'ab'.repeat(32) as EntryId;

test.each([
  ['help that both signed', 'exists', 'help', null, true],
  ['help that one of them signed', 'open', 'help', null, false],
  ['help that a decision ended', 'void', 'help', null, false],
  ['help that was put right since', 'exists', 'help', undo, false],
  ['hours given', 'exists', 'gift', null, false],
  ['what puts hours right', 'exists', 'undo', null, false],
] as const)('%s: counted as help or not', (_, status, kind, undoneBy, isHelp) => {
  expect(isStandingHelp({ status, kind, undoneBy })).toBe(isHelp);
});
