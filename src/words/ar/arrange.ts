import { duration } from './hours.ts';

/** ما يخطّط له شخصان حول بطاقة على اللوحة. */
export const arrange = {
  answer: {
    need: 'أستطيع المساعدة',
    offer: 'أودّ ذلك',
    thing: 'أودّ أن آخذه',
  },
  answerHint: 'لا يقرأ ما تخطّطان له إلا أنتما.',
  answered: 'من أجاب',
  seePlan: 'ما تخطّطان له',

  titleNew: {
    need: (name: string) => `عرض المساعدة على ${name}`,
    offer: (name: string) => `الطلب من ${name}`,
    thing: (name: string) => `الطلب من ${name}`,
  },
  titleChange: 'اقتراح شيء آخر',
  titleWith: (name: string) => `مع ${name}`,
  unknown: 'هذا ليس هنا بعد',
  unknownText: 'ربما ما زال في الطريق، أو أُزيلت البطاقة. لم يضِع شيء.',

  what: 'ماذا؟',
  when: 'في أي يوم؟',
  today: 'اليوم',
  tomorrow: 'غدًا',
  otherDay: 'يوم آخر',
  openDay: 'سنرى لاحقًا',
  whichDay: 'أي يوم؟',
  time: 'في أي ساعة؟',
  timeHint: 'يمكن تركها فارغة إن كنتما ستتصلان.',
  howLong: 'كم من الوقت تقريبًا؟',
  where: 'أين؟',
  wordTo: (name: string) => `كلمة إلى ${name}`,
  wordHint: 'لا يقرأ هذا إلا أنتما.',
  ask: (name: string) => `سؤال ${name}`,
  suggest: (name: string) => `اقتراحه على ${name}`,
  needsWhat: 'لم يُكتب بعد عمّا يدور الأمر.',
  sameAsBefore: 'هذا هو الاتفاق القائم. يلزم تغيير شيء أولًا.',

  dayAt: (day: string, time: string) => `${day}، ${time}`,
  about: (minutes: number) => `نحو ${duration(minutes)}`,
  dayOpen: 'اليوم لم يتحدد بعد',

  asksYou: (name: string) => `جواب على بطاقتك من ${name}`,
  suggestsTo: (name: string) => `اقتراح من ${name}`,
  waitsFor: (name: string) => `بانتظار ${name}`,
  waitsForText: (name: string) =>
    `سيظهر هذا لدى ${name} حالما يلتقي هاتفاكما، أو هاتف أحد الجيران.`,
  agreed: 'اتفقتما',
  agreedText: 'يستطيع كل منكما تغييره أو إلغاءه بعد.',
  overTitle: (name: string) => `هل تمّ ذلك بينك وبين ${name}؟`,
  overText: 'إذن يلزم تسجيله حتى يُحسب.',
  off: 'أُلغي',
  offByThem: (name: string) => `جاء الإلغاء من ${name}. لا حاجة إلى سبب.`,
  offByYou: 'لقد ألغيته. لا حاجة إلى سبب.',
  done: 'تمّ',
  doneText: 'سُجّل، أو قال أحدكما إنه تمّ.',

  yes: 'نعم، يناسبني',
  change: 'اقتراح شيء آخر',
  changeAgreed: 'تغييره',
  callOff: 'إلغاؤه',
  calendar: 'وضعه في تقويمي',
  calendarTaken: 'ملف التقويم في تنزيلاتك.',
  calendarTitle: (what: string, name: string) => `${what}، مع ${name}`,
  record: 'تسجيل الساعات',
  onlyDone: 'تمّ، ولا شيء يُسجَّل',
  openCard: 'رؤيته كاملًا',
  again: 'مرة أخرى',
  keep: 'تركه كما هو',

  saysThey: (name: string) => `كتابة ${name}`,
  saysYou: 'ما كتبته',

  comingTitle: 'ما خطّطت له',
};
