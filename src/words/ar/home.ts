import { duration, members } from './hours.ts';

export const home = {
  morning: (name: string) => `صباح الخير، ${name}`,
  afternoon: (name: string) => `طاب نهارك، ${name}`,
  evening: (name: string) => `مساء الخير، ${name}`,
  yourHours: 'ساعاتك',
  askedTitle: 'ما سألت عنه',
  asked: (name: string) => `بانتظار ${name}`,
  /** Heads a card that asks for a yes. Their words, so that no gender is guessed. */
  saysHelpedYou: (name: string) => `من ${name}: «أنا ساعدتك.»`,
  saysYouHelped: (name: string) => `من ${name}: «أنت ساعدتني.»`,
  details: (minutes: number, when: string, what: string | null) =>
    [duration(minutes), what, when].filter((part) => part !== null).join(' · '),
  /** The same, when an earlier hour is to be undone. */
  saysPutRight: (name: string) => `سؤال من ${name}: «هل نصحّح هذا معًا؟»`,
  yes: 'نعم، هذا صحيح',
  different: 'هناك شيء مختلف',
  takeBack: 'سحب',
  pastLimit: (name: string, minutes: number) =>
    `عندئذ يصير لدى ${name} ${duration(minutes)} لردّ الجميل. هذا أكثر مما اتفقتم عليه. القرار لك.`,
  pastLimitYou: (minutes: number) =>
    `عندئذ يصير لديك ${duration(minutes)} لردّ الجميل. هذا أكثر مما اتفقتم عليه.`,
  alone: 'لا أحد قبلك هنا',
  aloneNow: 'لا أحد غيرك هنا الآن',
  aloneText: 'يحتاج بنك الوقت إلى شخصين. يمكنك دعوة أحد الجيران.',
  aloneAct: 'دعوة شخص',
  notAdmittedText:
    'يُفتح لك الباب حالما يتصل أحد الأعضاء. إلى ذلك الحين يمكنك التجوّل والتسجيل.',
  draftsTitle: 'بدأت على هذا الهاتف',
  draftsText: 'لم يُسأل أحد عنها بعد.',
  draftsWaiting: 'محفوظة هنا. يمكنك السؤال عنها حالما يُفتح لك الباب.',
  draftOf: (name: string) => (name === '' ? 'بلا اسم بعد' : name),
  draftDrop: (name: string) => `رمي المسوّدة مع ${name}`,
  draftDropped: 'أُزيلت.',
  members,
};
