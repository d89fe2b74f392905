import { duration } from './hours.ts';
import { inThree } from './trouble.ts';

export const farewell = {
  died: (name: string) => `${name}: خبر وفاة`,
  sorry: 'نعزيكم من القلب.',
  slow: 'بلا عجلة. لا يحدث شيء بكلمة واحد وحده، ولا تضيع أي ساعة.',
  pageTitle: (name: string) => `مع ورقة ${name}`,
  pageText: (name: string) =>
    `من كانت معه الورقة المطبوعة يمكنه أن يقول ذلك عن ${name}، وأن يقول إلى أين تذهب الساعات.`,
  pageAct: 'النظر في الورقة',
  pageWrong: (name: string) => `هذه ليست ورقة ${name}، أو حلّت محلها ورقة أحدث.`,
  withoutTitle: 'بلا الورقة',
  withoutText: (name: string) =>
    `يمكن للجميع أن يقرروا أن ${name} في راحة: فلا ينتظر أحد جوابًا حين تقررون. ويبقى كل شيء آخر كما هو.`,
  withoutAct: 'سؤال الجميع',
  phonesEnd: (name: string) => `لا يُكتب بعد ذلك شيء على هواتف ${name}.`,
  cardsEnd: (name: string) =>
    `تُنزل البطاقات، وتبقى كلماتك على صفحة ${name} ليقرأها الجميع.`,
  hoursStay: (name: string) =>
    `تبقى الساعات. ويمكن بعد ذلك إعطاء الباقي لمن كانت تلك رغبة ${name} له.`,
  words: (name: string) => `بضع كلمات عن ${name}`,
  wordsHint: 'مثلًا ما سيذكره الجميع.',
  wordsMissing: 'يُرجى كتابة بضع كلمات.',
  goOn: 'متابعة',
  sure: (name: string) => `هل هو خبر وفاة ${name}؟`,
  sureText: (name: string) =>
    `سيقرؤه الجميع. إن كان خطأً فيمكن سحبه، ويمكن أن تكون العودة بورقة ${name}.`,
  yes: (name: string) => `نعم، هذا خبر وفاة ${name}`,
  inMemory: 'للذكرى',
  memory: (name: string) => `في ذكرى ${name}`,
  writtenBy: (by: string, of: string) => `كُتب بيد ${by} عن أهل ${of}`,
  kindWords: 'ما يقوله الجيران',
  yourWords: (name: string) => `كلماتك عن ${name}`,
  rests: (name: string) => `قررتم جميعًا أن ${name} في راحة. لا أحد ينتظر جوابًا.`,
  left: (name: string, minutes: number) =>
    `بقي من ساعات ${name}: ${duration(minutes)}. إلى أين كانت الرغبة أن تذهب؟`,
  toPot: 'إلى الصندوق',
  toSomebody: 'إلى شخص',
  whom: 'إلى من؟',
  offered: 'عُرضت. وتُحسب بعد أن يقول الطرف الآخر نعم.',
  owesNothing: (name: string, minutes: number) =>
    `ما أخذه ${name} يزيد على ما أعطاه بـ ${duration(minutes)}. يبقى ذلك كما هو، ولا شيء على أحد.`,
  mistake: (name: string) => `كان خطأً: ${name} بخير`,
  mistakeText: (name: string) =>
    `تُزال الكلمات من صفحة ${name}. وبالورقة يمكن استعمال هاتف من جديد.`,

  /** On their own phone. */
  here: inThree(
    'تقول ورقتك إن الوفاة قد وقعت، لذلك لم يعد هذا الهاتف يكتب.',
    'إن كان ذلك خطأ، فالعودة تكون بورقة الكلمات الاثنتي عشرة، ويُرجى إخبار الجيران. ومن قال ذلك يمكنه سحبه.',
    'ساعاتك باقية، ويمكنك متابعة القراءة هنا.',
  ),
  hereAct: 'العودة بورقتي',
};
