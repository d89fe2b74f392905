/**
 * Every language says everything, in its own words, and none of the words that are never
 * on screen (GLOSSARY.md).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ar } from '../src/words/ar.ts';
import { arLater } from '../src/words/arLater.ts';
import { en } from '../src/words/en.ts';
import { enLater } from '../src/words/enLater.ts';
import { es } from '../src/words/es.ts';
import { esLater } from '../src/words/esLater.ts';
import { languages } from '../src/words/words.ts';
import type { Language } from '../src/words/words.ts';
import { root } from './planted.ts';
import { textsOutsideOfWords } from './spokenOutside.ts';
import { partsOf, readPart, readWords, saysSomething } from './wordsFiles.ts';

const catalogues: Record<Language, object> = {
  en: { ...en, later: enLater },
  es: { ...es, later: esLater },
  ar: { ...ar, later: arLater },
};
const codes = Object.keys(languages) as Language[];
const others = codes.filter((code) => code !== 'en');

/** Words of the code, of banks and of machines, as each language has them. */
const neverOnScreen: Partial<Record<Language, RegExp>> = {
  en: /\b(keys?|nodes?|peers?|crdts?|merg\w*|sync\w*|debits?|credits?|pay|paid|pays|payers?|payees?|debts?|accounts?|transactions?|servers?|hash\w*|signatures?|tokens?|wallets?|ledgers?)\b/i,
  es: /(?<!\p{L})(llaves?|claves?|nodos?|crdts?|fusion\p{L}*|sincron\p{L}*|débitos?|créditos?|pag(?:o|a|os|as|ar|an|ado|ada)|deudas?|deudor\p{L}*|transacc\p{L}*|saldos?|servidor\p{L}*|hash\p{L}*|firmas?(?= digital)|tokens?|billeteras?|monederos?|cartera|(?:tu|una|la|mi) cuenta)(?!\p{L})/iu,
  ar: /(?<![\p{L}\p{M}])[وفبلك]?(?:ال|لل)?(?:مفتاح|مفاتيح|عقد(?:ة|تين)|أنداد|دمج|مزامنة|تزامن|دائن|مدين|ديون|دَين|حساب|حسابات|دفع|مدفوع|معاملة|معاملات|رصيد|أرصدة|خادم|خوادم|تجزئة|محفظة|دفتر)(?:ك|ه|ها|نا|هم|ات|ون|ين)?(?![\p{L}\p{M}])/u,
};

/** The one key that everybody knows from a door: what a neighbour keeps for you. */
const spareKey: Partial<Record<Language, RegExp>> = {
  en: /\bspare[- ]keys?\b/gi,
  es: /\bllaves? de repuesto\b/gi,
  ar: /(?:ال)?مفتاح(?:ك)? (?:ال)?احتياطي/gu,
};

/** How a language does not speak to a person here: what guesses a gender, or is stiff. */
const notOurTone: Partial<Record<Language, RegExp>> = {
  es: /(?<!\p{L})(usted(?:es)?|vosotr[oa]s|vuestr[oa]s?|os|\p{L}{2,}[áé]is|dec[íi]s|bienvenidos?|(?:estás|estés) (?:segur[oa]|list[oa]|conectad[oa]|sol[oa])|amig[oa]s?|vecin[oa]s?|ordenador(?:es)?|(?<!datos )móvil(?:es)?|celular(?:es)?|coger?)(?!\p{L})/iu,
  // A command or a verb in the present says whether it is spoken to a man or a woman.
  ar: /(?<![\p{L}\p{M}])[وف]?(?:اكتب|اختر|افتح|امسح|انسخ|الصق|ألصق|اطلب|اسأل|اضغط|المس|انتظر|استعمل|أضف|ابحث|احفظ|اقرأ|انظر|حاول|جرّب|أخفِ|قل|كن|تريد|ستجد|تفقد|تختار|أنتِ|أنتَ|لكِ)(?:ي|ين|وا|ه|ها)?(?![\p{L}\p{M}])/u,
};

const isForbidden = (language: Language, text: string): boolean =>
  neverOnScreen[language]?.test(text.replaceAll(spareKey[language] ?? /^$/g, '')) ??
  false;

/** Alike on purpose: names, what is typed, file names and addresses. */
const alike = new Set([
  'Manyhands',
  'WhatsApp',
  'ltr',
  'good',
  'fair',
  'bad',
  'long',
  'short',
  'UTC',
  // Spanish says no like English.
  'No',
]);

/** Every path to a text or function in a catalogue. */
function pathsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsIn(inner, `${path}.${key}`),
  );
}

test.each(others)('%s says everything that English says, and nothing else', (code) => {
  expect(pathsIn(catalogues[code]).sort()).toEqual(pathsIn(catalogues.en).sort());
});

describe.each(codes)('in %s', (code) => {
  test.each(partsOf(code))('no word in %s that is never on screen', (part) => {
    const { texts } = readPart(code, part);

    expect(texts.filter((text) => isForbidden(code, text))).toEqual([]);
    expect(texts.filter((text) => notOurTone[code]?.test(text))).toEqual([]);
  });
});

describe.each(others)('in %s', (code) => {
  const english = new Set(
    partsOf('en')
      .flatMap((part) => readPart('en', part).texts)
      .filter(saysSomething),
  );

  test.each(partsOf(code))('nothing English is left in %s', (part) => {
    const { texts } = readPart(code, part);

    expect(texts.filter((text) => english.has(text) && !alike.has(text))).toEqual([]);
  });

  test.each(partsOf(code))('%s names every plural form there is', (part) => {
    const needed = formsOf(code);

    for (const forms of readPart(code, part).plurals) {
      expect(forms).toEqual(expect.arrayContaining(needed));
    }
  });
});

test.each(others)('%s has every part, and borrows none', (code) => {
  const borrowing = partsOf(code).filter((part) => readPart(code, part).borrows);

  expect(partsOf(code)).toEqual(partsOf('en'));
  expect(borrowing).toEqual([]);
});

test.each(codes)(
  'what the home screen of a phone is told of the app, in %s',
  (code) => {
    const read = (name: string) =>
      JSON.parse(readFileSync(join(root, 'public', name), 'utf8')) as Record<
        string,
        unknown
      >;
    const english = read('manifest.webmanifest');
    const its = read(
      code === 'en' ? 'manifest.webmanifest' : `manifest.${code}.webmanifest`,
    );
    const { language } = catalogues[code] as typeof en;

    expect(its).toEqual({
      ...english,
      lang: code,
      dir: language.direction,
      description: its['description'],
    });
    if (code !== 'en') expect(its['description']).not.toBe(english['description']);
  },
);

/**
 * The forms that counted things take: `zero` falls back to `other` where it says the same,
 * and Spanish `many` begins at a million.
 */
function formsOf(code: Language): string[] {
  const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
  const rare = code === 'ar' ? ['zero'] : ['zero', 'many'];
  return pluralCategories.filter((form) => !rare.includes(form));
}

test('no component says anything by itself: all of it is in src/words', () => {
  const components = readdirSync(join(root, 'src'), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((path) => path.endsWith('.svelte') && !path.startsWith('specimen'))
    .map((path) => join('src', path));
  expect(components.length).toBeGreaterThan(250);
  const outside = components.flatMap((path) =>
    textsOutsideOfWords(readFileSync(join(root, path), 'utf8')).map(
      (text) => `${path}: ${text}`,
    ),
  );

  expect(outside).toEqual([]);
});

test('a text in a component would be noticed', () => {
  const component =
    '<p class="soft small">Hello {name}</p><img alt="A picture" /><b title={words.a}>· 1</b>' +
    '{#if a}<Card title="Plain">{#snippet it()}There{/snippet}</Card>{/if}';

  expect(textsOutsideOfWords(component)).toEqual([
    'Hello',
    'A picture',
    'Plain',
    'There',
  ]);
});

test('what these tests look for would be noticed', () => {
  const { texts, plurals, borrows } = readWords(
    "import { a } from './a.ts';\n" +
      "const b = { c: 'Your account', d: (n: 'x') => `You have ${plural(n, { one: 'a key', other: '# keys' })}` };",
  );

  expect(texts).toEqual(['Your account', 'You have  ', 'a key', '# keys']);
  expect(plurals).toEqual([['one', 'other']]);
  expect(borrows).toBe(false);
  expect(readWords("export * from '../en/a.ts';").borrows).toBe(true);
  expect(isForbidden('en', 'Your account')).toBe(true);
  expect(isForbidden('en', 'keyboard, monkey, merchandise')).toBe(false);
  expect(isForbidden('en', 'You keep a spare key')).toBe(false);
  expect(isForbidden('en', 'Your spare-key neighbours sign with a key')).toBe(true);
  expect(isForbidden('es', 'Tu cuenta')).toBe(true);
  expect(
    isForbidden('es', 'La hora cuenta; guardallaves con tu llave de repuesto'),
  ).toBe(false);
  expect(isForbidden('es', 'Tu clave y tu llave')).toBe(true);
  expect(notOurTone.es?.test('Bienvenido, usted')).toBe(true);
  expect(notOurTone.es?.test('Te damos la bienvenida')).toBe(false);
  expect(isForbidden('ar', 'حسابك في الدفتر')).toBe(true);
  expect(isForbidden('ar', 'مفتاح من أجلك')).toBe(true);
  expect(isForbidden('ar', 'جيران المفتاح الاحتياطي، على حاسوب')).toBe(false);
  expect(notOurTone.ar?.test('ثم اختر «لصق»')).toBe(true);
  expect(notOurTone.ar?.test('ثم اختيار «لصق»')).toBe(false);
  expect(saysSomething('1 min · 2 kB')).toBe(false);
  expect(formsOf('es')).toEqual(['one', 'other']);
  expect(formsOf('ar').sort()).toEqual(['few', 'many', 'one', 'other', 'two']);
});
