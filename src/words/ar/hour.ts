import { duration } from './hours.ts';

/** One hour's own page. */
export const hour = {
  title: 'ساعة من المساعدة',
  unknown: 'هذه الساعة ليست هنا بعد',
  unknownText: 'قد تكون في الطريق. لم يضع شيء.',
  between: (helper: string, helped: string) => `مساعدة من ${helper} إلى ${helped}`,
  /** My sum, before and after. */
  was: (minutes: number) =>
    minutes === 0
      ? 'قبل ذلك لم يكن لديك شيء لتقديمه أو طلبه.'
      : minutes < 0
        ? `قبل ذلك كانت ${duration(minutes)} لردّ الجميل.`
        : `قبل ذلك كان يمكنك طلب المساعدة: ${duration(minutes)}.`,
  goneAsked:
    'سألت شخصًا غادر ولم يعد يستطيع الجواب. لم تتغير الساعات. ويمكنك سحب السؤال.',
  goneAsks:
    'هذا السؤال من شخص غادر بعد ذلك. إن كان صحيحًا فما زال يمكنك قول «نعم». وإلا فيمكن تنحيته جانبًا.',
  note: 'لا يقرأ هذا إلا أنتما',
  reading: 'يستطيع كل من في المجتمع قراءته.',
  putRightAsked: (name: string) => `طلبت من ${name} تصحيح هذا.`,
  putRightAsksYou: (name: string) => `إليك طلب من ${name} لتصحيح هذا.`,
  carried:
    'هناك نسختان مختلفتان من ساعات أحد الناس. احتفظ أحدكما بهذه الساعة، فهي محسوبة.',
  putRightSee: 'عرض السؤال',
  declinedText: 'لم تتغير الساعات.  يمكنك تسجيلها كما كانت.',
  youDeclinedText: 'لم تتغير الساعات.  إن كانت صحيحة في النهاية فما زال يمكنك قول ذلك.',
  keptByThem: (name: string) => `وصل هذا إلى ${name}`,
  messageTitle: (name: string) => `رسالة إلى ${name}`,
  messageText: (name: string) =>
    `يمكنك إرسال هذه إلى ${name} بأي وسيلة. لا تفتح إلا هذه الساعة، ولا يجيب عنها إلا ${name}.`,
  messageTextYes: (name: string) =>
    `يمكنك إرسال هذه إلى ${name} بأي وسيلة. بها تُحتسب الساعة على ذلك الهاتف أيضًا.`,
  messageLabel: 'الرسالة مع رابطها',
  messageShare: 'إرسال عبر…',
  messageNot: 'يمكن إرسالها بعد أن يُفتح لك الباب.',
};
