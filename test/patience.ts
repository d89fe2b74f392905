/**
 * Before every test file: `vi.waitFor` waits as long for its event as `longest.ts` says, where a
 * test says nothing else. Vitest's own second is too little where others use the machine.
 */
import { vi } from 'vitest';
import { longestWait } from './longest.ts';

const longest = { timeout: longestWait };
const plain = vi.waitFor;

const patient: typeof plain = (callback, options) =>
  plain(callback, typeof options === 'number' ? options : { ...longest, ...options });
// Files that share a worker come here one after the other.
if (plain.name !== 'patient') vi.waitFor = patient;
