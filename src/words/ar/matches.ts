import type { Reason } from '../en/matches.ts';
import { formats } from './hours.ts';

const { list, number, plural } = formats;

/** Said to two: the one form of the verb that is the same for all. */
function inCommon({ languages, area }: Reason): string {
  const speak = languages.length > 0 ? `تتكلمان ${list(languages)}` : '';
  const live = area === null ? '' : `تعرفان ${area}`;
  const both = [speak, live].filter((part) => part !== '');
  return both.length === 0 ? '' : `أنتما ${both.join('، و')}؛ `;
}

export const matches = {
  title: 'من يناسبك',
  lead: 'كل واحد هنا لسبب: ما يستطيعه أحدكما يسرّ الآخر. ولا معنى للترتيب.',
  bothWays: 'في الاتجاهين',
  theyCan: 'يمكنهم مساعدتك',
  iCan: 'يمكنك مساعدتهم',
  /** Nobody's gender is guessed: the name is said again. */
  reason: (reason: Reason): string => {
    const { name, theyCan, iCan } = reason;
    const offers = theyCan.length > 0 ? `من ${name} عون ممكن في ${list(theyCan)}` : '';
    const wants = iCan.length > 0 ? `يسرّ ${name} عون في ${list(iCan)}` : '';
    const both = [offers, wants].filter((part) => part !== '').join('، و');
    return `${inCommon(reason)}${both}.`;
  },
  more: (count: number) => `عرض ${number(count)} أيضًا`,
  none: 'لا أحد مناسب بعد',
  noneText: 'حين يناسب أحد الجيران ما ذكرته يظهر هنا.',
  blank: 'يُرجى ذكر ما يمكنك تقديمه، وما ينفعك',
  blankText: 'عندئذ يظهر هنا من يناسبك من الجيران، مع السبب.',
  link: (count: number) =>
    plural(count, {
      zero: 'لا أحد من الجيران يناسبك بعد',
      one: 'جار واحد يناسبك',
      two: 'جاران يناسبانك',
      few: '# جيران يناسبونك',
      many: '# جارًا يناسبونك',
      other: '# جار يناسبونك',
    }),
  linkText: 'من هم، ولماذا',

  youCould: 'يمكنك…',
  couldHelp: (languages: readonly string[]) =>
    languages.length === 0
      ? 'المساعدة: هي من الأشياء التي يمكنك تقديمها.'
      : `المساعدة: هي من الأشياء التي يمكنك تقديمها، وأنتما تتكلمان ${list(languages)}.`,
  couldIntroduce: (names: readonly string[]) =>
    `تعريف شخص من معارفك يستطيع ذلك: ${list(names)}.`,
  introduceTo: (name: string, other: string) => `تعريف ${name} إلى ${other}`,

  received: 'تلقّيت مساعدة مؤخرًا',
  receivedText: 'هنا من يمكنك مساعدتهم، متى ناسبك ذلك.',
  given: 'ساعدت الآخرين مؤخرًا',
  givenText: 'يمكنك طلب شيء أيضًا. عندئذ يستطيع غيرك المساعدة.',
  ask: 'ذكر ما ينفعك',
  seeAll: 'عرض كل من يناسبك',
  notNow: 'ليس الآن',

  tellMe: 'تنبيهي إلى البطاقات الجديدة',
  tellMeText: 'يُحفظ ذلك على هذا الهاتف: لا أحد يرى ما طلبت التنبيه إليه.',
  tellMeKind: (kind: string) => `تنبيهي إلى بطاقات جديدة: ${kind}`,
  newCards: 'جديد لك على اللوحة',
  look: (title: string) => `عرض «${title}»`,
  seen: 'رأيتها',

  thinks: (by: string) => `من رأي ${by} أن تتعارفا`,
  gladly: 'نعم، بكل سرور',
  youSaidYes: (other: string) => `جاءت «نعم» منك. ولم يأت جواب من ${other} بعد.`,
  theySaidYes: (other: string) => `جاءت «نعم» من ${other} بالفعل.`,
  bothSaidYes: (other: string) =>
    `جاءت «نعم» منكما معًا. يمكنك الآن قراءة ما لا يظهر من ${other} إلا حيث توجد ساعات أو خطط أو أغراض مشتركة.`,
  takeBack: 'سحب',
  goTo: (other: string) => `الانتقال إلى ${other}`,
  putOff: 'أُخفي. ولا يُخبَر أحد.',

  introduce: (name: string) => `تعريف ${name} إلى شخص`,
  introduceTitle: 'تعريف شخصين',
  withWhom: (name: string) => `إلى من يكون تعريف ${name}؟`,
  choose: 'اختيار شخص',
  why: 'لماذا؟ يكفي سطر واحد',
  whyHint: 'لا يقرؤه إلا هذان الاثنان.',
  tellBoth: 'إخبار الاثنين',
  told: (one: string, other: string) => `سيظهر ذلك أمام ${one} وأمام ${other}.`,

  ties: 'صِلات جديدة',
  tiesText: (pairs: number) =>
    plural(pairs, {
      zero: 'لا صِلات بين الجيران بعد.',
      one: 'صلة واحدة بين جارين، بالمساعدة.',
      two: 'صلتان بين الجيران، بالمساعدة.',
      few: '# صِلات بين الجيران، بالمساعدة.',
      many: '# صلة بين الجيران، بالمساعدة.',
      other: '# صلة بين الجيران، بالمساعدة.',
    }),
  lately: (pairs: number) =>
    plural(pairs, {
      zero: 'لا صلة لأول مرة في آخر 30 يومًا.',
      one: 'منها صلة واحدة لأول مرة في آخر 30 يومًا.',
      two: 'منها صلتان لأول مرة في آخر 30 يومًا.',
      few: 'منها # صِلات لأول مرة في آخر 30 يومًا.',
      many: 'منها # صلة لأول مرة في آخر 30 يومًا.',
      other: 'منها # صلة لأول مرة في آخر 30 يومًا.',
    }),
};
