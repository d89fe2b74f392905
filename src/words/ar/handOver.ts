import { inThree } from './trouble.ts';

type Manner = 'give' | 'lend' | 'swap';

/** Things that change hands: no hours move, and both say that it was so. */
export const handOver = {
  title: 'عند من هو الآن؟',
  noHours: 'تقولان كلاكما إن ذلك حدث. ولا تُحتسب ساعات.',

  whom: {
    give: 'لمن أهديته؟',
    lend: 'لمن أعرته؟',
    swap: 'مع من كانت المبادلة؟',
  } satisfies Record<Manner, string>,
  chooseFirst: 'يُرجى اختيار الشخص أولًا.',
  /** On the button of whoever it belongs to. */
  out: {
    give: (name: string) => `أهديته إلى ${name}`,
    lend: (name: string) => `أعرته إلى ${name}`,
    swap: (name: string) => `بادلته مع ${name}`,
  } satisfies Record<Manner, (name: string) => string>,
  /** On the button of whoever has it now. */
  got: {
    give: 'وصلني هديةً',
    lend: 'استعرته',
    swap: 'تبادلناه',
  } satisfies Record<Manner, string>,
  /** Of a swap, what of the other's cards. */
  gotFor: 'علامَ حصلت مقابله؟',
  gaveFor: 'ماذا أعطيت مقابله؟',
  nothingHere: 'شيء بلا بطاقة',
  saysSwap: (name: string) => `من ${name}: «تبادلنا هذه الأشياء.»`,
  swappedThese: (name: string) => `تبادلت هذه الأشياء مع ${name}`,
  yours: 'منك',
  theirs: (name: string) => `من ${name}`,
  isBack: 'عاد إليّ',
  broughtBack: 'أعدته',

  /** What the other of the two says, above a yes. */
  saysOut: {
    give: (name: string) => `من ${name}: «أهديتك هذا.»`,
    lend: (name: string) => `من ${name}: «أعرتك هذا.»`,
    swap: (name: string) => `من ${name}: «تبادلنا هذا.»`,
  } satisfies Record<Manner, (name: string) => string>,
  saysGot: {
    give: (name: string) => `من ${name}: «هذا هدية منك.»`,
    lend: (name: string) => `من ${name}: «استعرت هذا منك.»`,
    swap: (name: string) => `من ${name}: «تبادلنا هذا.»`,
  } satisfies Record<Manner, (name: string) => string>,
  saysBack: (name: string) => `من ${name}: «عاد إليّ.»`,
  saysBroughtBack: (name: string) => `من ${name}: «أعدته.»`,

  lentTo: (name: string, when: string) => `مُعار إلى ${name}، منذ ${when}.`,
  lentToMe: (name: string, when: string) => `مُعار لك من ${name}، منذ ${when}.`,
  lentNow: 'هو مُعار الآن. يمكنك طلبه حين يعود.',
  /** On its card, in few words. */
  lentJustNow: 'مُعار الآن',
  gone: {
    give: 'صار هدية.',
    lend: 'صار هدية.',
    swap: 'جرت مبادلته.',
  } satisfies Record<Manner, string>,
  goneTo: {
    give: (name: string, when: string) => `صار هدية إلى ${name}، ${when}.`,
    lend: (name: string, when: string) => `صار هدية إلى ${name}، ${when}.`,
    swap: (name: string, when: string) => `جرت مبادلته مع ${name}، ${when}.`,
  } satisfies Record<Manner, (name: string, when: string) => string>,
  goneToMe: {
    give: (name: string, when: string) => `هدية لك من ${name}، ${when}.`,
    lend: (name: string, when: string) => `هدية لك من ${name}، ${when}.`,
    swap: (name: string, when: string) => `مبادلة بينك وبين ${name}، ${when}.`,
  } satisfies Record<Manner, (name: string, when: string) => string>,

  asked: (name: string) => `أُرسل السؤال إلى ${name}. ويُحتسب حين تقولان كلاكما ذلك.`,
  askNext: (name: string) => `طلب الدور التالي من ${name}`,
  wouldLikeNext: (title: string) =>
    `حين يصير «${title}» متاحًا من جديد، يسعدني أن آخذه.`,
  takeBack: 'سحب',
  takenBack: 'سُحب. لم يتغير شيء.',
  yes: 'نعم، هذا صحيح',
  notSo: 'لا، هذا غير صحيح',
  putAside: 'لم يتغير شيء، ولا يُخبَر أحد.',
  changed: inThree(
    'تغيّر شيء في هذه الأثناء.',
    'يُرجى النظر إليه مرة أخرى، ثم إعادة المحاولة إن لزم.',
  ),
  nobody: 'لا أحد هنا لاختياره بعد.',
};
