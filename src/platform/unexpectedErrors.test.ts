import { expect, test, vi } from 'vitest';
import { listenForErrors } from './unexpectedErrors.ts';

/** A page with a root at which errors arrive. */
function page() {
  const target = new EventTarget();
  const hear = vi.fn();
  listenForErrors(target as Window, hear);
  return {
    hear,
    throws: (error: unknown) =>
      target.dispatchEvent(Object.assign(new Event('error'), { error })),
    rejects: (reason: unknown) =>
      target.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason })),
  };
}

test('what is thrown and what is rejected is heard, an error or not', () => {
  const { hear, throws, rejects } = page();
  const bug = new Error('Bug: minutes below zero');
  throws(bug);
  rejects(bug);
  rejects('not even an error');
  expect(hear.mock.calls).toEqual([[bug], [bug], ['not even an error']]);
});

test('what somebody else tells, or nobody here did, is not heard', () => {
  const { hear, throws, rejects } = page();
  throws(null);
  rejects(undefined);
  for (const name of ['AbortError', 'QuotaExceededError', 'OperationError']) {
    rejects(new DOMException('refused', name));
  }
  rejects(new TypeError("Cannot set properties of undefined (setting 'glareToken')"));
  expect(hear).not.toHaveBeenCalled();
});

test('any other refusal of the browser is heard', () => {
  const { hear, throws } = page();
  const moved = new DOMException('The node is not a child', 'NotFoundError');
  throws(moved);
  throws(new TypeError("Cannot read properties of undefined (reading 'name')"));
  expect(hear).toHaveBeenCalledTimes(2);
  expect(hear).toHaveBeenCalledWith(moved);
});
