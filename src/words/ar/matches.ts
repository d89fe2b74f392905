import type { Reason } from '../en/matches.ts';
import { formats } from './hours.ts';

const { list, number, plural } = formats;

function inCommon({ languages, area }: Reason): string {
  const speak = languages.length > 0 ? `كلاكما يتكلم ${list(languages)}` : '';
  const live = area === null ? '' : `كلاكما يعرف ${area}`;
  const both = [speak, live].filter((part) => part !== '');
  return both.length === 0 ? '' : `${both.join('، و')}؛ `;
}

export const matches = {
  title: 'من يناسبك',
  lead: 'كلٌّ هنا لسبب: ما يستطيعه أحدهما يسرّ الآخر. لا أحد قبل أحد.',
  bothWays: 'في الاتجاهين',
  theyCan: 'قد ينفعونك',
  iCan: 'قد تنفعهم',
  reason: (reason: Reason): string => {
    const { name, theyCan, iCan } = reason;
    const offers = theyCan.length > 0 ? `يمكن أن يأتيك عون في ${list(theyCan)}` : '';
    const wants = iCan.length > 0 ? `المرغوب فيه ${list(iCan)}` : '';
    const both = [offers, wants].filter((part) => part !== '').join('، و');
    return `${inCommon(reason)}${name}: ${both}.`;
  },
  more: (count: number) => `إظهار ${number(count)} آخرين`,
  none: 'لا أحد مناسب بعد',
  noneText: 'حالما يقول أحد الجيران ما يناسب ما قلته، يظهر هنا.',
  blank: 'قل ما يمكنك فعله وما يسرّك أن تجده',
  blankText: 'عندها يظهر هنا من يناسبك، مع السبب.',
  link: (count: number) =>
    plural(count, {
      one: 'جار واحد يناسبك',
      two: 'جاران يناسبانك',
      few: '# جيران يناسبونك',
      many: '# من الجيران يناسبونك',
      other: '# من الجيران يناسبونك',
    }),
  linkText: 'انظر من ولماذا',

  youCould: 'يمكنك…',
  couldHelp: (languages: readonly string[]) =>
    languages.length === 0
      ? 'أن تساعد: هذا مما تستطيعه.'
      : `أن تساعد: هذا مما تستطيعه، وكلاكما يتكلم ${list(languages)}.`,
  couldIntroduce: (names: readonly string[]) =>
    `أن تعرّف بمن تعرفه ويستطيع ذلك: ${list(names)}.`,
  introduceTo: (name: string, other: string) => `تعريف ${name} إلى ${other}`,

  received: 'ساعدك آخرون مؤخرًا',
  receivedText: 'العون يدور. هؤلاء قد تنفعهم، متى ناسبك.',
  given: 'كنت إلى جانب الآخرين مؤخرًا',
  givenText: 'الطلب هدية أيضًا: يتيح لغيرك أن ينفع.',
  ask: 'قل ما يسرّك أن تجده',
  seeAll: 'كل من يناسبك',
  notNow: 'ليس الآن',

  tellMe: 'أخبرني ببطاقة جديدة',
  tellMeText: 'يُحفظ على هذا الهاتف: لا أحد يرى ما تنتظره.',
  tellMeKind: (kind: string) => `أخبرني ببطاقات جديدة: ${kind}`,
  newCards: 'جديد على اللوحة لك',
  look: (title: string) => `انظر «${title}»`,
  seen: 'رأيتها',

  thinks: (by: string) => `${by}: من الجيد أن تتعارفا`,
  youAnd: (other: string) => `أنت و${other}`,
  gladly: 'نعم، بسرور',
  youSaidYes: (other: string) => `قلت نعم. لم يأتِ جواب من ${other} بعد.`,
  theySaidYes: (other: string) => `جاءت نعم من ${other}.`,
  bothSaidYes: (other: string) =>
    `كلاكما قال نعم. ما يُعرض من ${other} لمن تجمعهم ساعات، يمكنك قراءته الآن.`,
  takeBack: 'تراجع',
  goTo: (other: string) => `إلى ${other}`,
  putOff: 'وُضعت جانبًا. لا يُخبَر أحد.',

  introduce: (name: string) => `تعريف ${name} إلى أحد`,
  introduceTitle: 'الجمع بين اثنين',
  withWhom: (name: string) => `من ينبغي أن يتعرّف إلى ${name}؟`,
  choose: 'اختر شخصًا',
  why: 'لماذا، في سطر',
  whyHint: 'لا يقرؤه إلا هذان الاثنان.',
  tellBoth: 'أخبر الاثنين',
  told: (one: string, other: string) => `سيراه ${one} و${other}.`,

  ties: 'روابط جديدة',
  tiesText: (pairs: number) =>
    plural(pairs, {
      one: 'جاران اثنان تعاونا.',
      two: 'زوجان من الجيران تعاونا.',
      few: '# أزواج من الجيران تعاونوا.',
      many: '# من أزواج الجيران تعاونوا.',
      other: '# من أزواج الجيران تعاونوا.',
    }),
  lately: (pairs: number) =>
    plural(pairs, {
      zero: 'لا أحد لأول مرة في آخر 30 يومًا.',
      one: 'واحد لأول مرة في آخر 30 يومًا.',
      two: 'اثنان لأول مرة في آخر 30 يومًا.',
      few: '# لأول مرة في آخر 30 يومًا.',
      many: '# لأول مرة في آخر 30 يومًا.',
      other: '# لأول مرة في آخر 30 يومًا.',
    }),
};
