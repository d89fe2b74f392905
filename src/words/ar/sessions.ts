import { duration, formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { number, plural } = formats;

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

const parts = (count: number): string =>
  plural(count, {
    zero: 'لا شيء',
    one: 'جزء واحد',
    two: 'جزأين',
    few: '# أجزاء',
    many: '# جزءًا',
    other: '# جزء',
  });

/** Hours for many at once. */
export const sessions = {
  door: 'مع عدة أشخاص',
  doorText: 'أمسية طبخ أو ورشة تصليح: تُكتب مرة واحدة.',
  listTitle: 'ما عملناه معًا',
  lead: 'يكتبها شخص واحد، ثم يقول كل شخص «نعم» لجزئه.',
  begin: 'كتابة شيء جديد',
  newTitle: 'ماذا عملتم معًا؟',

  what: 'ماذا كان؟',
  whatHint: 'يقرأ هذا كل الأعضاء، ومعه أسماء الحاضرين.',
  choose: 'اختيار الأشخاص',
  whoHelped: 'من ساعد؟',
  alike: 'المدة واحدة للجميع',
  howLongOne: (name: string) => `كم كانت مدة مساعدة ${name}؟`,
  whence: 'من أين تأتي الساعات؟',
  fromEach: 'ممن وصلتهم المساعدة',
  fromAccount: 'من منظمة أو من الصندوق',
  fromNobody: 'من لا أحد، شكر فقط',
  whichAccount: 'من أي جهة تأتي الساعات؟',
  chooseAccount: 'اختيار جهة',
  whoGives: 'من وصلته المساعدة؟',
  whoWasThere: 'من حضر أيضًا؟',
  evenly: 'الجزء واحد للجميع',
  partOfOne: (name: string) => `كم جزء ${name}؟`,

  who: 'الاسم',
  hours: 'الساعات',
  preview: 'هذه هي النتيجة',
  together: 'المجموع',
  comesTo: (minutes: number) =>
    minutes < 0 ? `تُخصم ${duration(-minutes)}` : `تُضاف ${duration(minutes)}`,
  gives: (helped: string, helper: string, minutes: number) =>
    `من ${helped} إلى ${helper}: ${duration(minutes)}`,
  nothingYet: 'لا يُحتسب شيء قبل «نعم» من الطرفين. ولا ينتظر أحد الآخرين.',
  thanksOnly: 'لا تنتقل أي ساعات. يبقى مكتوبًا من ساعد.',
  ask: (count: number) => `سؤال ${people(count)}`,
  keep: 'حفظ',

  whyNot: {
    NobodyHelped: 'يلزم اختيار من ساعد.',
    NobodyToGive: 'يلزم اختيار من وصلته المساعدة.',
    NoGiver: 'يلزم اختيار الجهة التي تأتي منها الساعات.',
    NoTitle: 'تلزم كلمات قليلة عما كان.',
    NoteTooLong: 'هذا طويل جدًا. يلزم نص أقصر.',
    FutureDay: 'لم يأتِ هذا اليوم بعد. يلزم اختيار يوم مضى.',
    TooManyInSession: (count: number) =>
      `العدد ${people(count)}، والحد الأقصى ${number(64)}. تُكتب البقية وحدها.`,
    TwiceInSession: (name: string) => `اسم ${name} مكتوب مرتين. يلزم حذف مرة منهما.`,
    LeftBeforeSession: (name: string) =>
      `لم يعد ${name} بيننا. بعد حذف الاسم يمكن سؤال الآخرين.`,
    LongerThanADay: (name: string) =>
      `تلزم مدة من دقيقة واحدة إلى 24 ساعة عند ${name}: ليس في اليوم أكثر.`,
    TooFewApart: (name: string) =>
      `توقيع الجهة التي تأتي منها الساعات عند ${name}، ولا أحد غير ذلك يقول «نعم».`,
    tooLittle: (minutes: number) => `ما زال ناقصًا: ${duration(minutes)}.`,
    tooMuch: (minutes: number) => `الزيادة: ${duration(minutes)}.`,
  },

  yourPart: (title: string) => `${title}: جزؤك`,
  fromOne: (name: string, minutes: number) => `${duration(minutes)} من ${name}`,
  toOne: (name: string, minutes: number) => `${duration(minutes)} إلى ${name}`,
  youGet: (list: string) => `مساعدة منك. تصلك ${list}.`,
  youGive: (list: string) => `مساعدة إليك. منك ${list}.`,
  changed: (list: string) => `تغيّر هذا بعد «نعم» منك. الآن: ${list}.`,
  notNow: 'ليس الآن',
  putAway: 'وُضع جانبًا. مكانه «ما عملناه معًا».',
  said: 'جاءت «نعم» منك.',
  saidAhead: 'جاءت «نعم» منك. يقولها هاتفك حين يصل السؤال عن هذا بالضبط.',
  ahead: (list: string) =>
    `جاءت «نعم» منك: ${list}. يقولها هاتفك حين يصل السؤال عن هذا بالضبط.`,

  writtenBy: (name: string, when: string) => `الكتابة من ${name}. كان ذلك ${when}.`,
  counting: (counting: number, of: number) =>
    `المحتسب ${number(counting)} من ${parts(of)}`,
  standing: {
    waits: (name: string) => `في انتظار ${name}`,
    no: (name: string) => `الجواب من ${name}: هناك شيء مختلف`,
    counts: 'محتسب',
    undone: 'صُحّح بعد ذلك',
    other: 'كُتب بشكل آخر',
  },
  twice: 'هذا محتسب مرتين. يمكن لأحد الطرفين تصحيحه.',
  awaited: (names: string) => `لم يصل الجواب بعد من: ${names}.`,
  remind: 'سؤالهم مرة أخرى',
  reminded: 'يصلهم السؤال مرة أخرى.',
  takeBackText: 'عندها لا يُسأل أحد بعد ذلك. ويبقى ما جاءت له «نعم» من الطرفين.',
  helpedFor: (minutes: number) => `مدة المساعدة: ${duration(minutes)}`,
  gone: 'هذا ليس هنا',
  goneText: 'سُحب، أو لم يصل إلى هذا الهاتف بعد.',

  trouble: {
    gone: inThree('سُحب هذا، أو ليس هنا.', 'الجواب عند من كتبه.'),
    said: inThree('جاءت «نعم» منك لهذا من قبل.', 'لا يلزم شيء آخر.'),
    notNow: inThree(
      'لا يمكن قول «نعم» لهذا اليوم: لم يأتِ يومه، أو مضى منذ زمن.',
      'يمكن تسجيل مساعدتك وحدها.',
    ),
    plan: inThree('لا يمكن كتابة هذا كما هو.', 'تلزم مراجعة الأسماء والمدة واليوم.'),
  },
};
