/**
 * Before every test file: `vi.waitFor` waits fifteen seconds for its event where a test says
 * nothing else. Vitest's own second is too little where others use the machine, and the
 * length of a wait that succeeds is not changed by it.
 */
import { vi } from 'vitest';

const longest = { timeout: 15_000 };
const plain = vi.waitFor;

const patient: typeof plain = (callback, options) =>
  plain(callback, typeof options === 'number' ? options : { ...longest, ...options });
// Files that share a worker come here one after the other.
if (plain.name !== 'patient') vi.waitFor = patient;
