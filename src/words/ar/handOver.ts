import { said } from './trouble.ts';

/** Things that change hands: no hours move, and both say that it was so. */
export const handOver = {
  title: 'عند من هو الآن؟',
  noHours: 'يقول الطرفان إن هذا ما حدث. لا تنتقل أي ساعات.',

  whom: {
    give: 'لمن أهديته؟',
    lend: 'لمن أعرته؟',
    swap: 'مع من بادلته؟',
  },
  chooseFirst: 'اختر الشخص أولًا.',
  out: {
    give: (name: string) => `أهديته إلى ${name}`,
    lend: (name: string) => `أعرته إلى ${name}`,
    swap: (name: string) => `بادلته مع ${name}`,
  },
  got: {
    give: 'وصلني هديةً',
    lend: 'استعرته',
    swap: 'تبادلناه',
  },
  isBack: 'لقد عاد',
  broughtBack: 'لقد أعدته',

  saysOut: {
    give: (name: string) => `من ${name}: «أهديتك هذا.»`,
    lend: (name: string) => `من ${name}: «أعرتك هذا.»`,
    swap: (name: string) => `من ${name}: «تبادلنا هذا.»`,
  },
  saysGot: {
    give: (name: string) => `من ${name}: «هذا هدية منك.»`,
    lend: (name: string) => `من ${name}: «استعرت هذا منك.»`,
    swap: (name: string) => `من ${name}: «تبادلنا هذا.»`,
  },
  saysBack: (name: string) => `من ${name}: «لقد عاد إليّ.»`,
  saysBroughtBack: (name: string) => `من ${name}: «لقد أعدته.»`,

  lentTo: (name: string, when: string) => `مُعار الآن إلى ${name}، منذ ${when}.`,
  lentToMe: (name: string, when: string) => `مُعار لك من ${name}، منذ ${when}.`,
  lentNow: 'مُعار الآن. يمكن أخذه مرة أخرى حين يعود.',
  lentJustNow: 'مُعار الآن',
  gone: {
    give: 'أُهدي إلى أحدهم.',
    lend: 'أُهدي إلى أحدهم.',
    swap: 'جرت مبادلته.',
  },
  goneTo: {
    give: (name: string, when: string) => `صار هديةً عند ${name}، ${when}.`,
    lend: (name: string, when: string) => `صار هديةً عند ${name}، ${when}.`,
    swap: (name: string, when: string) => `جرت مبادلته مع ${name}، ${when}.`,
  },
  goneToMe: {
    give: (name: string, when: string) => `هدية لك من ${name}، ${when}.`,
    lend: (name: string, when: string) => `هدية لك من ${name}، ${when}.`,
    swap: (name: string, when: string) => `مبادلة معك من ${name}، ${when}.`,
  },

  asked: (name: string) => `وصل السؤال إلى ${name}. يُحسب حين يقول الطرفان ذلك.`,
  takeBack: 'سحب',
  takenBack: 'سُحب. لم يتغير شيء.',
  yes: 'نعم، هذا صحيح',
  notSo: 'لم يكن كذلك',
  putAside: 'وُضع جانبًا. لم يتغير شيء، ولا يعلم أحد.',
  changed: said(
    'حدث شيء آخر في هذه الأثناء.',
    'انظر إلى ما يُقال الآن، وحاول مرة أخرى إن كان ما يزال صحيحًا.',
    'لم يضع شيء.',
  ),
  nobody: 'لا أحد هنا بعد يمكن أن يكون عنده.',
};
