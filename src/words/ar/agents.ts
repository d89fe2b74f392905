import { duration, formats } from './hours.ts';

const { number, plural } = formats;

export const agents = {
  title: 'جيران بلا هاتف',
  detail: 'من يكتب عن من.',
  lead: 'من ليس عنده هاتف يمكنه أيضًا أن يعطي ساعات ويطلبها: يكتب عنه أحد الجيران هنا. وتبقى معه ورقة تُظهر أن الساعات له.',
  youWriteFor: 'الكتابة عن هؤلاء لك',
  others: 'بلا هاتف أيضًا',
  nobodyElse: 'لا أحد غيرهم هنا بلا هاتف.',
  writes: (by: string, of: string) => `الكتابة عن ${of}: ${by}`,
  nobodyWrites: 'لا أحد يكتب عنه الآن',
  writesForYou: 'هؤلاء يكتبون عنك',
  endIt: (by: string) => `إنهاء الكتابة عني: ${by}`,
  add: 'إضافة جار بلا هاتف',
  take: 'الكتابة عن أحد بورقته',
  waits: (count: number) =>
    plural(count, {
      one: 'شيء واحد ينتظر',
      two: 'شيئان ينتظران',
      few: '# أشياء تنتظر',
      many: '# شيئًا ينتظر',
      other: '# شيء ينتظر',
    }),
  nothingWaits: 'لا شيء ينتظر',

  newLead: 'اجلسا معًا: يكفي دقيقتان.',
  name: 'ما اسم الجار؟',
  nameHint: 'كما يعرفه الناس هنا.',
  can: 'ماذا يجيد؟',
  canHint: 'يُسأل عن ذلك ثم يُختار ما يناسب. ولا بأس بلا اختيار.',
  youWrite: (name: string) => `الكتابة عن ${name} لك. ويرى الجميع متى كانت منك.`,
  spare: (names: string, needed: number, of: number) =>
    needed === of
      ? `إن ضاعت الورقة: ${names} معًا يقولون من هو.`
      : `إن ضاعت الورقة: يكفي اثنان من ${names} ليقولا من هو.`,
  noSpare: 'الناس هنا ما زالوا قليلين لحفظ مفتاح احتياطي. لذلك يجب ألّا تضيع الورقة.',
  toPage: 'متابعة إلى الورقة',
  takesMore: 'لا يكفي واحد هنا لإدخال أحد',
  takesMoreText: 'في هذا المجتمع يلزم أكثر من واحد. لم يتغير شيء.',
  paperLead: (name: string) =>
    `تُطبع هذه الورقة وتُعطى إلى ${name}. من كانت معه يمكنه أن يقول إن هذه الساعات له.`,
  printed: 'طُبعت: ليدخل',
  copied: 'نُسخت الكلمات باليد: ليدخل',
  keepPaper: 'تُحفظ الورقة ويُحاول مرة أخرى.',
  messageTo: (name: string) => `رسالة إلى ${name}`,
  sum: (name: string, minutes: number) =>
    minutes === 0
      ? `${name}: لا شيء للعطاء أو الطلب بعد`
      : minutes > 0
        ? `${name}: يمكن طلب ${duration(minutes)}`
        : `${name}: بقي للردّ ${duration(minutes)}`,
  kitDo: 'حين يصير عندك هاتف',
  kitHead: 'ساعاتي لي',

  ofThem: (name: string) => `ساعات ${name}`,
  strip: (name: string) => `الكتابة الآن عن ${name}.`,
  toMine: 'العودة إلى ما يخصني',
  record: 'تسجيل مساعدة',
  post: 'تعليق بطاقة',
  cards: 'بطاقاته',
  profile: 'ما يظهر عنه',
  allHours: 'كل ساعاته',
  beside: (name: string) => `يُسأل ${name} قبل قول نعم، ولا يُكتب إلا ما تعرفانه معًا.`,
  noMore: 'الكتابة عنه لم تعد لك',
  noMoreText: 'صارت لغيرك، أو صار يكتب بنفسه. وكل ساعاته باقية.',
  waitsTitle: (name: string) => `شيء ينتظر ${name}`,
  waitsAct: (name: string) => `الكتابة عن ${name}`,

  takeTitle: 'الكتابة عن أحد',
  takeLead: 'ورقته تُظهر أنه يريد ذلك. يُمسح رمزها أو تُكتب كلماتها الاثنتا عشرة.',
  takeAct: 'لمن هذه الورقة؟',
  takeWrong: 'هذه ليست ورقة أحد هنا، أو حلّت محلها ورقة أحدث.',
  takeHasPhone: 'هذا الجار عنده هاتف، ويمكنه أن يقول عليه من يكتب عنه.',
  takeWhose: (name: string) => `هذه ورقة ${name}`,
  takeNow: (by: string, of: string) => `الكتابة عن ${of} الآن: ${by}.`,
  instead: 'من الآن لي وحدي',
  besides: 'لي أيضًا',
  takeYes: (name: string) => `الكتابة عن ${name}`,
  lostFold: 'ضاعت الورقة',
  lostLead:
    'تُطبع معه ورقة جديدة. من يحفظون مفتاحًا احتياطيًا يقولون من هو، فتُحسب الجديدة ولا تفتح الضائعة شيئًا.',
  lostWhose: 'ورقة من ضاعت؟',
  lostPaper: (name: string) => `تُطبع هذه الورقة الجديدة وتُعطى إلى ${name}.`,
  lostPrinted: 'طُبعت',
  lostNobody: (name: string) =>
    `لا أحد يحفظ مفتاحًا احتياطيًا عن ${name}. وبلا الورقة لا يمكن لأحد أن يكتب عنه.`,
  lostShow: (names: string) => `يُعرض هذا على ${names}. وكل واحد يقول نعم على هاتفه.`,
  lostDigits: 'ويرون الأرقام نفسها:',
  lostCode: 'رمز لمن يحفظون مفتاحًا احتياطيًا',
  lostMessage: (name: string, link: string) =>
    `ضاعت ورقة ${name} وصارت له ورقة جديدة. عندك مفتاح احتياطي: يُرجى فتح هذا والقول هل هو ${name}. ${link}`,
  lostSoFar: (yes: number, needed: number) =>
    `قال نعم ${number(yes)} من ${number(needed)}`,
  lostWait: 'يمكن إغلاق هذا. تُمسح الورقة الجديدة هنا بعد أن يقولوا نعم.',

  recordedBy: (by: string, of: string) => `كُتب بيد ${by} عن ${of}`,
  answeredBy: (by: string, of: string) => `الجواب من ${by} عن ${of}`,
  noPhone: (name: string) => `${name} بلا هاتف.`,
  answersFor: (by: string, of: string) => `الجواب عن ${of}: ${by}`,
  noWords: (name: string, by: string) =>
    `${name} بلا هاتف، فلا كلمات تُرسل. الكلام وجهًا لوجه، أو سؤال ${by}.`,
  noWordsNobody: (name: string) => `${name} بلا هاتف، فلا كلمات تُرسل. الكلام وجهًا لوجه.`,
};
