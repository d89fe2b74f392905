import { exchanges, formats, members } from './hours.ts';

const { plural, number } = formats;

export const people = {
  title: 'الناس',
  search: 'البحث عن شخص',
  searchHint: 'بالاسم أو المنطقة أو مجال المساعدة.',
  count: members,
  none: (text: string) => `لا أحد هنا باسم «${text}».`,
  more: (count: number) =>
    `${number(count)} غير هؤلاء. تكفي كتابة حرف أو حرفين للعثور على المقصود.`,
  found: (count: number) =>
    plural(count, {
      zero: 'لم يُعثر على أحد',
      one: 'عُثر على شخص واحد',
      two: 'عُثر على شخصين',
      few: 'عُثر على # أشخاص',
      many: 'عُثر على # شخصًا',
      other: 'عُثر على # شخص',
    }),
  recent: 'مؤخرًا',
  everyone: 'الجميع',
  empty: 'لا أحد غيرك حتى الآن',
  emptyText: 'بعد دعوة أحد الجيران يظهر اسمه هنا.',
  invite: 'دعوة شخص',
  /** Beneath a name: what binds the two of you. */
  tie: (count: number, since: string) =>
    plural(count, {
      zero: 'لا تبادلات بعد',
      one: `تبادل واحد، ${since}`,
      two: `تبادلان، منذ ${since}`,
      few: `# تبادلات، منذ ${since}`,
      many: `# تبادلًا، منذ ${since}`,
      other: `# تبادل، منذ ${since}`,
    }),
  noName: 'شخص بلا اسم بعد',
  gone: 'شخص غادر',
  paper: 'بلا هاتف',
  organisation: 'منظمة',
  fromBefore: 'ساعات من قبل',
};

export const person = {
  you: 'هذا أنت',
  since: (when: string) => `هنا منذ ${when}`,
  invitedBy: (name: string) => `بدعوة من ${name}`,
  founder: 'من مؤسِّسي هذا المجتمع',
  met: (when: string) => `أول مساعدة بينكما: ${when}`,
  notMet: 'لا ساعة بينكما بعد.',
  between: 'بينكما',
  exchanges,
  record: (name: string) => `تسجيل مساعدة مع ${name}`,
  know: (name: string) => `أعرف ${name}`,
  left: 'غادر هذا الشخص. مُحي الاسم والكلام، وبقيت الساعات.',
  paused: 'هناك نسختان مختلفتان من ساعات هذا الشخص. توقّف مؤقت حتى يتضح الأمر.',
  pausedText:
    'يحدث هذا حين يواصل هاتف منسوخ الكتابة. تبقى الساعات التي قال عنها شخصان «نعم»، وتظل مساعدة الآخرين محسوبة.',
  pausedHelped: (name: string) =>
    `هناك نسختان مختلفتان من ساعات ${name}. يُستحسن الحديث مع ${name} قبل المتابعة.`,
  devices: (count: number) =>
    plural(count, {
      zero: 'لا أجهزة',
      one: 'جهاز واحد',
      two: 'جهازان',
      few: '# أجهزة',
      many: '# جهازًا',
      other: '# جهاز',
    }),
  unknown: 'لا يعرف هذا الهاتف هذا الشخص بعد.',
};
