import type { Trouble } from '../en/trouble.ts';
import { formats } from './hours.ts';
import { size } from './size.ts';

const { number, plural } = formats;

const refused = (what: string, todo: string): Trouble => ({
  what,
  lost: 'لم يتغير شيء هنا.',
  todo,
});

/** What had been taken in before it ended. */
const soFar = (added: number, none: string): string =>
  plural(added, {
    zero: none,
    one: 'أُضيف سطر جديد واحد وهو باقٍ.',
    two: 'أُضيف سطران جديدان وهما باقيان.',
    few: 'أُضيفت # سطور جديدة وهي باقية.',
    many: 'أُضيف # سطرًا جديدًا وهي باقية.',
    other: 'أُضيف # سطر جديد وهي باقية.',
  });

/** Carrying the record by hand: packed here, opened there. */
export const parcel = {
  size,

  cardPack: 'تجهيز طرد',
  open: 'فتح طرد',

  title: 'أخذ طرد معك',
  lead: (community: string) =>
    `الطرد ملف فيه ما قد لا يكون عند الآخرين بعد. لا يستطيع فتحه إلا أعضاء ${community}.`,
  whom: 'لمن هو؟',
  everybody: 'للجميع',
  member: 'لشخص واحد',
  sinceLast: 'الجديد بعد آخر طرد',
  everybodyText: 'كل ما على هذا الهاتف.',
  memberText: 'ما كان عند ذلك الشخص في آخر اتصال بينكما لا يدخل فيه، فيكون أصغر.',
  sinceLastText: 'الجديد بعد آخر طرد منك للجميع، لا غير.',
  memberLegend: 'من؟',
  pack: 'تجهيزه',
  packing: 'يجري التجهيز…',
  nothingNew: 'لا شيء لتجهيزه: كل ما هنا موجود هناك.',
  packed: 'طردك جاهز',
  packedText: (entries: number, bytes: number) =>
    `${plural(entries, {
      zero: 'لا سطور',
      one: 'سطر واحد',
      two: 'سطران',
      few: '# سطور',
      many: '# سطرًا',
      other: '# سطر',
    })} · ${size(bytes)}`,
  packedFor: (name: string) => `من أجل ${name}`,
  give: 'إرسال أو مشاركة',
  download: 'حفظه ملفًا',
  saved: 'الملف في التنزيلات. يمكنك إرساله بأي وسيلة.',
  shared: 'أُرسل.',
  notShared: 'لم يُرسل. ما زال يمكنك حفظه ملفًا.',
  again: 'تجهيز طرد آخر',
  fileName: (community: string, day: string) => `طرد-${community}-${day}`,

  show: 'عرضه رمزًا متحركًا',
  showText:
    'لهاتف بجانبك: يُفتح عليه Manyhands، ثم يُختار «فتح طرد»، ثم توجَّه الكاميرا إلى هذه الشاشة.',
  tooLargeToShow: (most: number) =>
    `هو أكبر من أن يُعرض رمزًا متحركًا، فأقصى ذلك ${size(most)}.`,
  moving: 'طرد على هيئة رمز متحرك، لهاتف آخر',
  part: (at: number, of: number) => `الجزء ${number(at)} من ${number(of)}`,
  stop: 'تثبيته',
  go: 'تحريكه',
  next: 'الجزء التالي',
  hide: 'إخفاؤه',
  twin: 'أو نصًّا يُلصق على الهاتف الآخر',

  openTitle: 'فتح طرد',
  openLead:
    'يُختار الملف، أو يُلصق ما أُرسل إليك. ويظهر لك ما فيه قبل أن يتغير أي شيء هنا.',
  choose: 'اختيار الملف',
  drop: 'أو إفلاته في أي مكان من هذه الصفحة',
  pasteLabel: 'الطرد نصًّا',
  pasteAct: 'فتح النص',
  pasteMissing: 'يُرجى لصق النص كله أولًا، من أول سطر إلى آخر سطر.',
  scan: 'قراءة رمز متحرك',
  scanLead: 'تُثبَّت الكاميرا أمامه إلى أن تصل كل الأجزاء.',
  scanning: 'أجزاء الرمز',
  reading: 'يجري الفتح…',
  weighing: 'يجري فحصه…',

  from: (name: string) => `طرد من ${name}`,
  fromYou: 'طرد منك',
  fromNew: 'طرد من شخص جديد هنا',
  forCommunity: (community: string) => `من أجل ${community}`,
  hours: (count: number) =>
    plural(count, {
      zero: 'لا ساعات جديدة',
      one: 'ساعة جديدة',
      two: 'ساعتان جديدتان',
      few: '# ساعات جديدة',
      many: '# ساعة جديدة',
      other: '# ساعة جديدة',
    }),
  answers: (count: number) =>
    plural(count, {
      zero: 'لا أجوبة جديدة',
      one: 'جواب جديد',
      two: 'جوابان جديدان',
      few: '# أجوبة جديدة',
      many: '# جوابًا جديدًا',
      other: '# جواب جديد',
    }),
  people: (count: number) =>
    plural(count, {
      zero: 'لا أحد جديد',
      one: 'شخص جديد',
      two: 'شخصان جديدان',
      few: '# أشخاص جدد',
      many: '# شخصًا جديدًا',
      other: '# شخص جديد',
    }),
  others: (count: number) =>
    plural(count, {
      zero: 'لا سطور جديدة أخرى',
      one: 'سطر جديد آخر',
      two: 'سطران جديدان آخران',
      few: '# سطور جديدة أخرى',
      many: '# سطرًا جديدًا آخر',
      other: '# سطر جديد آخر',
    }),
  notYet: 'لا يتغير شيء قبل إضافته.',
  take: 'إضافته هنا',
  leave: 'تركه',
  taking: 'تجري إضافته هنا…',
  nothingInIt: 'لا جديد فيه',
  nothingInItText: 'كل ما في هذا الطرد على هذا الهاتف بالفعل.',

  taken: 'أُضيف',
  takenText: (added: number) =>
    plural(added, {
      zero: 'لم يكن فيه جديد.',
      one: 'سطر جديد واحد هنا الآن.',
      two: 'سطران جديدان هنا الآن.',
      few: '# سطور جديدة هنا الآن.',
      many: '# سطرًا جديدًا هنا الآن.',
      other: '# سطر جديد هنا الآن.',
    }),
  stopped: 'توقّفت في المنتصف',
  stoppedText: (added: number) =>
    `${soFar(added, 'لم يكن قد أُضيف شيء بعد.')} يمكن إضافة الباقي بفتحه مرة أخرى.`,
  unproven: 'لم تمكن إضافة إلا جزء منه',
  unprovenText: (added: number) =>
    `${soFar(added, 'لم يُضف شيء.')} أما الباقي فليس كما جُهّز: غيّره أحد. يُرجى طلب طرد آخر.`,
  gap: 'جزء منه يحتاج إلى شيء ليس على هذا الهاتف. يُرجى طلب طرد فيه كل شيء.',
  home: 'عرض ساعاتك',
  another: 'فتح طرد آخر',

  refused: {
    damaged: refused(
      'غُيّر الطرد في الطريق، أو ينقصه جزء.',
      'يُرجى نسخه كله، أو طلبه مرة أخرى.',
    ),
    noParcel: refused(
      'هذا ليس طردًا.',
      'يُرجى اختيار الملف الذي جُهّز في Manyhands، أو لصق النص من أول سطر إلى آخر سطر.',
    ),
    newer: refused(
      'جُهّز هذا الطرد بإصدار أحدث.',
      'يُرجى تحديث Manyhands، ثم فتحه مرة أخرى.',
    ),
    tooLarge: refused(
      'هذا أكثر مما يسعه طرد واحد.',
      'يُرجى تجهيزه لشخص واحد: ما هو موجود عنده لا يدخل فيه.',
    ),
    foreign: refused(
      'لا يمكن فتح هذا الطرد هنا.',
      'هو لمجتمع ليس على هذا الهاتف، أو جُهّز في وقت آخر. يُرجى طلب طرد جديد.',
    ),
    stranger: refused(
      'لا أحد في المجتمع يعرف من جهّز هذا الطرد.',
      'يُرجى طلب طرد من عضو معروف لك.',
    ),
    switchedOff: refused(
      'جُهّز هذا الطرد على هاتف أوقفه صاحبه.',
      'يُرجى طلب طرد منه أو من عضو آخر، من هاتف مستعمل.',
    ),
    removed: refused(
      'قرّرنا معًا أن مَن جهّز هذا الطرد لم يعد منّا.',
      'يُرجى طلب طرد من عضو آخر.',
    ),
    notLetIn: refused(
      'لم يُفتح لك الباب بعد.',
      'يمكنك تجهيز الطرود حالما يفتح لك الباب أحد الجيران.',
    ),
    calledOff: refused('أوقفت ذلك بنفسك.', 'يمكنك البدء من جديد في أي وقت.'),
    diskFull: {
      what: 'لم تبق مساحة على هذا الجهاز.',
      lost: 'يمكنك رؤية ما في الطرد، لكنه غير محفوظ هنا بعد.',
      todo: 'يُرجى الاحتفاظ بالملف، وتفريغ بعض المساحة، ثم فتحه مرة أخرى.',
    },
    diskRefused: {
      what: 'لم يحفظ هذا الجهاز ما في الطرد.',
      lost: 'ما حُفظ من قبل سليم.',
      todo: 'يُرجى الاحتفاظ بالملف، وإغلاق Manyhands وفتحه، ثم فتح الطرد مرة أخرى.',
    },
  },
};
