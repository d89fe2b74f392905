import { formats } from './hours.ts';

const { plural } = formats;

/** ما لا يريد المرء رؤيته، ومن يخبره بذلك. */
export const peace = {
  fold: 'هذا ليس لي',
  foldPerson: (name: string) => `أريد أن أرتاح من ${name}`,
  hide: 'إخفاء هذه البطاقة',
  hidden: 'أُخفيت البطاقة عنك وحدك.',
  block: (name: string) => `عدم رؤية أي شيء من ${name}`,
  blocked: (name: string) => `لن ترى بعد الآن شيئًا من ${name}.`,
  unblock: (name: string) => `رؤية ${name} من جديد`,
  isBlocked: (name: string) => `اخترت ألا ترى شيئًا من ${name}.`,
  onlyHere: 'يبقى هذا على هذا الهاتف، ولا يُخبَر به أحد.',
  hoursStay: (name: string) =>
    `ما يُسجَّل معك من ${name} يبقى منتظرًا في «كل الساعات» ما شئت من الوقت.`,
  tell: 'إخبار أحد بالأمر',

  tellTitle: 'إخبار أحد بالأمر',
  tellLead: 'يمكنك اختيار من ينبغي أن يعلم. يصلهم ما يُكتب هنا، ولا يقرؤه أحد غيرهم.',
  tellWho: 'من ينبغي أن يعلم؟',
  tellWhat: 'ماذا حدث، بكلماتك؟',
  tellMost: (most: number) =>
    plural(most, {
      zero: 'لا يمكنك إخبار أحد.',
      one: 'يمكنك إخبار شخص واحد في المرة.',
      two: 'يمكنك إخبار شخصين في المرة.',
      few: 'يمكنك إخبار # أشخاص في المرة.',
      many: 'يمكنك إخبار # شخصًا في المرة.',
      other: 'يمكنك إخبار # شخص في المرة.',
    }),
  tellAct: 'إخبارهم',
  tellNeedsWho: 'لم يُختر أحد بعد.',
  tellNeedsWhat: 'لم يُكتب بعد عمّا يدور الأمر.',
  told: 'لقد أُخبروا. يمكنك سحب ذلك من الإعدادات.',

  askedTo: (name: string) => `طلب من ${name} للنظر في أمر`,
  askedAbout: (name: string) => `الأمر يخص ${name}.`,
  askedAboutCard: (name: string, title: string) =>
    `الأمر يخص بطاقة ${name} «${title}».`,
  askedNote: 'القراءة لا تقرّر شيئًا، ولا يعلم بها أحد. الأفضل الحديث معًا.',
  seePerson: (name: string) => `رؤية ${name}`,
  seeCard: 'رؤية البطاقة',
  haveRead: 'قرأته',

  settingsTitle: 'ما لا تراه',
  settingsNone: 'لم تُخفِ شيئًا.',
  settingsPeople: 'أشخاص',
  settingsCards: 'بطاقات',
  settingsTold: 'ما أخبرت به غيرك',
  cardGone: 'بطاقة أُزيلت',
  showAgain: 'إظهارها من جديد',
  takeBack: 'سحب',
  aboutWhen: (name: string, when: string) => `عن ${name}، ${when}`,
};

/** ما يحتاج إليك، في مكان واحد. */
export const inbox = {
  notice: (community: string) => `شيء ينتظرك في ${community}`,

  tell: 'أخبرني حين ينتظرني شيء',
  tellHint: 'فقط ما دام Manyhands مفتوحًا في الخلفية. بلا أسماء، فقد يرى غيرك شاشتك.',
  tellRefused: 'هذا المتصفح لا يسمح بذلك. يمكنك تغييره في إعدادات المتصفح.',
};
