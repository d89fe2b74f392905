import { duration } from './hours.ts';

/** What two people plan about a card on the board. */
export const arrange = {
  /** On somebody's card: what answers it. */
  answer: {
    need: 'أستطيع المساعدة',
    offer: 'يسرّني ذلك',
    thing: 'يسرّني أخذه',
  },
  answerHint: 'أنتما وحدكما تستطيعان قراءة الخطة.',
  answered: 'من أجاب',
  seePlan: 'عرض خطتك',

  titleNew: {
    need: (name: string) => `عرض مساعدتك على ${name}`,
    offer: (name: string) => `طلب ذلك من ${name}`,
    thing: (name: string) => `طلبه من ${name}`,
  },
  titleChange: 'اقتراح شيء آخر',
  unknown: 'هذا ليس هنا بعد',
  unknownText: 'قد يكون في الطريق، أو أُنزلت البطاقة. لم يضع شيء.',

  what: 'ماذا؟',
  when: 'في أي يوم؟',
  today: 'اليوم',
  tomorrow: 'غدًا',
  otherDay: 'يوم آخر',
  openDay: 'نرى لاحقًا',
  whichDay: 'أي يوم؟',
  time: 'في أي ساعة؟',
  timeHint: 'يمكن تركها فارغة إن كنتما ستتصلان لاحقًا.',
  howLong: 'كم المدة تقريبًا؟',
  where: 'أين؟',
  /** Asking for a thing that its owner swaps. */
  give: 'ماذا تعطي بالمقابل؟',
  giveHint: 'إحدى بطاقاتك، أو بضع كلمات.',
  giveElse: 'شيء آخر',
  giveWhat: 'ما هو؟',
  inReturn: 'بالمقابل',
  /** Both things, as what the two agree on. */
  forThat: (what: string, inReturn: string) => `${what} · بالمقابل: ${inReturn}`,
  wordTo: (name: string) => `ملاحظة إلى ${name}`,
  wordHint: 'لا يقرأ هذا إلا أنتما.',
  ask: (name: string) => `سؤال ${name}`,
  suggest: (name: string) => `اقتراحه على ${name}`,
  needsWhat: 'يُرجى كتابة ما يدور حوله الأمر.',
  sameAsBefore: 'لم يختلف شيء بعد. يُرجى تغيير شيء أولًا.',

  dayAt: (day: string, time: string) => `${day}، ${time}`,
  about: (minutes: number) => `نحو ${duration(minutes)}`,
  dayOpen: 'لا اتفاق على اليوم بعد',

  asksYou: (name: string) => `جواب عن بطاقتك من ${name}`,
  suggestsTo: (name: string) => `اقتراح من ${name}`,
  waitsFor: (name: string) => `بانتظار ${name}`,
  waitsForText: (name: string) =>
    `يصل هذا إلى ${name} حين تتصلان معًا، أو عن طريق هاتف أحد الجيران.`,
  agreed: 'اتفقتما',
  agreedText: 'ما زال كل منكما يستطيع تغييره أو إلغاءه.',
  overTitle: (name: string) => `هل تم ذلك مع ${name}؟`,
  overText: 'إن تم، يلزم تسجيله كي يُحتسب.',
  off: 'أُلغي',
  offByThem: (name: string) => `الإلغاء من ${name}. ولا حاجة إلى ذكر سبب.`,
  offByYou: 'الإلغاء منك. ولا حاجة إلى ذكر سبب.',
  done: 'تم',
  doneText: 'سُجّل، أو قال أحدكما إنه تم.',

  yes: 'نعم، يناسبني',
  change: 'اقتراح شيء آخر',
  changeAgreed: 'تغييره',
  callOff: 'إلغاؤه',
  calendar: 'إضافته إلى تقويمي',
  calendarTaken: 'ملف التقويم في التنزيلات.',
  calendarTitle: (what: string, name: string) => `${what}، مع ${name}`,
  record: 'تسجيل الساعات',
  handedOver: 'انتقل من يد إلى يد',
  onlyDone: 'تم، ولا شيء لتسجيله',
  openCard: 'تغييره أو قول «لا»',
  again: 'تخطيطه مرة أخرى',
  keep: 'تركه كما هو',

  saysThey: (name: string) => `كلمة من ${name}`,
  saysYou: 'كلمة منك',

  comingTitle: 'ما خطّطت له',
};
