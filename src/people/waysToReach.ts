/**
 * What of somebody's own words on how to reach them can be tapped: numbers and addresses that
 * are ones beyond doubt. What is no such thing stays what they wrote.
 */
export type WayToReach =
  | {
      readonly by: 'call' | 'text' | 'whatsApp';
      readonly shown: string;
      readonly href: string;
    }
  | { readonly by: 'mail'; readonly shown: string; readonly href: string };

/** Nobody writes more of them; what somebody else's app may write is no list without end. */
const most = 3;

export function waysToReach(words: string): WayToReach[] {
  const text = westernDigits(words);
  const hasWhatsApp = /whats\s?app|wa\.me|واتس\s?اب/iu.test(text);
  const mails = [...text.matchAll(mail)].map(([address]) => address);
  const numbers = [...text.replaceAll(mail, ' ').matchAll(number)]
    .map(([shown]) => shown.trim())
    .filter(isNumber);
  return [
    ...unique(numbers)
      .slice(0, most)
      .flatMap((shown): WayToReach[] => {
        const dialled = dial(shown);
        const isAbroad = dialled.startsWith('+');
        const ways: WayToReach[] = [
          { by: 'call', shown, href: `tel:${dialled}` },
          { by: 'text', shown, href: `sms:${dialled}` },
        ];
        // It knows numbers with their country alone.
        if (hasWhatsApp && isAbroad)
          ways.push({
            by: 'whatsApp',
            shown,
            href: `https://wa.me/${dialled.slice(1)}`,
          });
        return ways;
      }),
    ...unique(mails)
      .slice(0, most)
      .map((shown): WayToReach => ({ by: 'mail', shown, href: `mailto:${shown}` })),
  ];
}

/** Signs that mean something in an address of the web are in none of these. */
const mail =
  /(?<![\w.+-])[A-Za-z0-9_][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![\w@-])/g;

/** Digits, with one sign or two between them. */
const number =
  /(?<![\p{L}\p{N}+])[+(]{0,2}\d(?:[ \u00a0\u202f.\-/()]{0,2}\d){5,16}(?![\p{L}\p{N}])/gu;

function isNumber(shown: string): boolean {
  const digits = shown.replaceAll(/\D/g, '').length;
  if (digits < 7 || digits > 15) return false;
  return !days.test(shown) && !years.test(shown);
}

/** "24.12.2026", "2026-12-24" */
const days = /^(?:\d{1,2}([./-])\d{1,2}\1\d{4}|\d{4}([./-])\d{1,2}\2\d{1,2})$/;
/** "2019-2026" */
const years = /^(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d$/;

/** As a telephone is given it: 00 is what many write for the plus. */
function dial(shown: string): string {
  const digits = shown.replaceAll(/\D/g, '');
  if (shown.includes('+')) return `+${digits}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
}

/** ٠–٩ and ۰–۹ as 0–9. */
const westernDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  );

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
