import { duration, formats, longDurationIn } from './hours.ts';

const { number } = formats;

export const record = {
  title: 'تسجيل مساعدة',
  direction: 'من ساعد؟',
  iHelped: 'أنا ساعدت',
  someoneHelpedMe: 'غيري ساعدني',
  withWhom: 'مع من؟',
  morePeople: (count: number) => `شخص آخر… (${number(count)})`,
  howLong: 'كم المدة؟',
  when: 'متى؟',
  today: 'اليوم',
  yesterday: 'أمس',
  otherDay: 'يوم آخر',
  whichDay: 'أي يوم؟',
  what: 'ماذا كانت؟',
  more: 'ذكر ما كانت',
  forElse: 'المساعدة كانت لشخص آخر',
  forElseHint: (helper: string) =>
    helper === '' ? 'تكون من ساعاتك.' : `تكون من ساعاتك. سيُسأل ${helper}.`,
  forWhom: 'لمن كانت؟',
  forThem: (name: string) => `من أجل ${name}.`,
  note: 'ملاحظة عنها',
  noteHint: 'لا يقرؤها إلا أنتما.',
  summaryHelped: (name: string, minutes: number, when: string) =>
    `مساعدة منك إلى ${name}، ${duration(minutes)}، ${when}. سيصل السؤال إلى ${name}.`,
  summaryWasHelped: (name: string, minutes: number, when: string) =>
    `مساعدة من ${name} إليك، ${duration(minutes)}، ${when}. سيصل السؤال إلى ${name}.`,
  chooseFirst: 'يُرجى اختيار الشخص أولًا.',
  ask: (name: string) => `سؤال ${name}`,
  askPlain: 'إرسال السؤال',
  correcting: (name: string) =>
    `هذا ما جاء من ${name}. يمكنك تغيير المختلف منه، ثم يصل سؤال جديد إلى ${name}.`,
  whomHint: 'تكفي كتابة الاسم. ويكون اختيار الشخص بعد أن يُفتح لك الباب.',
  whomWas: (name: string) => `كتبت: ${name}`,
  nobody: 'لا أحد هنا لاختياره بعد',
  nobodyText: 'الساعة تحتاج إلى شخصين. يُرجى دعوة أحد الجيران أولًا.',
  keep: 'حفظها على هذا الهاتف',
  summaryDraft: (name: string, minutes: number, when: string, iHelped: boolean) =>
    iHelped
      ? `مساعدة منك إلى ${name}، ${duration(minutes)}، ${when}.`
      : `مساعدة من ${name} إليك، ${duration(minutes)}، ${when}.`,
  notInYet: 'يمكنك التسجيل من الآن. وتُحتسب بعد أن يُفتح لك الباب.',

  /** Said once it is recorded. */
  askedTitle: (name: string) => `أُرسل السؤال إلى ${name}`,
  askedText: (name: string) =>
    `جاءت «نعم» منك. وتُحتسب الساعة حين تأتي «نعم» من ${name}.`,
  send: (name: string) => `إرسال رسالة إلى ${name}`,
  code: (name: string) => `رمز موجّه إلى ${name} لمسحه`,
  messageHelped: (name: string, minutes: number, link: string) =>
    `مرحبًا ${name}، سجّلت أنني ساعدتك لمدة ${longDurationIn(minutes)}. هل هذا صحيح؟\n${link}`,
  messageWasHelped: (name: string, minutes: number, link: string) =>
    `مرحبًا ${name}، سجّلت أنك ساعدتني لمدة ${longDurationIn(minutes)}. هل هذا صحيح؟\n${link}`,
  sent: 'الرسالة جاهزة',
  takenBack: 'سُحبت. لم تتغير الساعات.',
  another: 'تسجيل مساعدة أخرى',
  toHome: 'إلى البداية',
};

export const confirm = {
  /** After the yes. */
  met: (minutes: number) => `${duration(minutes)}: جاءت «نعم» منكما معًا.`,
  metTitle: 'تم. أنتما متفقان',
  youHave: (minutes: number) => `يمكنك طلب المساعدة: ${duration(minutes)}.`,
  youGiveBack: (minutes: number) => `لديك ${duration(minutes)} لردّ الجميل.`,
  youAreEven: 'قدّمت بقدر ما تلقّيت.',
  thanks: 'كلمة شكر؟',
  /** What one tap says, and the tap. */
  thanksPlain: (name: string) => `شكرًا، ${name}!`,
  sayThanks: (name: string) => `قول «شكرًا، ${name}!»`,
  thanksOwn: 'بكلماتك',
  thanksAct: 'إرسال الشكر',
  notRight: 'ليست صحيحة في النهاية؟',
  putRight: 'تصحيح',
  putRightText: (name: string, minutes: number) =>
    `بهذا يصل إلى ${name} طلب إلغاء ${duration(minutes)}. وبعد «نعم» من ${name} لا تُحتسب بعد ذلك.`,
  putRightAct: (name: string) => `طلب التصحيح من ${name}`,
  tellThem: (name: string) => `إرسال رسالة عن ذلك إلى ${name}`,
  messageYes: (name: string, link: string) =>
    `نعم، هذا صحيح يا ${name}. بفتح هذا الرابط تُحتسب عندك أيضًا:\n${link}`,

  differentTitle: 'ما المختلف؟',
  differentText: 'لا حاجة إلى ذكر سبب. لا تتغير الساعات، ويمكنك تسجيلها كما كانت.',
  notMe: 'لم يكن ذلك معي',
  saysNo: (name: string) => `سيصل إلى ${name} أن جوابك «لا».`,
  notMeToo: (name: string) => `«لم يكن ذلك معي» تصل أيضًا إلى ${name} رسالةً منك.`,
  /** What is sent then: read long after the day it was written. */
  notMeWord: (minutes: number, when: string) =>
    `${duration(minutes)}، ${when}: لم يكن ذلك معي.`,
  saidNo: (name: string) => `كان جوابك: لا. سيصل ذلك إلى ${name}.`,
  putAway: 'تنحيته جانبًا',
  isPutAway: 'نُحّي جانبًا. لم تتغير الساعات.',
  recordInstead: 'تسجيلها كما كانت',
  decline: 'القول: لا',
};
