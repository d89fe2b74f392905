import { size } from './size.ts';
import { inThree } from './trouble.ts';

/** Pictures of listings: chosen, made small, and looked at. */
export const picture = {
  label: 'صورة',
  hint: 'نحفظ نسخة صغيرة، بلا مكان ولا تاريخ.',
  choose: 'اختيار صورة',
  another: 'اختيار صورة أخرى',
  drop: 'أو إفلات صورة هنا.',
  dropNow: 'تُضاف عند الإفلات.',
  takeOut: 'إزالتها',
  takenOut: 'أُزيلت الصورة.',
  putBack: 'إعادتها',
  making: 'يجري تصغيرها…',
  /** What a screen reader says of the picture that was chosen. */
  chosen: 'الصورة التي اخترتها',
  isIn: 'أُضيفت الصورة.',
  stopped: 'توقّف ذلك. لم تُضف صورة.',
  noRoom: 'لا تترك كلماتك مكانًا للصورة. يُرجى اختصارها قليلًا.',

  fileTooLarge: inThree(
    'هذا الملف أكبر من أن يكون صورة.',
    'يُرجى اختيار ملف آخر. صورة من هاتفك مناسبة.',
  ),
  notAPicture: inThree(
    'لا يمكن عرض هذا الملف صورةً هنا.',
    'يُرجى اختيار ملف آخر، أو التقاط صورة جديدة.',
  ),

  fetching: 'يجري تنزيل الصورة كاملة…',
  costs: (bytes: number) =>
    `حجم الصورة الكاملة حتى ${size(bytes)}. وقد يكون للاتصال ثمن، فلم تُنزَّل.`,
  fetch: 'تنزيلها الآن',
  nobodyThere: (name: string) =>
    `هذه هي الصورة الصغيرة. تصل الكاملة حين يكون بينك وبين ${name} اتصال، أو مع أي شخص رآها.`,
  nobodyThereMine:
    'هذه هي الصورة الصغيرة. تصل الكاملة حين يكون هناك اتصال مع الهاتف الذي التُقطت به، أو مع أي شخص رآها.',
  again: 'إعادة المحاولة',
  cannotShow: 'هنا صورة لا يمكن عرضها.',
};
