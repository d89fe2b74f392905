/** سنتي وروابطي ونسيج الجماعة على ورقة واحدة. */
export const seen = {
  title: 'لوحة الجميع',
  text: 'سنتك وروابطك وما نسجه الجميع، بالصور وبالكلمات. ويمكن طباعتها.',
  open: 'عرض اللوحة كاملة',
  print: 'طباعة',
  of: (name: string, community: string) => `${name} في ${community}`,
  on: (day: string) => `كما كانت في ${day}`,
  year: 'سنتي',
  ties: 'روابطي',
  cloth: 'نسيجنا',
  empty: 'لا شيء هنا بعد',
  emptyText: 'أول ساعة يوافق عليها شخصان هي أول غرزة.',
  counted: (members: string, exchanges: string, hours: string) =>
    `${members}، ${exchanges}، ${hours}.`,
  noTies: 'لا أحد بعد. كل تبادل يربط بين شخصين.',
};
