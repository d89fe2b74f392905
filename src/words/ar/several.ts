import { duration, formats } from './hours.ts';

const { plural } = formats;

/** After a word that puts it into the genitive. */
const people = (count: number): string =>
  plural(count, {
    zero: 'لا أحد',
    one: 'شخص واحد',
    two: 'شخصين',
    few: '# أشخاص',
    many: '# شخصًا',
    other: '# شخص',
  });

/** The same help with several people, recorded at once. */
export const several = {
  addAnother: 'إضافة شخص آخر',
  whoElse: 'ومع من أيضًا؟',
  atMost: (most: number) =>
    `يمكن سؤال ${people(most)} في مرة واحدة. وتُسجَّل البقية بعد ذلك.`,
  noteHint: 'يقرؤها كل شخص من هؤلاء، ولا أحد غيرهم.',
  youHelped: (names: string, minutes: number, when: string) =>
    `مساعدة منك إلى ${names}، ${duration(minutes)} لكل شخص، ${when}.`,
  helpedYou: (names: string, minutes: number, when: string) =>
    `مساعدة من ${names} إليك، ${duration(minutes)} من كل شخص، ${when}.`,
  between: (helper: string, helped: string, minutes: number, when: string) =>
    `مساعدة من ${helper} إلى ${helped}، ${duration(minutes)} لكل شخص، ${when}.`,
  willBeAsked: (count: number, altogether: number) =>
    `سيصل السؤال إلى ${people(count)}. المجموع: ${duration(altogether)}.`,
  ask: (count: number) => `سؤال ${people(count)}`,
  askFor: (org: string, count: number) => `عن ${org}: سؤال ${people(count)}`,
  asking: 'يُرسَل السؤال إلى كل شخص بالتتابع',
  stopAsking: 'توقّف',
  cannotAsk: (name: string, why: string) => `لا يمكن سؤال ${name}. ${why}`,
  nobodyLeft: 'لا يمكن سؤال أحد من هؤلاء.',

  stopped: 'أوقفت الإرسال.',
  asked: (list: string) => `وصل السؤال إلى: ${list}.`,
  notAsked: (list: string) => `لم يصل السؤال بعد إلى: ${list}.`,
  askedAlready: 'وصل السؤال إليهم',

  askedTitle: (count: number) => `أُرسل السؤال إلى ${people(count)}`,
  askedText: 'جاءت «نعم» منك. وتُحتسب كل ساعة حين تأتي «نعم» من الطرف الآخر.',
};
