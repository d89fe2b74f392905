import { formats } from './hours.ts';

const { number, plural } = formats;

export const general = {
  appName: 'Manyhands',
  language: 'اللغة',
  tagline: 'بنك وقت لا يملكه إلا أعضاؤه.',
  back: 'رجوع',
  close: 'إغلاق',
  cancel: 'إلغاء',
  save: 'حفظ',
  more: 'المزيد…',
  undo: 'تراجع',
  copy: 'نسخ',
  copied: 'نُسخ',
  copyFailed: 'لم يُنسخ. يمكن نسخه باليد بالضغط المطوّل على النص.',
  paste: 'لصق',
  optional: 'اختياري',
  loading: 'لحظة من فضلك…',
  opening: 'تجري القراءة من هذا الجهاز…',
  skipToContent: 'الانتقال إلى المحتوى',
  counted: (done: number, all: number) => `${number(done)} من ${number(all)}`,
  roomLeft: (left: number) =>
    plural(left, {
      zero: 'لم يبق مكان لحرف آخر',
      one: 'بقي مكان حرف واحد',
      two: 'بقي مكان حرفين',
      few: 'بقي مكان # أحرف',
      many: 'بقي مكان # حرفًا',
      other: 'بقي مكان # حرف',
    }),
  tooLong: (letters: number) =>
    `طويل جدًّا: يُرجى استعمال عدد من الحروف أقل من ${number(letters)}.`,
  tooLongSomewhere: 'هنا شيء طويل جدًّا. يُرجى اختصاره.',
  scan: 'مسح رمز',
  scanHint: 'يوضع الرمز داخل الإطار.',
  scanNoCamera: 'لا كاميرا هنا، أو لا إذن باستعمالها. يمكن لصق الرابط بدلًا من ذلك.',
  scanStarting: 'يجري تشغيل الكاميرا…',
};

export const nav = {
  switchFrom: (community: string) => `${community}: الانتقال إلى مجتمع آخر`,
  label: 'القائمة الرئيسية',
  today: 'اليوم',
  board: 'اللوحة',
  add: 'إضافة',
  people: 'الناس',
  me: 'أنا',
  record: 'تسجيل مساعدة',
  waiting: (count: number) =>
    plural(count, {
      zero: 'لا شيء بانتظار جوابك',
      one: 'أمر واحد بانتظار جوابك',
      two: 'أمران بانتظار جوابك',
      few: '# أمور بانتظار جوابك',
      many: '# أمرًا بانتظار جوابك',
      other: '# أمر بانتظار جوابك',
    }),
};

/** Lines above the page: what concerns the whole app, not this screen. */
export const notice = {
  secondTab: 'Manyhands مفتوح في علامة تبويب أخرى',
  secondTabText: 'لا تكتب إلا علامة تبويب واحدة في كل مرة، كي لا يختلط شيء. لم يضع شيء.',
  secondTabAct: 'الاستعمال هنا',
  secondTabTaken: 'انتقل Manyhands إلى علامة تبويب أخرى',
  secondTabTakenText: 'يمكنك إغلاق هذه، أو استعادته إليها. لم يضع شيء.',
  update: 'هناك إصدار جديد',
  updateText: 'يستغرق ذلك ثانية. وما كتبته يبقى.',
  updateAct: 'استعمال الإصدار الجديد',
  outdated: 'إصدار أحدث مفتوح في علامة تبويب أخرى',
  outdatedText: 'ما زال الإصدار القديم يظهر هنا. وما كتبته يبقى.',
  damaged: 'تلف جزء مما حفظه هذا الجهاز',
  damagedText: 'ما كتبته بنفسك كله موجود، والباقي يعود من الآخرين عند الاتصال معهم.',
  updateNeeded: 'يلزم التحديث لرؤية كل الساعات',
  updateNeededText:
    'هناك من يستعمل إصدارًا أحدث من Manyhands. لا يستطيع إصدارك قراءة كل ما فيه. إلى حين التحديث قد تنقص بعض الساعات.',
  install: 'إبقاء Manyhands على هذا الهاتف',
  installText: 'حين يكون تطبيقًا يُفتح بلا اتصال، ويحفظ الهاتف ساعاتك مدة أطول.',
  installAct: 'تثبيت',
  later: 'ليس الآن',
};

export const demo = {
  banner: 'هذا عرض تجريبي. لا أحد هنا حقيقي.',
  leave: 'الخروج من العرض',
  guest: 'ضيف',
  left: 'أُزيل العرض التجريبي من هذا الجهاز.',
  answers: 'يمكنك تسجيل مساعدة مع أي شخص: يصل الجواب خلال لحظات.',
};
