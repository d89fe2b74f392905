import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { said, saidInLines, saidWithin } from './said.ts';
import { turnOn } from './spoken.svelte.ts';

afterEach(() => turnOn({ words: en, later: null }));

describe('what somebody wrote, on its way to a screen', () => {
  test.each([
    ['an override that turns round all that follows', '\u202egnorw', 'gnorw'],
    ['isolates that are never closed', '\u2066\u2067one', 'one'],
    ['spaces of no width, by which one name becomes another', 'An\u200ba\u2060', 'Ana'],
    ['a soft hyphen and a filler that look like nothing', 'A\u00adna\u3164', 'Ana'],
    ['tags that hide a text', 'Ana\u{e0041}\u{e0062}', 'Ana'],
    ['controls', 'A\u0000na\u001b[31m', 'Ana[31m'],
    [
      'a tower of accents',
      `B${'\u0301'.repeat(60)}iel`,
      'B\u0301\u0301\u0301\u0301iel',
    ],
    ['joiners that join nothing', '\u200d\u200dAna\u200d', 'Ana'],
    ['line ends and much space', ' one\r\n\u2028two \t three ', 'one two three'],
    ['nothing but what is unseen', '\u200b\u202e\u00ad \u3164', ''],
  ])('%s', (_, text, shown) => {
    expect(said(text)).toBe(shown);
  });

  test.each([
    ['Persian, with its joiner', 'می\u200cخواهم'],
    ['a family and a farmer, joined', '👨\u200d👩\u200d👧 👩🏽\u200d🌾 ❤️\u200d🔥'],
    ['Hindi, with its joiner', 'क्\u200dष'],
    ['Hebrew with vowels and accents', 'בְּרֵאשִׁ֖ית'],
    ['Vietnamese, taken apart', 'Nguye\u0302\u0303n'],
    ['a flag', '🇪🇸'],
    ['Japanese', 'さくら'],
    ['markup, as the letters it is', '<img src=x onerror=alert(1)>'],
  ])('%s stays as it is', (_, text) => {
    expect(said(text)).toBe(text);
  });

  test('what is read from the right is set apart within our sentences', () => {
    expect(saidWithin('ليلى')).toBe('\u2068ليلى\u2069');
    expect(saidWithin('Ana')).toBe('Ana');
    expect(saidWithin('\u202eليلى')).toBe('\u2068ليلى\u2069');
  });

  test('in Arabic, what is not Arabic throughout is set apart', () => {
    turnOn({ words: ar, later: null });

    expect(saidWithin('ليلى الحسن')).toBe('ليلى الحسن');
    expect(saidWithin('Ana (2)')).toBe('\u2068Ana (2)\u2069');
    expect(saidWithin('+34 600')).toBe('\u2068+34 600\u2069');
    expect(saidWithin(' \u202e ')).toBe('');
  });

  test('lines stay lines, but no wall of empty ones', () => {
    expect(saidInLines('one\n\n\n\n\ntwo\u2029three')).toBe('one\n\ntwo\nthree');
    expect(saidInLines('\n\n a  b \n')).toBe('a b');
  });

  test('whatever the letters, nothing that leaves its place is left', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 1 }) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            ...['\u202e', '\u2066', '\u200f', '\u200b', '\u200d', '\u0301', 'a', '\n'],
          ),
        },
      ),
      maxLength: 40,
    });
    fc.assert(
      fc.property(hostile, (text) => {
        for (const shown of [said(text), saidInLines(text)]) {
          expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/);
          expect(shown).not.toMatch(/[\u200b\u2060\ufeff\u00ad]|\p{M}{5}/u);
          expect(shown.length).toBeLessThanOrEqual(text.length);
        }
        expect(said(said(text))).toBe(said(text));
        expect(saidInLines(saidInLines(text))).toBe(saidInLines(text));
      }),
      { numRuns: 500 },
    );
  });
});
