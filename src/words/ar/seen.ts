/** My year, my ties and the community's cloth on one sheet. */
export const seen = {
  title: 'كل شيء بالصور',
  text: 'سنتك وصِلاتك وما فعلناه جميعًا، بالصور وبالكلمات. ويمكن طباعتها.',
  open: 'عرض ذلك كله معًا',
  print: 'طباعة',
  /** At the head of the paper. */
  of: (name: string, community: string) => `${name} في ${community}`,
  on: (day: string) => `كما كانت في ${day}`,
  year: 'سنتي',
  ties: 'صِلاتي',
  cloth: 'نسيجنا',
  empty: 'لا شيء لعرضه بعد',
  emptyText: 'أول ساعة يقول عنها شخصان «نعم» تصنع أول غرزة.',
  counted: (members: string, exchanges: string, hours: string) =>
    `${members}، ${exchanges}، ${hours}.`,
  /** Read aloud when there is nothing of one's own. */
  noTies: 'لا أحد بعد. كل تبادل يصل بين شخصين.',
};
