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
  safety: 'شوارع أكثر أمانًا',
  civic: 'صوت مسموع في الحي',
  language: 'لغة أو ترجمة',
  arts: 'موسيقى ورسم وأشغال يدوية',
  body: 'مشي أو رياضة أو قص شعر',
};

/** Joining asks by taps: first what somebody can do, then what would help them. */
export const joining = {
  strength,
  wish,
  step: (at: number, of: number) => `الخطوة ${number(at)} من ${number(of)}`,
  next: 'متابعة',
  canDoTitle: (name: string) => `${name}، ماذا يمكنك تقديمه لأحد الجيران؟`,
  canDoLead: 'عند كل إنسان شيء. يكفي لمس ما يسرّك.',
  canGroups: { core: 'الوقوف إلى جانب الآخرين', more: 'مدّ يد العون' },
  wishGroups: { core: 'شخص إلى جانبي', more: 'يد عون' },
  ownKinds: 'أنواعنا الخاصة',
  findOut: 'لا أعرف بعد',
  findOutHint: 'لا يخطر شيء على بالك؟ لا بأس. يمكنك تغيير ذلك في أي وقت.',
  wishTitle: 'وما الذي ينفعك؟',
  wishLead:
    'حين تأتي منك طلبات يستطيع غيرك المساعدة. يكفي لمس ما يسرّك، ويمكن ترك ذلك إلى وقت لاحق.',
};
