import { formats } from './hours.ts';

const { list, plural } = formats;

/** The first page: what now? */
export const today = {
  fits: 'على اللوحة من أجلك',
  /** Why a card stands there. */
  canHelp: (languages: readonly string[]) =>
    languages.length === 0
      ? 'هذا مما يمكنك فعله.'
      : `هذا مما يمكنك فعله، ولغتكما المشتركة ${list(languages)}.`,
  wished: 'هذا مما يفيدك، كما ذكرت.',
  near: (area: string) => `أنتما من الحيّ نفسه: ${area}.`,
  fresh: 'جديدة على اللوحة.',

  newcomers: 'جُدد هنا',
  hello: 'إلقاء التحية',
  helloTo: (name: string) => `إلقاء التحية على ${name}`,
  moreNew: (count: number) =>
    plural(count, {
      zero: 'لا جدد غيرهم',
      one: 'وشخص جديد آخر',
      two: 'وشخصان جديدان آخران',
      few: 'و# جدد آخرون',
      many: 'و# جديدًا آخرون',
      other: 'و# جديد آخرون',
    }),

  since: 'منذ نظرتك الأخيرة',
  newCards: (count: number) =>
    plural(count, {
      zero: 'لا بطاقات جديدة',
      one: 'بطاقة جديدة',
      two: 'بطاقتان جديدتان',
      few: '# بطاقات جديدة',
      many: '# بطاقة جديدة',
      other: '# بطاقة جديدة',
    }),
  newPeople: (count: number) =>
    plural(count, {
      zero: 'لا جيران جدد',
      one: 'جار جديد',
      two: 'جاران جديدان',
      few: '# جيران جدد',
      many: '# جارًا جديدًا',
      other: '# جار جديد',
    }),
  newHours: (count: number) =>
    plural(count, {
      zero: 'لا مساعدات جديدة',
      one: 'مساعدة واحدة',
      two: 'مساعدتان',
      few: '# مساعدات',
      many: '# مساعدة',
      other: '# مساعدة',
    }),

  offline: 'لا إنترنت؟',
  offlineText: 'هاتفان متجاوران لا يحتاجان إليه.',

  firstWeek: 'أسبوعك الأول',
  firstHello: 'إلقاء التحية على أحدهم',
  firstOffer: 'تعليق شيء يمكنك فعله',
  firstAsk: 'طلب شيء',
  firstSafe: 'حفظ ساعاتك في أمان',
  done: 'تمّ',
};

/** The button in the middle: three doors. */
export const add = {
  title: 'ما الذي يُضاف؟',
  record: 'تسجيل مساعدة',
  recordText: 'مساعدة منك لأحدهم، أو من أحدهم لك.',
  offer: 'عرض شيء',
  offerText: 'ما يمكنك فعله أو إعطاؤه أو إعارته.',
  ask: 'طلب شيء',
  askText: 'ما قد يفيدك.',
  offlineText: 'كل الطرق التي لا تحتاج إليه.',
  scanText: 'من الهاتف المجاور.',
  codeText: 'للهاتف المجاور.',
};

/** What is mine, and the way to it. */
export const me = {
  seenAs: 'كما يراك الآخرون',
  cards: 'بطاقاتي',
  cardsText: 'ما تعرضه وتطلبه وتعيره.',
  profile: 'ملفّي',
  profileText: 'الاسم، وما يمكنك فعله، وطريقة الوصول إليك.',
  together: 'سنتي وصِلاتي',
  togetherText: 'في صور، للحفظ أو للطباعة.',
  safeText: 'كي لا يضيع شيء إذا ضاع الهاتف.',
  phonesText: 'إضافة هاتف أو إيقاف آخر.',
  settingsText: 'المظهر واللغة والإشعارات وغيرها.',
};

/** Everybody: the community, then its members. */
export const street = {
  all: (community: string) => `كل شيء عن ${community}`,
  inside: 'اتفاقنا وصِلاتنا ونسيجنا.',
  order: 'بأي ترتيب؟',
  byName: 'أبجديًّا',
  byHours: 'من أعرفهم',
  byArrival: 'الجُدد',
  nobodyKnown: 'لا أحد بعد. أول ساعة مشتركة هي البداية.',
  nobodyNew: 'لا أحد جديد في الأسابيع الأخيرة.',
};
