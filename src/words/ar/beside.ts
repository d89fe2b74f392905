import { formats } from './hours.ts';

const { number } = formats;

/** Two people with their phones side by side: one shows a code, the other scans it. */
export const beside = {
  // At home, and wherever somebody is looked for.
  title: 'هل بجانبك أحد؟',
  scanAct: 'مسح رمز',
  showAct: 'إظهار رمزي',

  /** My code: who I am, for a phone that has never heard of me. */
  myTitle: 'رمزي',
  myLead:
    'حين يمسحه الهاتف الآخر يظهر اسمك في قائمته. ويمكنكما تسجيل ساعة، حتى بلا إنترنت.',
  myCode: (name: string) => `رمز ${name}، للمسح من هاتف آخر`,
  myOther: 'مسح الرمز الآخر',
  myNot: 'يصير لك رمز حالما يُفتح لك الباب.',

  /** A code in several parts. */
  part: (at: number, of: number) => `الرمز ${number(at)} من ${number(of)}`,
  partLead: 'تُمسح واحدًا بعد الآخر.',
  next: 'الرمز التالي',
  first: 'الرجوع إلى الأول',

  /** The same without a camera. */
  noCamera: 'لا كاميرا في ذلك الهاتف؟',
  noCameraText: 'يمكن إرسال هذا النص إلى الهاتف الآخر، ثم لصقه هناك تحت «مسح رمز».',
  textLabel: 'الرمز نصًّا',
  share: 'إرساله عبر…',

  /** Scanning. */
  scanTitle: 'مسح رمز',
  scanLead: 'يوضع هاتفك فوق الرمز الذي على الهاتف الآخر.',
  scanNotIn:
    'لم يُفتح لك الباب بعد. يمكنك مسح دعوة الآن. ويمكنك مسح الساعات والناس بعد أن يُفتح لك.',
  pasteLabel: 'أو لصقه نصًّا',
  pasteOpen: 'فتح',
  gotPart: 'وصل. والآن الرمز التالي.',
  own: 'هذا رمز هذا الهاتف نفسه. المطلوب مسح الرمز الذي على الهاتف الآخر.',
  notOurs: 'هذا ليس من رموز Manyhands.',
  here: (name: string) => `${name} في قائمتك الآن.`,

  /** While an hour is recorded. */
  notInList: 'بجانبك، وليس في القائمة؟',
  notInListAct: 'مسح الرمز الآخر',
  notInListHint: 'على الهاتف الآخر: «إظهار رمزي».',
  anHour: 'هذا الرمز عن ساعة. يُفتح من «مسح رمز» في الرئيسية.',

  /** On the page of an hour. */
  showHour: (name: string) => `${name} بجانبي`,
  hourTitle: (name: string) => `للمسح من هاتف ${name}`,
  hourCode: (name: string) => `هذه الساعة رمزًا للمسح من هاتف ${name}`,
  hourHow: (name: string) =>
    `على هاتف ${name}: «مسح رمز»، ثم «نعم». وبعدها يظهر على ذلك الهاتف رمز لك.`,
  hourThen: (name: string) => `مسح جواب ${name}`,
  yesTitle: (name: string) => `والآن للمسح من هاتف ${name}`,
  yesHow: (name: string) =>
    `بهذا تُحتسب الساعة على هاتف ${name} أيضًا. ومن دونه يخبر الهاتفان أحدهما الآخر لاحقًا.`,
};
