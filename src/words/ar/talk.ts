import { formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { number, plural } = formats;

/** What two people say to each other, and what stands between their words. */
export const talk = {
  title: 'الرسائل',
  message: 'كتابة رسالة',
  askHelp: 'طلب مساعدة',
  with: (name: string) => `كتابة رسالة إلى ${name}`,
  all: 'كل المحادثات',

  empty: (name: string) => `تحية إلى ${name}`,
  /** What one tap says, and the tap. */
  hello: (name: string) => `مرحبًا، ${name}!`,
  sayHello: (name: string) => `قول «مرحبًا، ${name}!»`,
  emptyText: 'لا يقرأ ما يُكتب هنا إلا أنتما.',
  list: (name: string) => `ما قيل وما جرى بينك وبين ${name}`,
  earlier: 'عرض ما قبل ذلك',
  newHere: 'جديد',
  toNew: 'رسائل جديدة في الأسفل',

  writeTo: (name: string) => `رسالة إلى ${name}`,
  send: 'إرسال',
  askStart: 'هل يمكن أن تساعدني في ',
  youSay: 'قلت:',
  theySay: (name: string) => `${name}:`,

  written: 'مكتوبة',
  keptBy: (members: number) => `محفوظة لدى ${number(members)}`,
  hasIt: (name: string) => `وصلت إلى ${name}`,
  read: 'مقروءة',

  takeBack: 'سحبها',
  more: 'المزيد عن هذه الرسالة',
  yours: 'رسالتك',
  onlyHere: 'هي على هواتفك أنت. وليست عند أحد غيرك بعد، على حد علم هذا الهاتف.',
  keepers: (count: number, names: string) => {
    const phones = plural(count, {
      one: 'هاتف',
      two: 'هاتفَي',
      few: 'هواتف',
      many: 'هواتف',
      other: 'هواتف',
    });
    return `محفوظة على ${phones} ${names}. ولا يقرؤها إلا أنتما.`;
  },
  isRead: (name: string) => `جاء جواب عنها من ${name}.`,
  erase: 'محوها عند كليكما',
  eraseText: 'تزول من كل الهواتف حين تلتقي. ولا يمكن استرجاعها. وما قُرئ فقد قُرئ.',

  few: (name: string, left: number) =>
    plural(left, {
      one: `لا شيء مشترك بينكما بعد: رسالة واحدة حتى يأتي جواب من ${name}.`,
      two: `لا شيء مشترك بينكما بعد: رسالتان حتى يأتي جواب من ${name}.`,
      few: `لا شيء مشترك بينكما بعد: # رسائل حتى يأتي جواب من ${name}.`,
      many: `لا شيء مشترك بينكما بعد: # رسالة حتى يأتي جواب من ${name}.`,
      other: `لا شيء مشترك بينكما بعد: # رسالة حتى يأتي جواب من ${name}.`,
    }),
  waits: (name: string) => `يمكنك كتابة المزيد بعد جواب من ${name}.`,
  closed: (name: string) =>
    `لا تصل إلى ${name} رسائل إلا ممن بينهم ساعات أو خطط أو أغراض مشتركة.`,
  closedText: (name: string) =>
    `يمكنك الرد على بطاقة من ${name}، أو طلب تعارف عن طريق أحد الجيران.`,
  told: 'أُرسل إليهم. يمكنك سحب ذلك من الإعدادات.',

  menu: (name: string) => `المزيد عن ${name}`,
  page: (name: string) => `عرض صفحة ${name}`,

  none: 'لا رسائل بعد',
  noneText: 'يُرجى اختيار أحد الجيران من «الناس» وإلقاء التحية.',
  noneAct: 'إلى الناس',
  you: (text: string) => `أنت: ${text}`,
  unread: (count: number) => `${number(count)} جديدة`,
  unreadTitle: 'رسائل جديدة',

  strangers: 'يستطيع الكتابة إليّ من لا شيء مشتركًا بيني وبينهم',
  strangersHint:
    'بلا ساعات ولا خطط ولا أغراض ولا تعارف بعد. تظهر لك رسائلهم الثلاث الأولى، والمزيد بعد جوابك.',

  youThanked: (name: string) => `شكر منك إلى ${name}`,
  thanksYou: (name: string) => `شكر لك من ${name}`,
  handed: {
    out: {
      give: {
        mine: (name: string) => `أُعطي إلى ${name}`,
        theirs: (name: string) => `حصلت عليه من ${name}`,
      },
      lend: {
        mine: (name: string) => `أُعير إلى ${name}`,
        theirs: (name: string) => `استعرته من ${name}`,
      },
      swap: {
        mine: (name: string) => `تمت المبادلة مع ${name}`,
        theirs: (name: string) => `تمت المبادلة مع ${name}`,
      },
    },
    back: {
      mine: (name: string) => `عاد إليك من ${name}`,
      theirs: (name: string) => `أعدته إلى ${name}`,
    },
  },

  noWords: inThree('لا شيء مكتوب فيها بعد.', 'يُرجى كتابة سطر أولًا.'),
  tooLong: inThree('هذه الرسالة أطول من اللازم.', 'يُرجى تقسيمها إلى رسالتين.'),
  notNow: inThree('لا يمكنك الكتابة إلى هذا الشخص الآن.', 'يُرجى الرجوع والنظر من جديد.'),
  isClosed: inThree(
    'لا تصل إلى هذا الشخص رسائل إلا ممن بينهم ساعات أو خطط أو أغراض مشتركة.',
    'يمكنك الرد على إحدى بطاقاته، أو طلب تعارف عن طريق أحد الجيران.',
    'ما كُتب محفوظ هنا.',
  ),
  isWaiting: inThree(
    'لا جواب بعد عن رسائلك الأولى.',
    'يمكنك كتابة المزيد بعد أول جواب.',
    'ما كُتب محفوظ هنا.',
  ),
};

/** How to reach somebody, as buttons beside what they wrote. */
export const contact = {
  call: 'اتصال',
  text: 'رسالة نصية',
  whatsApp: 'واتساب',
  mail: 'بريد',
};
