import { formats } from './hours.ts';

const { number } = formats;

const strength = {
  care: 'الاعتناء بشخص',
  children: 'رعاية الأطفال',
  company: 'مؤانسة أحد',
  lift: 'التوصيل بالسيارة',
  garden: 'البستنة',
  food: 'الطبخ للآخرين',
  home: 'المساعدة في البيت',
  repair: 'إصلاح الأشياء',
  learning: 'الشرح والتعليم',
  forms: 'المساعدة في المعاملات',
  together: 'العمل من أجلنا جميعًا',
  other: 'شيء آخر',
  safety: 'الانتباه إلى شوارعنا',
  civic: 'رفع صوت الحي',
  language: 'الترجمة أو ممارسة لغة',
  arts: 'الموسيقى والرسم والأشغال',
  body: 'المشي والرياضة وقص الشعر',
};

const wish = {
  care: 'عون في الرعاية',
  children: 'من يعتني بالأطفال',
  company: 'بعض المؤانسة',
  lift: 'توصيلة بين حين وآخر',
  garden: 'عون في البستان',
  food: 'وجبة مطبوخة',
  home: 'عون في البيت',
  repair: 'إصلاح شيء',
  learning: 'من يعلّمني',
  forms: 'مساعدة في المعاملات',
  together: 'عمل شيء مع الآخرين',
  other: 'شيء آخر',
  safety: 'شوارع أكثر أمانًا',
  civic: 'صوت مسموع في الحي',
  language: 'لغة أو ترجمة',
  arts: 'موسيقى ورسم وأشغال يدوية',
  body: 'مشي أو رياضة أو قص شعر',
};

export const joining = {
  strength,
  wish,
  step: (at: number, of: number) => `الخطوة ${number(at)} من ${number(of)}`,
  next: 'متابعة',
  canDoTitle: (name: string) => `${name}، ماذا يمكنك أن تقدّم لجيرانك؟`,
  canDoLead: 'عند كل إنسان شيء. المس ما تحب أن تفعله.',
  canGroups: { core: 'أن تكون إلى جانب الآخرين', more: 'مدّ يد العون' },
  wishGroups: { core: 'أحدٌ إلى جانبي', more: 'يد عون' },
  ownKinds: 'كما نسمّيه هنا',
  findOut: 'سأكتشف ذلك معكم',
  findOutHint: 'لا يخطر شيء ببالك؟ سيأتي. يمكنك تغيير ذلك في أي وقت.',
  wishTitle: 'وماذا يسرّك أن تجد؟',
  wishLead: 'من يطلب يتيح لغيره أن ينفع. المس ما تريد، أو اتركه لوقت لاحق.',
};
