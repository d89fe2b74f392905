import { expect, test } from 'vitest';
import { isYWebrtcs } from './outliveYWebrtc.ts';

function thrownIn(file: string): Error {
  const error = new TypeError('Cannot set properties of undefined');
  error.stack = `${error.message}\n    at execMessage (${file}:539:43)`;
  return error;
}

test('[M11] y-webrtc’s own errors are told from ours', () => {
  expect(isYWebrtcs(thrownIn('/a/node_modules/y-webrtc/src/y-webrtc.js'))).toBe(true);
  expect(isYWebrtcs(thrownIn('C:\\a\\node_modules\\y-webrtc\\src\\y.js'))).toBe(true);
  expect(isYWebrtcs(thrownIn('/a/packages/mesh/src/mesh.ts'))).toBe(false);
  expect(isYWebrtcs('y-webrtc')).toBe(false);
});
