import { expect, test } from 'vitest';
import { fileNameOf } from './download.ts';

test.each([
  ['Els Plataners-2026-05-12', 'els-plataners-2026-05-12'],
  ['../../etc/passwd', 'etc-passwd'],
  ['川沿い 2026', '川沿い-2026'],
  ['CON: the "best" street?', 'con-the-best-street'],
  ['\u202egpj.exe', 'gpj-exe'],
  ['***', 'manyhands'],
])('%j is saved as %j', (name, file) => {
  expect(fileNameOf(name)).toBe(file);
});

test('a long name is cut', () => {
  expect(fileNameOf('a'.repeat(300))).toHaveLength(80);
});
