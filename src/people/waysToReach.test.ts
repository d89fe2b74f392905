import { expect, test } from 'vitest';
import { waysToReach } from './waysToReach.ts';

const hrefs = (words: string) => waysToReach(words).map(({ href }) => href);

test.each([
  ['612 345 678, after six', ['tel:612345678', 'sms:612345678']],
  ['+34 612-34-56-78', ['tel:+34612345678', 'sms:+34612345678']],
  ['(+34) 93.123.45.67', ['tel:+34931234567', 'sms:+34931234567']],
  ['0034 612 345 678', ['tel:+34612345678', 'sms:+34612345678']],
  ['هاتف: ٠٦١٢٣٤٥٦٧٨', ['tel:0612345678', 'sms:0612345678']],
  ['biel.serra+bank@example.org', ['mailto:biel.serra+bank@example.org']],
])('%s can be tapped', (words, wanted) => {
  expect(hrefs(words)).toEqual(wanted);
});

test('WhatsApp is offered where it is named, for a number with its country', () => {
  expect(hrefs('WhatsApp +34 612 345 678')).toContain('https://wa.me/34612345678');
  expect(hrefs('+34 612 345 678').join()).not.toContain('wa.me');
  expect(hrefs('WhatsApp 612 345 678').join()).not.toContain('wa.me');
});

test.each([
  'The blue door, second bell',
  'From 18:00, number 24',
  'Away until 24.12.2026, and 2026-12-24',
  'Here 2019-2026',
  'IBAN ES91 2100 0418 4502 0005 1332',
  'a1234567890',
  'javascript:alert(1)@example.org?subject=x',
  'https://example.org/12345678901234567890',
])('%s is nothing to tap', (words) => {
  const found = waysToReach(words);
  expect(found.filter(({ by }) => by !== 'mail')).toEqual([]);
  for (const { href } of found) expect(href).toMatch(/^mailto:[\w.+-]+@[\w.-]+$/);
});

test('somebody’s wall of numbers is a few buttons', () => {
  const many = Array.from({ length: 50 }, (_, i) => `6123456${10 + i}`).join(', ');
  expect(waysToReach(many)).toHaveLength(6);
});
