/** What kind of help it was: coarse on purpose, and always optional. */
export const category = {
  care: 'الرعاية',
  children: 'الأطفال',
  company: 'الصحبة',
  lift: 'توصيلة',
  garden: 'الحديقة',
  food: 'الطعام',
  home: 'في البيت',
  repair: 'الإصلاح',
  learning: 'التعلّم',
  forms: 'المعاملات والهاتف',
  together: 'لنا جميعًا',
  other: 'شيء آخر',
};
