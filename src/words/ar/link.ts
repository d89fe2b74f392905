/** A message link: one card, opened by one tap. */
export const link = {
  opening: 'يجري فتح الرسالة…',
  title: 'رسالة عن ساعة',
  toHome: 'إلى البداية',

  notALink: 'لا يبدو هذا من روابطنا.',
  pasteTitle: 'لصق رابط',
  pasteLead: 'يُرجى نسخ الدعوة أو الرسالة كلها، ثم لصقها هنا.',
  pasteLabel: 'الرابط',
  pasteOpen: 'فتح',
  pasteMissing: 'يُرجى لصق الرابط أولًا.',
  pasteByHand:
    'لا يسمح هذا المتصفح بذلك. يمكنك الضغط المطوّل على الحقل أعلاه، ثم اختيار «لصق».',
  copyTitle: 'نسخ من أجل التطبيق',
  copyText: 'يُنسخ الرابط هنا، ثم يُفتح التطبيق من الشاشة الرئيسية، ثم يُختار فيه «لصق».',
};
