import { formats } from './hours.ts';

const { number } = formats;

/** What somebody says they could do, by kind of help. */
const strength = {
  care: 'الاعتناء بشخص',
  children: 'رعاية الأطفال',
  company: 'مؤانسة شخص',
  lift: 'توصيل شخص',
  garden: 'العمل في الحديقة',
  food: 'الطبخ للآخرين',
  home: 'المساعدة في البيت',
  repair: 'إصلاح الأشياء',
  learning: 'الشرح والتعليم',
  forms: 'المساعدة في الاستمارات والدوائر',
  together: 'عمل من أجلنا جميعًا',
  other: 'شيء آخر',
  safety: 'الانتباه إلى شوارعنا',
  civic: 'رفع صوت الحي',
  language: 'الترجمة، أو ممارسة لغة',
  arts: 'الموسيقى والرسم والأشغال اليدوية',
  body: 'المشي والرياضة وقص الشعر',
  errands: 'التسوّق وقضاء المشاوير',
  digital: 'المساعدة في الهاتف أو الحاسوب',
  pets: 'تنزيه كلب، إطعام قطة',
};

/** What would help somebody, by kind of help. */
const wish = {
  care: 'عون في الرعاية',
  children: 'من يعتني بالأطفال',
  company: 'بعض الصحبة',
  lift: 'توصيلة بين حين وآخر',
  garden: 'عون في الحديقة',
  food: 'وجبة مطبوخة',
  home: 'عون في البيت',
  repair: 'إصلاح شيء',
  learning: 'من يعلّمني',
  forms: 'عون في الاستمارات والدوائر',
  together: 'عمل شيء مع الآخرين',
  other: 'شيء آخر',
  safety: 'من يرافقني إلى البيت',
  civic: 'من يأتي إلى اجتماع',
  language: 'لغة أو ترجمة',
  arts: 'موسيقى ورسم وأشغال يدوية',
  body: 'مشي أو رياضة أو قص شعر',
  errands: 'شيء من السوق',
  digital: 'عون في هاتفي أو حاسوبي',
  pets: 'من يعتني بحيواني',
};

/** Joining asks by taps: first what somebody can do, then what would help them. */
export const joining = {
  strength,
  wish,
  /** What this is, in two sentences. */
  what: 'هنا يساعد الجيران بعضهم بعضًا ويحسبون ذلك بالساعات: الساعة ساعة، أيًّا كانت المساعدة.',
  whatKept: 'لا مال في ذلك ولا شركة: الساعات محفوظة على هواتف الأعضاء أنفسهم.',
  agreementLater: 'لا وعد منك بعد. يظهر لك بعدها ما اتفق عليه الأعضاء، وهناك يكون جوابك.',
  agreementOf: (community: string) => `ما اتفق عليه أعضاء ${community}`,
  agreementByJoining: (community: string) =>
    `بهذه الكلمات بدأ أعضاء ${community}. والانضمام موافقة عليها. وإن تغيّرت منذ ذلك، يظهر لك هذا في «اليوم».`,
  agreementAsked: (community: string) =>
    `يظهر هنا ما اتفق عليه أعضاء ${community} حين يجيب أحد هواتفهم. وإن لم يجب أي هاتف، يظهر لك بعد الدخول، وهناك يكون جوابك.`,
  agreementCame: (community: string) => `وصل ما اتفق عليه أعضاء ${community}.`,
  agreementRead: 'قراءته أولًا',
  step: (at: number, of: number) => `الخطوة ${number(at)} من ${number(of)}`,
  next: 'متابعة',
  canDoTitle: (name: string) => `${name}، ماذا يمكنك تقديمه لأحد الجيران؟`,
  canDoLead: 'عند كل إنسان شيء. يكفي لمس ما يسرّك.',
  canGroups: {
    everyday: 'كل يوم',
    core: 'الوقوف إلى جانب الآخرين',
    more: 'مدّ يد العون',
  },
  wishGroups: { everyday: 'كل يوم', core: 'شخص إلى جانبي', more: 'يد عون' },
  ownKinds: 'أنواعنا الخاصة',
  findOut: 'لا أعرف بعد',
  findOutHint: 'لا يخطر شيء على بالك؟ لا بأس. يمكنك تغيير ذلك في أي وقت.',
  wishTitle: 'وما الذي ينفعك؟',
  wishLead:
    'حين تأتي منك طلبات يستطيع غيرك المساعدة. يكفي لمس ما يسرّك، ويمكن ترك ذلك إلى وقت لاحق.',
};

export const agreed = {
  act: 'موافقة على هذا',
  on: (day: string) => `كانت موافقتك على هذه الكلمات في ${day}.`,
  changed: 'اتفاقنا ليس ما وافقت عليه',
  changedSince: (day: string) => `تغيّرت هذه الكلمات منذ موافقتك في ${day}.`,
};
