import { languageNames } from '../languageName.ts';

/** What somebody shows of themself, and to whom. */
export const profile = {
  title: 'ما يراه الآخرون عنك',
  lead: 'المقدار قرارك. يمكنك تغيير كل شيء أو إفراغه. وما كان من قبل يُمحى.',
  open: 'تغيير ما يراه الآخرون',
  saved: 'حُفظ. يراه الآخرون حين يكون بينكم اتصال.',
  unsaved: 'لم يُحفظ بعد.',

  aboutYou: 'أنت',
  name: 'اسمك',
  markHint: 'يرسم التطبيق زرّك، ويبقى كما هو دائمًا.',
  portrait: 'صورة في زرّك',
  portraitHint:
    'إن أردت فقط. يراها كل الأعضاء صغيرة. وإذا أزلتها هنا زالت من هواتفهم أيضًا.',
  portraitChoose: 'إضافة صورة',
  portraitAnother: 'اختيار صورة أخرى',
  portraitRemove: 'إزالة صورتي',
  portraitIn: 'صورتك الآن في زرّك.',
  portraitOut: 'أُزيلت صورتك.',
  about: 'نبذة عنك',
  aboutHint: 'ما يسرّك، في سطر أو سطرين. يستطيع كل الأعضاء قراءته.',
  area: 'مكان سكنك تقريبًا',
  areaHint: 'كما يقول الناس هنا. ينفع حين يكون لشخصين الاسم نفسه.',
  areaTaken: 'ما يكتبه آخرون هنا',
  languages: 'اللغات التي عندك',
  languagesHint: 'يكفي لمس لغاتك، أو البحث عن غيرها.',
  languageFind: 'لغة أخرى',
  languageMore: 'اختيار لغة',
  languageName: languageNames('ar'),
  canDo: 'ما يمكنك تقديمه لغيرك',
  canDoHint: 'يراه الأعضاء بجانب اسمك.',
  wishes: 'ما ينفعك',
  wishesHint: 'بذلك يجدك من يستطيعه من الجيران.',

  guarded: 'متى وأين وكيف',
  guardedLead:
    'هذا لمن بينك وبينهم ساعات أو خطط أو أغراض. لا يستطيع غيرهم قراءته، إلا إن سمحت بذلك أدناه.',
  freeAsk: 'متى لديك وقت',
  itDepends: 'حسب الظروف',
  access: 'ما يسهّل عليك المشاركة',
  accessHint: 'منحدر، خط كبير، كلام متمهّل، مكان للجلوس.',
  contact: 'كيف وأين يمكن الوصول إليك',
  contactHint: 'رقم هاتف، أي جرس يُقرع، أي وقت أفضل.',
  forAll: {
    free: 'يستطيع كل الأعضاء رؤية متى لديّ وقت',
    access: 'يستطيع كل الأعضاء قراءة ما يسهّل مشاركتي',
    contact: 'يستطيع كل الأعضاء قراءة كيف يمكن الوصول إليّ',
  },
  everybody: 'يستطيع كل من هنا قراءته.',
  onlyPartners: 'لا يستطيع قراءته إلا من بينك وبينهم ساعات أو خطط أو أغراض.',

  reading: 'يجري فتح ما ذكرته…',

  // On somebody's page.
  canHelp: 'مجالات المساعدة',
  wouldLike: 'ما يلقى ترحيبًا',
  onBoard: 'على اللوحة',
  speaks: (languages: string) => `اللغات: ${languages}`,
  findingOut: (name: string) =>
    `ما يمكن أن يأتي من ${name} ما زال قيد الاكتشاف. يمكنك السؤال عمّا يسرّ ${name}.`,
  youFindingOut: 'لم يأت منك بعد ذكر ما يمكنك تقديمه. عند كل إنسان شيء.',
  free: 'الوقت المتاح',
  needs: 'يحسن العلم به',
  reach: 'للتواصل',
  forPartners: (name: string) =>
    `لا يظهر هذا من ${name} إلا حيث توجد ساعات أو خطط أو أغراض مشتركة.`,
  yoursForPartners: 'لا يستطيع قراءة هذا إلا من بينك وبينهم ساعات أو خطط أو أغراض.',
};
