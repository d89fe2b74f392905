import { duration, exchanges, members } from './hours.ts';

export const us = {
  title: 'نحن',
  members,
  exchanges,
  hoursMoved: (minutes: number) => `${duration(minutes)} من المساعدة`,
  agreement: 'اتفاقنا',
  noAgreement: 'لم يُكتب شيء. الساعة ساعة.',
  limit: (minutes: number) =>
    `يمكنك تلقّي ${duration(minutes)} أكثر مما قدّمت قبل أن يُذكَّر أحد`,
  unit: (unit: string) => `اسم الساعة عندنا «${unit}»`,
  invite: 'دعوة شخص',
  settings: 'الإعدادات',
  kept: 'أين تُحفظ ساعاتنا',
  keptText: 'على هواتف الأعضاء. لا مكان غيرها.',
  empty: 'لا غرز بعد',
  emptyText: 'كل تبادل يصير غرزة في نسيجنا.',
};

export const settings = {
  title: 'الإعدادات',
  others: 'أين تُحفظ ساعاتك',
  keptAct: 'عرض الأماكن',
  communities: 'المجتمعات على هذا الجهاز',
  communitiesText:
    'يمكنك الانتماء إلى عدة مجتمعات. لكل منها ساعاته وزرّه، ولا يعرف شيئًا عن غيره.',
  communitiesAct: 'الانتقال إلى مجتمع آخر أو إضافته',
  openNow: 'مفتوح الآن',
  switchFrom: (community: string) => `${community}: الانتقال إلى مجتمع آخر`,
  addFound: 'بدء مجتمع آخر',
  addJoin: 'عندي دعوة',
  about: 'عن Manyhands',
  look: 'المظهر',
  lookSystem: 'مثل الهاتف',
  lookLight: 'فاتح',
  lookDark: 'داكن',
  device: 'هذا الجهاز',
  storage: 'حفظ دائم',
  storageOn: 'وعد هذا الجهاز بالاحتفاظ بساعاتك.',
  storageOff: 'قد يمحو هذا الجهاز ساعاتك حين تضيق مساحته.',
  storageAsk: 'طلب الاحتفاظ بساعاتك',
  storageRefused:
    'لم يعد المتصفح بذلك. تساعد على ذلك إضافة Manyhands إلى الشاشة الرئيسية.',
  storageUsed: (megabytes: string) => `المستعمل ${megabytes} ميغابايت`,
  storageUnknown: 'لا يذكر هذا المتصفح كم يحفظ.',
  vibrate: 'اهتزاز خفيف حين تتفقان',
  version: (version: string) => `الإصدار ${version}`,
  licence: 'برنامج حر، برخصة MIT',
  eraseTitle: 'المحو من هذا الجهاز',
  erase: 'محو هذا المجتمع من هذا الجهاز',
  eraseText:
    'تبقى ساعاتك عند الآخرين. تُمحى نسخة هذا الجهاز، ولا يستطيع الجهاز بعدها فعل شيء باسمك.',
  eraseTake:
    'هل تلزمك نسخة لك أولًا؟ يمكنك إبقاؤه الآن، ثم «أخذ نسخة من كل شيء» في الأعلى.',
  waysBack: 'يمكنك الرجوع:',
  backByPage: 'بورقتك التي فيها 12 كلمة',
  backByDevice: 'من هاتف آخر أو حاسوب آخر لك',
  backByNeighbours: 'عن طريق الجيران الذين اخترتهم',
  eraseAct: 'المحو من هذا الجهاز',
  eraseKeep: 'إبقاؤه',
  eraseDemo: 'محو العرض التجريبي',
  eraseDemoText: 'لا أحد هنا حقيقي، وليس منه شيء في أي مكان آخر.',
};
