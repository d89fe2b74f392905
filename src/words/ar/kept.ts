import { formats } from './hours.ts';

const { list, plural } = formats;

/** What somebody calls an entry of theirs, as often as there is one. */
const thing = {
  ask: (n: number) =>
    plural(n, {
      one: 'ساعة سألت عنها',
      two: 'ساعتان سألت عنهما',
      few: '# ساعات سألت عنها',
      many: '# ساعة سألت عنها',
      other: '# ساعة سألت عنها',
    }),
  yes: (n: number) =>
    plural(n, {
      one: '«نعم» واحدة',
      two: '«نعم» مرتين',
      few: '«نعم» # مرات',
      many: '«نعم» # مرة',
      other: '«نعم» # مرة',
    }),
  no: (n: number) =>
    plural(n, {
      one: 'جواب واحد',
      two: 'جوابان',
      few: '# أجوبة',
      many: '# جوابًا',
      other: '# جواب',
    }),
  takenBack: (n: number) =>
    plural(n, {
      one: 'شيء سحبته',
      two: 'شيئان سحبتهما',
      few: '# أشياء سحبتها',
      many: '# شيئًا سحبته',
      other: '# شيء سحبته',
    }),
  thanks: (n: number) =>
    plural(n, {
      one: 'كلمة شكر',
      two: 'كلمتا شكر',
      few: '# كلمات شكر',
      many: '# كلمة شكر',
      other: '# كلمة شكر',
    }),
  words: (n: number) =>
    plural(n, {
      one: 'كلمة لا يقرؤها إلا اثنان',
      two: 'كلمتان لا يقرؤهما إلا اثنان',
      few: '# كلمات لا يقرؤها إلا اثنان',
      many: '# كلمة لا يقرؤها إلا اثنان',
      other: '# كلمة لا يقرؤها إلا اثنان',
    }),
  card: (n: number) =>
    plural(n, {
      one: 'بطاقة واحدة على اللوحة',
      two: 'بطاقتان على اللوحة',
      few: '# بطاقات على اللوحة',
      many: '# بطاقة على اللوحة',
      other: '# بطاقة على اللوحة',
    }),
  handed: (n: number) =>
    plural(n, {
      one: 'شيء واحد انتقل من يد إلى يد',
      two: 'شيئان انتقلا من يد إلى يد',
      few: '# أشياء انتقلت من يد إلى يد',
      many: '# شيئًا انتقل من يد إلى يد',
      other: '# شيء انتقل من يد إلى يد',
    }),
  gift: (n: number) =>
    plural(n, {
      one: 'مساعدة هدية مرة واحدة',
      two: 'مساعدة هدية مرتين',
      few: 'مساعدة هدية # مرات',
      many: 'مساعدة هدية # مرة',
      other: 'مساعدة هدية # مرة',
    }),
  kind: (n: number) =>
    plural(n, {
      one: 'نوع من المساعدة سمّيته',
      two: 'نوعان من المساعدة سمّيتهما',
      few: '# أنواع من المساعدة سمّيتها',
      many: '# نوعًا من المساعدة سمّيته',
      other: '# نوع من المساعدة سمّيته',
    }),
  profile: () => 'ما يراه الآخرون عنك',
  invite: (n: number) =>
    plural(n, {
      one: 'دعوة واحدة',
      two: 'دعوتان',
      few: '# دعوات',
      many: '# دعوة',
      other: '# دعوة',
    }),
  letIn: (n: number) =>
    plural(n, {
      one: 'جار فتحت له الباب',
      two: 'جاران فتحت لهما الباب',
      few: '# جيران فتحت لهم الباب',
      many: '# جارًا فتحت لهم الباب',
      other: '# جار فتحت لهم الباب',
    }),
  phone: () => 'ما قرّرته عن هواتفك',
  spare: () => 'ما قلته عن مفتاح احتياطي',
  erased: () => 'ما محوته',
  leaving: () => 'خبر مغادرتك',
  founding: () => 'الاتفاق نفسه',
  other: () => 'شيء صغير كتبه Manyhands من أجلك',
} satisfies Record<string, (count: number) => string>;

type Counted = readonly (readonly [keyof typeof thing, number])[];

const things = (counted: Counted): string =>
  list(counted.map(([kind, count]) => thing[kind](count)));

/** The sheet behind the status line: who has what, by their own word. */
export const kept = {
  title: 'أين تُحفظ ساعاتك',
  open: 'عرض الأماكن',
  lead: 'على هواتف الأعضاء، ولا مكان غيرها. ويذكر كل هاتف بنفسه ما حفظه.',

  nowhereTitle: 'ليس هذا عند غيرك بعد',
  nowhere: (counted: Counted, isMore: boolean) =>
    isMore ? `${things(counted)}، وأشياء أقدم` : things(counted),
  nowhereText:
    'موجود على هذا الهاتف وحده. يصل إلى الآخرين من نفسه حالما يكون بينك وبينهم اتصال.',
  allThere: 'عند غيرك نسخة من كل ما كتبته.',

  much: (names: readonly string[]) =>
    `وصل الكثير من ${list(names)} دفعة واحدة، والباقي يصل شيئًا فشيئًا.`,
  muchOfMany: 'وصل الكثير من عدة أشخاص دفعة واحدة، والباقي يصل شيئًا فشيئًا.',

  linkedTitle: 'متصلون معك الآن',
  nobodyLinked: 'لا أحد في هذه اللحظة. لم يضع شيء، وكل شيء يُستأنف وحده.',

  membersTitle: 'محفوظ عند الأعضاء',
  nobody: 'ليس عند أي عضو نسخة بعد.',
  nobodyText:
    'يكفي أن يكون بينك وبين عضو آخر اتصال مرة واحدة. عندئذ تصير عنده نسخة أيضًا.',
  all: 'كلها',
  allBut: (counted: Counted, isMore: boolean) =>
    isMore ? 'الجزء الأقدم' : `كلها عدا: ${things(counted)}`,
  none: 'لا شيء مما يخصك بعد',
  metNow: 'متصل معك الآن',
  met: (when: string) => `آخر اتصال معك: ${when}`,
  metAt: (when: string, time: string) => `آخر اتصال معك: ${when} الساعة ${time}`,
  metSometime: 'كان بينكما اتصال من قبل',
  otherPhones: (name: string, count: number) =>
    plural(count, {
      zero: `لا هواتف أخرى: ${name}`,
      one: `هاتف آخر من هواتف ${name}`,
      two: `هاتفان آخران من هواتف ${name}`,
      few: `# هواتف أخرى من هواتف ${name}`,
      many: `# هاتفًا آخر من هواتف ${name}`,
      other: `# هاتف آخر من هواتف ${name}`,
    }),
  more: (count: number) =>
    plural(count, {
      one: 'واحد آخر',
      two: 'اثنان آخران',
      few: '# غير ذلك',
      many: '# غير ذلك',
      other: '# غير ذلك',
    }),
  unmet: (count: number) =>
    plural(count, {
      zero: 'اتصل هذا الهاتف بالأعضاء كلهم.',
      one: 'عضو واحد لم يتصل به هذا الهاتف بعد.',
      two: 'عضوان لم يتصل بهما هذا الهاتف بعد.',
      few: '# أعضاء لم يتصل بهم هذا الهاتف بعد.',
      many: '# عضوًا لم يتصل بهم هذا الهاتف بعد.',
      other: '# عضو لم يتصل بهم هذا الهاتف بعد.',
    }),

  ownTitle: 'هواتفك أنت',
  ownText: 'هي عون لك، لكنها لا تُعدّ نسخة عند غيرك.',
  ownNone: 'هذا هو الهاتف الوحيد. هاتف ثانٍ أو حاسوب يكون نسخة ثانية لك.',
  ownAct: 'هواتفك',

  otherWays: 'طرق أخرى لنقل الساعات',
};
