import { formats } from './hours.ts';

const { plural } = formats;

/** What somebody does not want to see, and whom they tell of it. */
export const peace = {
  fold: 'إخفاء هذه البطاقة أو الإبلاغ عنها',
  hide: 'إخفاء هذه البطاقة',
  hidden: 'أُخفيت البطاقة، عندك وحدك.',
  block: (name: string) => `إخفاء ${name}`,
  blocked: (name: string) => `لن يظهر لك ${name}. وهذا عندك وحدك.`,
  unblock: (name: string) => `إظهار ${name} من جديد`,
  unblocked: (name: string) => `يظهر لك ${name} من جديد.`,
  isBlocked: (name: string) => `اخترت إخفاء ${name}.`,
  onlyHere: 'لا يعرف هذا إلا هواتفك أنت. ولا يُخبَر أحد.',
  hoursStay: (name: string) => `إن سجّل ${name} ساعة معك فهي تنتظر في «كل الساعات».`,
  hiding: (name: string) =>
    `إن أخفيت ${name} فلا يُخبَر أحد. وما يُسجَّل معك من ساعات ينتظر في «كل الساعات».`,
  tell: 'إخبار شخص بالأمر',

  tellTitle: 'إخبار شخص بالأمر',
  tellLead: 'يُرجى اختيار من ينبغي أن يعلم. لا يقرأ ما يُكتب هنا أحد غيره.',
  tellNobody: 'لا أحد غيركما هنا بعد ليُخبَر بذلك.',
  tellWho: 'من ينبغي أن يعلم؟',
  tellWhat: 'ماذا حدث، بكلماتك؟',
  tellMost: (most: number) =>
    plural(most, {
      one: 'يمكنك إخبار شخص واحد في المرة الواحدة.',
      two: 'يمكنك إخبار شخصين في المرة الواحدة.',
      few: 'يمكنك إخبار # أشخاص في المرة الواحدة.',
      many: 'يمكنك إخبار # شخصًا في المرة الواحدة.',
      other: 'يمكنك إخبار # شخص في المرة الواحدة.',
    }),
  tellAct: 'إخبارهم',
  tellNeedsWho: 'يُرجى اختيار شخص.',
  tellNeedsWhat: 'يُرجى كتابة ما يدور حوله الأمر.',
  told: 'أُرسل إليهم. يمكنك سحب ذلك من الإعدادات.',

  askedTo: (name: string) => `طلب من ${name} للنظر في أمر`,
  askedAbout: (name: string) => `الأمر عن ${name}.`,
  askedAboutCard: (name: string, title: string) => `الأمر عن بطاقة ${name} «${title}».`,
  askedNote: 'لا تقرر القراءة شيئًا، ولا يُخبَر بها أحد. الأفضل حديث بينكما.',
  seePerson: (name: string) => `عرض ${name}`,
  seeCard: 'عرض البطاقة',
  haveRead: 'قرأته',

  settingsTitle: 'ما أخفيته',
  settingsNone: 'لا شيء مخفي عندك.',
  settingsPeople: 'أشخاص',
  settingsCards: 'بطاقات',
  settingsTold: 'ما أخبرت به غيرك',
  cardGone: 'بطاقة أُنزلت',
  showAgain: 'إظهار من جديد',
  takeBack: 'سحب',
  aboutWhen: (name: string, when: string) => `عن ${name}، ${when}`,
};

/** What needs somebody, in one place. */
export const inbox = {
  /** On a locked screen: no names. */
  notice: (community: string) => `هناك شيء بانتظارك في ${community}`,

  tell: 'تنبيهي حين يكون شيء بانتظاري',
  tellHint: 'ما دام Manyhands مفتوحًا في الخلفية فقط. وبلا أسماء، فقد يرى غيرك شاشتك.',
  tellRefused: 'لا يسمح هذا المتصفح بذلك. يمكنك تغييره من إعدادات المتصفح.',
};
