import { formats } from './hours.ts';

const { number } = formats;

/** "I know them", which gives a say. */
export const know = {
  what: (name: string) =>
    `حين يقول ما يكفي من الناس إنهم يعرفون ${name}، يكون لـ${name} رأي في ما نقرره.`,
  soFar: (count: number, needed: number) =>
    `قال ذلك ${number(count)} من ${number(needed)}.`,
  said: (name: string) => `قلت إنك تعرف ${name}.`,
  hasSay: (name: string) => `لـ${name} رأي في ما نقرره.`,
  youHave: 'لك رأي في ما نقرره.',
  youHaveNot: 'حين يقول ما يكفي من الجيران إنهم يعرفونك يكون لك رأي.',
  offer: (name: string) => `تبادلت المساعدة مع ${name} مرتين`,
  notNow: 'ليس الآن',
  done: (name: string) => `شكرًا. يمكن أن يظهر ذلك لـ${name}.`,
};

/** What is shown of a pause, and of a covered card. */
export const pausing = {
  ask: (name: string) => `طلب إيقاف مشاركة ${name} مؤقتًا`,
  until: (name: string, day: string) => `مشاركة ${name} متوقفة حتى: ${day}`,
  open: (name: string) => `مشاركة ${name} متوقفة مؤقتًا`,
  byCircle:
    'طلبت الحلقة ذلك. ينتهي من تلقاء نفسه، أو حين يزيد من يقولون لا على من يقولون نعم.',
  byAll: 'قررنا ذلك معًا. وينتهي حين نقرر غيره.',
  stays: 'تبقى الساعات والكلمات والرأي. ولا يُرتَّب شيء جديد، ولا تظهر البطاقات إلا لصاحبها.',
  why: 'عرض من طلب ذلك، ولماذا',
  askBack: (name: string) => `طلب عودة ${name} بيننا`,
  you: 'مشاركتك متوقفة مؤقتًا',
  youUntil: (day: string) => `مشاركتك متوقفة حتى: ${day}`,
  youText:
    'لا تظهر بطاقاتك إلا لك، ولا يُرتَّب معك شيء جديد. وتبقى ساعاتك وكلماتك، ويمكنك الكتابة إلى الجميع، ويمكنك قول لا.',
  covered: 'غطّت الحلقة هذه البطاقة',
  coveredText: 'قد لا يرغب الجميع في رؤيتها. لم يُمحَ شيء.',
  show: 'عرضها',
  cover: 'تغطية هذه البطاقة',
  coverText: (by: number, needed: number) =>
    by === 0
      ? `تُغطّى حين يقول ذلك من الحلقة عدد ${number(needed)}. ومن يرغب يمكنه رؤيتها بلمسة.`
      : `قال ذلك ${number(by)} من ${number(needed)} يلزمون. ومن يرغب يمكنه رؤيتها بلمسة.`,
  uncover: 'عدم تغطيتها',
};
