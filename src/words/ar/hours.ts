import { formatsFor, splitMinutes } from '../format.ts';

const base = formatsFor('ar-u-nu-latn');
const { number, plural } = base;

/** "1 س 30 د", "45 د", "3 س": to be seen, beside its picture. Never broken over lines. */
export function duration(minutes: number): string {
  const { h, m } = splitMinutes(minutes);
  if (h === 0 && m > 0) return `${number(m)}\u00a0د`;
  return m === 0
    ? `${number(h)}\u00a0س`
    : `${number(h)}\u00a0س\u00a0${number(m)}\u00a0د`;
}

/** The pair has two endings: one where it stands by itself, one after a preposition. */
function spelled(minutes: number, pair: { hours: string; minutes: string }): string {
  const { h, m } = splitMinutes(minutes);
  const wholeHours = plural(h, {
    one: 'ساعة',
    two: pair.hours,
    few: '# ساعات',
    many: '# ساعة',
    other: '# ساعة',
  });
  const rest = plural(m, {
    one: 'دقيقة',
    two: pair.minutes,
    few: '# دقائق',
    many: '# دقيقة',
    other: '# دقيقة',
  });
  if (h === 0) return rest;
  return m === 0 ? wholeHours : `${wholeHours} و${rest}`;
}

/** "ساعتان و30 دقيقة": to be read aloud. */
export const longDuration = (minutes: number): string =>
  spelled(minutes, { hours: 'ساعتان', minutes: 'دقيقتان' });

/** The same after a preposition or a verb: "لمدة ساعتين". */
export const longDurationIn = (minutes: number): string =>
  spelled(minutes, { hours: 'ساعتين', minutes: 'دقيقتين' });

export const formats = { ...base, longDuration };

/** Counted in many places, and in six forms. */
export const members = (count: number): string =>
  plural(count, {
    zero: 'لا أعضاء',
    one: 'عضو واحد',
    two: 'عضوان',
    few: '# أعضاء',
    many: '# عضوًا',
    other: '# عضو',
  });

export const exchanges = (count: number): string =>
  plural(count, {
    zero: 'لا تبادلات',
    one: 'تبادل واحد',
    two: 'تبادلان',
    few: '# تبادلات',
    many: '# تبادلًا',
    other: '# تبادل',
  });

const side = (minutes: number): string =>
  minutes > 0
    ? 'يمكنك طلب المساعدة:'
    : minutes < 0
      ? 'يمكنك ردّ الجميل:'
      : 'لا شيء لتقديمه أو طلبه بعد';

export const hours = {
  title: 'كل الساعات',
  empty: 'لا ساعات بعد',
  emptyText: 'هنا تظهر أول ساعة تُقدَّم منك أو إليك.',
  emptyAct: 'تسجيل مساعدة',

  /** What stands before the big figure; at nought it says all of it. */
  side,
  balance: (minutes: number) =>
    minutes === 0 ? side(0) : `${side(minutes)} ${longDuration(minutes)}`,
  even: 'قدّمت بقدر ما تلقّيت.',

  halfSigned: (minutes: number) =>
    `${longDuration(minutes)}: جاءت «نعم» من طرف، ولم يأت جواب من الآخر بعد`,
  bothSigned: (minutes: number) => `${longDuration(minutes)}: جاءت «نعم» من الطرفين`,

  quarterLess: 'أقل بمقدار 15 دقيقة',
  quarterMore: 'أكثر بمقدار 15 دقيقة',
  typeIt: 'الساعات والدقائق كتابةً',
  pickerHint: 'بالسحب على الدوائر، أو بلمس ربع ساعة، أو بالكتابة.',
  misread: (min: number, max: number) =>
    `يُرجى كتابة مدة من ${duration(min)} إلى ${duration(max)}، مثل 1:30 أو 45 د.`,

  filter: 'عرض',
  all: 'الكل',
  waiting: 'بالانتظار',
  withWhom: 'مع',
  none: 'لا ساعات هنا.',
  shown: (count: number) =>
    plural(count, {
      zero: 'لا مساعدات',
      one: 'مساعدة واحدة',
      two: 'مساعدتان',
      few: '# مساعدات',
      many: '# مساعدة',
      other: '# مساعدة',
    }),
  iHelped: 'أنا ساعدت',
  wasHelped: 'غيري ساعدني',
  youHelped: (name: string) => `مساعدة منك إلى ${name}`,
  helpedYou: (name: string) => `مساعدة من ${name} إليك`,
  stateAsked: (name: string) => `بانتظار ${name}`,
  stateAsksYou: 'بانتظار جوابك',
  stateGone: 'الطرف الآخر غادر',
  stateDeclined: (name: string) => `الجواب من ${name}: لا`,
  stateYouDeclined: 'كان جوابك: لا',
  /** Recorded once more, the way it was. */
  stateCorrected: (name: string) => `حسب ${name} كان الأمر مختلفًا`,
  stateYouCorrected: 'كان جوابك أن الأمر مختلف',
  notCounted: 'غير محسوبة',
  stateTakenBack: 'سُحبت',
  statePutRight: 'صُحّحت',
  statePutsRight: 'تصحّح ساعة سابقة',
  gift: 'هدية',
  given: (minutes: number) => `${duration(minutes)} قُدّمت`,
  received: (minutes: number) => `${duration(minutes)} وردت`,
  showMore: (count: number) =>
    plural(count, {
      one: 'عرض واحدة أخرى',
      two: 'عرض اثنتين أخريين',
      few: 'عرض # أخرى',
      many: 'عرض # أخرى',
      other: 'عرض # أخرى',
    }),

  yearTitle: 'سنتك',
  yearPeople: (count: number) =>
    plural(count, {
      zero: 'لا أحد',
      one: 'شخص واحد',
      two: 'شخصان',
      few: '# أشخاص',
      many: '# شخصًا',
      other: '# شخص',
    }),
  yearText: (helped: number, wasHelped: number) =>
    `في آخر 52 أسبوعًا ساعدت غيرك ${longDurationIn(helped)}، وساعدك غيرك ${longDurationIn(wasHelped)}.`,
  yearEmpty: 'لا شيء في هذه السنة بعد.',
  /** Weeks with a gift of help. */
  yearGifts: (weeks: number) =>
    plural(weeks, {
      zero: 'لم تكن في أي أسبوع مساعدة مقابل الشكر وحده.',
      one: 'في أسبوع واحد كانت مساعدة مقابل الشكر وحده.',
      two: 'في أسبوعين كانت مساعدة مقابل الشكر وحده.',
      few: 'في # أسابيع كانت مساعدة مقابل الشكر وحده.',
      many: 'في # أسبوعًا كانت مساعدة مقابل الشكر وحده.',
      other: 'في # أسبوع كانت مساعدة مقابل الشكر وحده.',
    }),
  yearTogether: (hours: string, gifts: string) => `${hours} ${gifts}`,
  week: (when: string, helped: number, wasHelped: number, gift: boolean) =>
    gift
      ? `أسبوع ${when}: قدّمت ${longDurationIn(helped)}، وتلقّيت ${longDurationIn(wasHelped)}، ومعها مساعدة هدية`
      : `أسبوع ${when}: قدّمت ${longDurationIn(helped)}، وتلقّيت ${longDurationIn(wasHelped)}`,
  asList: 'قراءتها قائمةً',

  tiesTitle: 'صِلاتك',
  tiesText: (count: number) =>
    plural(count, {
      zero: 'لا صِلات بعد.',
      one: 'أعطتك المساعدة صِلة واحدة.',
      two: 'أعطتك المساعدة صِلتين.',
      few: 'أعطتك المساعدة # صِلات.',
      many: 'أعطتك المساعدة # صِلة.',
      other: 'أعطتك المساعدة # صِلة.',
    }),
  tie: (name: string, count: number, mutual: boolean) =>
    `${name}: ${exchanges(count)}، ` +
    (mutual ? 'في الاتجاهين' : 'في اتجاه واحد حتى الآن'),
  tiesShown: (shown: number) =>
    plural(shown, {
      one: 'تظهر هنا الصلة الأولى وحدها.',
      two: 'تظهر هنا أول صلتين.',
      few: 'تظهر هنا أول # صِلات.',
      many: 'تظهر هنا أول # صلة.',
      other: 'تظهر هنا أول # صلة.',
    }),
  andMore: (count: number) => `و${number(count)} أيضًا`,

  clothTitle: 'نسيجنا',
  clothText: (count: number) =>
    plural(count, {
      zero: 'لا غرز في آخر 52 أسبوعًا.',
      one: 'غرزة واحدة: تبادل واحد في آخر 52 أسبوعًا.',
      two: 'غرزتان، واحدة لكل تبادل في آخر 52 أسبوعًا.',
      few: '# غرز، واحدة لكل تبادل في آخر 52 أسبوعًا.',
      many: '# غرزة، واحدة لكل تبادل في آخر 52 أسبوعًا.',
      other: '# غرزة، واحدة لكل تبادل في آخر 52 أسبوعًا.',
    }),
};
