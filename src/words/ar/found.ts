import { duration } from './hours.ts';
import { plainUnits } from '../units.ts';

/** Starting a community. */
export const found = {
  title: 'بدء مجتمع',
  name: 'ما اسمه؟',
  nameHint: 'الشارع، الحي، النادي…',
  yourName: 'وما اسمك؟',
  yourNameHint: 'كما يعرفك الجيران.',
  unit: 'ما اسم الساعة في هذا المجتمع؟',
  unitHint: 'الأغلب يقول «ساعة». وهناك من يقول «يد» أو «بلوطة».',
  unitDefault: plainUnits.ar,
  more: 'اسم الساعة، والحد، والاتفاق',
  limit: 'كم ساعة يمكن أن يتلقى المرء أكثر مما قدّم؟',
  limitHint: 'بعد ذلك يظهر تذكير أمام من يُسأل. وهو لا يمنع أحدًا.',
  limitChoice: (minutes: number) => duration(minutes),
  agreement: 'اتفاقنا في كلمات قليلة',
  agreementHint: 'يستطيع كل الأعضاء قراءته. ويمكن تركه فارغًا.',
  agreementDefault:
    'الساعة ساعة، أيًّا كانت المساعدة. ولا يلزم أحدًا أن يشرح لماذا قال «لا».',
  fixed: 'يبقى الاسم كما هو. ويمكن لأعضاء المجتمع معًا تغيير الاتفاق لاحقًا.',
  canDoLead: 'يمكنك لمس ما يسرّك، أو تركه لوقت لاحق. وبلمسة واحدة يصير بطاقة.',
  act: 'بدء المجتمع',
  working: 'يجري إنشاء مجتمعك…',
  nameMissing: 'يُرجى إعطاؤه اسمًا.',
  yourNameMissing: 'يُرجى كتابة اسمك.',
};
