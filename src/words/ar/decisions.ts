import { duration, formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { list, number, plural } = formats;

/** Questions to all, what was decided, and what is so since then. */
export const decisions = {
  title: 'ما نقرره',
  lead: 'من له رأي يمكنه أن يسأل الجميع. ويسري الأمر متى وافق ما يكفي من الناس، وما داموا موافقين.',
  row: (open: number) =>
    plural(open, {
      zero: 'ما يسري، ومنذ متى',
      one: 'سؤال واحد مفتوح',
      two: 'سؤالان مفتوحان',
      few: '# أسئلة مفتوحة',
      many: '# سؤالًا مفتوحًا',
      other: '# سؤال مفتوح',
    }),
  ask: 'سؤال الجميع',
  open: 'المفتوحة',
  openNone: 'لا شيء مفتوح',
  openNoneText: 'حين يسأل أحد الجميع يظهر سؤاله هنا.',
  holds: 'ما يسري',
  holdsNone: 'لم يُقرَّر شيء بعد. كل شيء كما في اتفاقنا.',
  earlier: 'من قبل',
  showAll: (count: number) => `عرض الكل (${number(count)})`,

  asks: {
    limit: (minutes: number) =>
      `هل يمكن لكل منا تلقّي ${duration(minutes)} أكثر مما قدّم قبل أن يُذكَّر؟`,
    unit: (unit: string) => `هل نسمّي الساعة «${unit}»؟`,
    unitPlain: 'هل نسمّي الساعة ساعة فقط؟',
    words: 'هل نضع في اتفاقنا كلمات جديدة؟',
    circle: (names: readonly string[]) => `هل تكون حلقتنا من ${list(names)}؟`,
    resting: (names: readonly string[]) => `هل نقرر من دون انتظار ${list(names)}؟`,
    restingNone: 'هل ننتظر الجميع من جديد حين نقرر؟',
    kindsOpen: 'هل يمكن للجميع تسمية أنواع جديدة من المساعدة؟',
    kindsClosed: 'هل نتوقف الآن عن تسمية أنواع جديدة من المساعدة؟',
    kinds: (names: readonly string[]) =>
      `هل تكون هذه أنواع المساعدة الخاصة بنا: ${list(names)}؟`,
    pot: (name: string) => `هل يكون «${name}» صندوق ساعاتنا؟`,
    opening: (name: string) => `هل تُنقل الساعات السابقة عبر «${name}»؟`,
    accountLimit: (name: string, minutes: number) =>
      `هل يمكن أن يتلقّى «${name}» ${duration(minutes)} أكثر مما قدّم؟`,
    signers: (name: string) => `هل نحسم من يوقّع عن «${name}»؟`,
    roomDays: (days: number) =>
      plural(days, {
        one: 'هل تُحفظ كلمات الغرف يومًا واحدًا؟',
        two: 'هل تُحفظ كلمات الغرف يومين؟',
        few: 'هل تُحفظ كلمات الغرف # أيام؟',
        many: 'هل تُحفظ كلمات الغرف # يومًا؟',
        other: 'هل تُحفظ كلمات الغرف # يوم؟',
      }),
    licence: 'هل نغيّر من يمكنه استعمال تقريرنا السنوي؟',
    firstHours: (minutes: number) =>
      `هل يحصل كل من ينضم على ${duration(minutes)} من الصندوق؟`,
    firstHoursNone: 'هل ينضم الجدد من دون ساعات من الصندوق؟',
    relays: 'هل تلتقي هواتفنا في أماكن أخرى؟',
    ice: 'هل تستعين هواتفنا بوسائل اتصال أخرى؟',
    amongUs: (name: string) => `هل تعود مشاركة ${name} بيننا كما كانت؟`,
    paused: (name: string) => `هل تُوقف مشاركة ${name} مؤقتًا؟`,
    removed: (name: string) => `هل تنتهي عضوية ${name} في مجتمعنا؟`,
    linesStand: (count: number) =>
      plural(count, {
        one: 'هل تُحتسب ساعة واحدة فيها شك؟',
        two: 'هل تُحتسب ساعتان فيهما شك؟',
        few: 'هل تُحتسب # ساعات فيها شك؟',
        many: 'هل تُحتسب # ساعة فيها شك؟',
        other: 'هل تُحتسب # ساعة فيها شك؟',
      }),
    linesFall: (count: number) =>
      plural(count, {
        one: 'هل تُلغى ساعة واحدة فيها شك؟',
        two: 'هل تُلغى ساعتان فيهما شك؟',
        few: 'هل تُلغى # ساعات فيها شك؟',
        many: 'هل تُلغى # ساعة فيها شك؟',
        other: 'هل تُلغى # ساعة فيها شك؟',
      }),
  },
  now: 'الآن',
  then: 'بعد ذلك',
  before: 'قبل ذلك',
  since: 'منذ ذلك الحين',
  behind: (minutes: number) => `حتى ${duration(minutes)} أكثر مما قُدِّم`,
  plainHour: 'ساعة',
  noWords: 'لم يُكتب شيء.',
  nobody: 'لا أحد',
  noCircle: 'لا توجد حلقة.',
  circleIs: (names: readonly string[], threshold: number) =>
    `${list(names)}: يلزم اتفاق ${number(threshold)} منهم`,
  everyoneNames: 'يمكن للجميع تسمية أنواع جديدة.',
  nobodyNames: 'لا أحد يسمّي أنواعًا جديدة.',
  standing: { amongUs: 'بيننا', paused: 'متوقفة مؤقتًا', removed: 'منتهية' },
  days: (days: number) =>
    plural(days, {
      one: 'يوم واحد',
      two: 'يومان',
      few: '# أيام',
      many: '# يومًا',
      other: '# يوم',
    }),
  noneYet: 'لم يُحدَّد شيء.',

  asked: (name: string, day: string) => `السؤال من ${name}، ${day}`,
  askedByYou: (day: string) => `السؤال منك، ${day}`,
  count: (yes: number, of: number, needed: number) =>
    `نعم: ${number(yes)} من ${number(of)}؛ يلزم ${number(needed)}`,
  noes: (no: number) => `لا: ${number(no)}`,
  yourYes: 'قلت نعم',
  yourNo: 'قلت لا',
  notYet: 'تنقص كلمتك',
  yes: 'نعم',
  no: 'لا',
  change: 'يمكنك تغيير كلمتك في أي وقت.',
  yesElsewhere: 'قلت نعم على هاتف آخر لك. لا يمكن سحبها إلا من هناك.',
  noSay:
    'يمكنك قراءة كل هذا. ولقول نعم أو لا يلزم أن يكون لك رأي: يمنحه لك من يعرفك من الجيران، على صفحتك.',
  holdsSince: (day: string) => `يسري منذ: ${day}`,
  holdsFromBefore: 'كان ساريًا حين وصل هذا الهاتف',
  actsFrom: (day: string) => `يعمل به هذا الهاتف ابتداءً من: ${day}، ليبقى وقت لقول لا.`,
  notTaken: 'لم يوافق ما يكفي حتى الآن.',
  wentQuiet: 'سُئل منذ وقت طويل. وما زال الجواب ممكنًا.',
  replaced: 'يسري الآن شيء آخر.',
  seeInstead: 'عرض ما يسري الآن',
  replaces: 'يحل هذا محل:',
  replacedThese: 'حل هذا محل:',
  who: 'من يقول ماذا',
  whoYes: 'نعم',
  whoNo: 'لا',
  whoHint: 'يمكن للجميع رؤية هذه الكلمات دائمًا.',
  wordsTitle: 'ما يقوله الناس عنه',
  wordsNone: 'لم يكتب أحد شيئًا.',
  wordsYours: 'كلماتك عنه',
  wordsHint: 'يمكن للجميع قراءتها. ويمكنك محوها في أي وقت.',
  wordsSave: 'حفظ',
  wordsSaved: 'حُفظت.',
  gone: 'هذا الهاتف لا يعرف هذا السؤال بعد',
  goneText: 'يُرجى البقاء على الشبكة لحظة ثم النظر مرة أخرى.',

  askTitle: 'سؤال الجميع',
  askWhat: 'عمّ السؤال؟',
  askNoSay: 'يلزم أن يكون لك رأي لسؤال الجميع',
  askNoSayText: 'يمنحه لك من يعرفك من الجيران: على صفحتك زر «أعرف…».',
  topics: {
    limit: 'كم يمكن تلقّيه أكثر مما قُدِّم',
    unit: 'ما نسمّي به الساعة',
    words: 'كلمات اتفاقنا',
    kinds: 'من يسمّي أنواع المساعدة',
    circle: 'الحلقة التي تحفظ السلام',
    resting: 'من يستريح',
    pot: 'أي صندوق هو صندوقنا',
    hours: 'الساعات الأولى من الصندوق',
    pause: 'إيقاف مشاركة شخص مؤقتًا',
    leave: 'إنهاء عضوية شخص',
    back: 'العودة بيننا',
  },
  topicsText: {
    limit: 'عندها يظهر تذكير. ولا يُمنع أحد أبدًا.',
    unit: 'كلمة خاصة بنا، مثل بلوطة.',
    words: 'ما يعد به بعضنا بعضًا.',
    kinds: 'الجميع، أو لا أحد الآن.',
    circle: 'قلّة يمكنهم إيقاف مشاركة شخص 14 يومًا وتغطية بطاقة.',
    resting: 'لمن في المستشفى أو بعيدًا: نقرر من دون انتظار.',
    pot: 'حيث تُعطى الساعات لمن يحتاج إليها.',
    hours: 'ترحيب بكل من ينضم.',
    leave: 'حين لا ينفع شيء آخر. يلزم ذكر الأسباب، ويمر أسبوع.',
  },
  hoursBehind: 'كم ساعة؟',
  hoursHint: 'من 0 إلى 1600 ساعة.',
  hoursWrong: 'يُرجى كتابة عدد من الساعات، مثل 10.',
  unitLabel: 'الكلمة التي تعني ساعة',
  unitHint: 'إن تُركت فارغة قيل ساعة فقط.',
  wordsLabel: 'كلمات اتفاقنا',
  circleLabel: 'من فيها؟',
  leaveOut: (name: string) => `استبعاد ${name}`,
  circleMany: 'كم شخصًا منهم يلزم؟',
  circleWrong: 'يُرجى اختيار شخصين على الأقل، وليس أقل مما يلزم.',
  restingLabel: 'من يستريح؟',
  kindsLabel: 'من يمكنه تسمية أنواع جديدة من المساعدة؟',
  kindsAll: 'الجميع',
  kindsNone: 'لا أحد الآن',
  potLabel: 'أيّها؟',
  firstLabel: 'كم ساعة؟',
  firstHint: 'من 0 إلى 10 ساعات.',
  pauseText: (name: string) =>
    `ما دامت مشاركة ${name} متوقفة لا تظهر البطاقات إلا لصاحبها، ولا يُرتَّب معه شيء جديد. وتبقى الساعات والكلمات والرأي.`,
  backText: (name: string) => `تظهر بطاقات ${name} للجميع من جديد.`,
  what: 'لأي غرض؟',
  whatHint: 'يمكن للجميع قراءته. تكفي جملة أو جملتان.',
  why: 'لماذا؟',
  send: 'سؤال الجميع',
  sendPause: 'طلب ذلك',
  quietly: 'لا ترى هذا إلا الحلقة ومن يقول فيه كلمة، إلى أن يقول اثنان نعم.',
  otherOpen: 'في الأمر نفسه سؤال مفتوح:',

  newsOpen: (count: number) =>
    plural(count, {
      one: 'سؤال لنا جميعًا',
      two: 'سؤالان لنا جميعًا',
      few: '# أسئلة لنا جميعًا',
      many: '# سؤالًا لنا جميعًا',
      other: '# سؤال لنا جميعًا',
    }),
  newsHolds: (count: number) =>
    plural(count, {
      one: 'قررنا شيئًا',
      two: 'قررنا شيئين',
      few: 'قررنا # أشياء',
      many: 'قررنا # شيئًا',
      other: 'قررنا # شيء',
    }),
  newsSee: 'عرضه',
  newsSeeAll: 'عرضها',
  newsClose: 'ليس الآن',

  agreement: {
    title: 'اتفاقنا',
    ways: 'كل النسخ، وما تغيّر',
    nowTitle: 'كما هو الآن',
    youAgreed: (day: string) => `وافقت عليه في ${day}.`,
    youAgreedBefore: (day: string) => `وافقت في ${day}. ومنذ ذلك الحين تغيّر شيء:`,
    unknownBefore:
      'لم يعد هذا الهاتف يعرف الكلمات التي وافقت عليها. تُرجى قراءتها من جديد.',
    talk: 'أريد أن نتحدث عنه',
    history: 'كيف تغيّر',
    founded: 'منذ البداية',
    later: 'قُرِّر لاحقًا، ولم يعد ساريًا',
    decided: 'عرض ما تقرر',
    added: 'جديد:',
    left: 'لم يعد:',
    names: { words: 'الكلمات', limit: 'كم أكثر مما قُدِّم', unit: 'كلمة الساعة' },
  },

  refused: {
    noVoice: inThree(
      'يلزم أن يكون لك رأي لفعل هذا.',
      'يمنحه لك من يعرفك من الجيران، على صفحتك.',
    ),
    againstOneself: inThree(
      'لا يمكن لأحد أن يسأل هذا عن نفسه.',
      'لمن يريد المغادرة يوجد ذلك في الإعدادات.',
    ),
    unknown: inThree(
      'هذا الهاتف لا يعرف هذا بعد.',
      'يُرجى البقاء على الشبكة لحظة ثم المحاولة مرة أخرى.',
    ),
    outOfRange: inThree('لا يمكن السؤال هكذا.', 'يُرجى تغييره قليلًا.'),
    asItStands: inThree('الأمر كذلك أصلًا.', 'لا يلزم فعل شيء.'),
    alreadyAsked: inThree('سُئل هذا من قبل.', 'يمكن قول نعم هناك: وهو في «ما نقرره».'),
    alreadySaid: inThree('سبق أن قلت ذلك.', 'لا يلزم فعل شيء.'),
    keeper: inThree(
      'هذا الجهاز يحفظ الساعات فقط. وكلمته لا تُحتسب.',
      'يُرجى قول ذلك على هاتفك.',
    ),
    paused: inThree(
      'مشاركة أحدكما متوقفة مؤقتًا. لا يمكن ترتيب شيء جديد.',
      'ما بدأتماه يستمر، ويمكنكما تبادل الرسائل.',
    ),
    kindsClosed: inThree(
      'قررنا ألا يسمّي أحد أنواعًا جديدة الآن.',
      'يُرجى اختيار نوع موجود.',
    ),
  },
};

/** "I know them", which gives a say. */
export const know = {
  what: (name: string) =>
    `حين يقول ما يكفي من الناس إنهم يعرفون ${name}، يكون لـ${name} رأي في ما نقرره.`,
  soFar: (count: number, needed: number) =>
    `قال ذلك ${number(count)} من ${number(needed)}.`,
  said: (name: string) => `قلت إنك تعرف ${name}.`,
  hasSay: (name: string) => `لـ${name} رأي في ما نقرره.`,
  youHave: 'لك رأي في ما نقرره.',
  youHaveNot: 'حين يقول ما يكفي من الجيران إنهم يعرفونك يكون لك رأي.',
  offer: (name: string) => `تبادلت المساعدة مع ${name} مرتين`,
  notNow: 'ليس الآن',
  done: (name: string) => `شكرًا. يمكن أن يظهر ذلك لـ${name}.`,
};

/** What is shown of a pause, and of a covered card. */
export const pausing = {
  ask: (name: string) => `طلب إيقاف مشاركة ${name} مؤقتًا`,
  until: (name: string, day: string) => `مشاركة ${name} متوقفة حتى: ${day}`,
  open: (name: string) => `مشاركة ${name} متوقفة مؤقتًا`,
  byCircle:
    'طلبت الحلقة ذلك. ينتهي من تلقاء نفسه، أو حين يزيد من يقولون لا على من يقولون نعم.',
  byAll: 'قررنا ذلك معًا. وينتهي حين نقرر غيره.',
  stays:
    'تبقى الساعات والكلمات والرأي. ولا يُرتَّب شيء جديد، ولا تظهر البطاقات إلا لصاحبها.',
  why: 'عرض من طلب ذلك، ولماذا',
  askBack: (name: string) => `طلب عودة ${name} بيننا`,
  you: 'مشاركتك متوقفة مؤقتًا',
  youUntil: (day: string) => `مشاركتك متوقفة حتى: ${day}`,
  youText:
    'لا تظهر بطاقاتك إلا لك، ولا يُرتَّب معك شيء جديد. وتبقى ساعاتك وكلماتك، ويمكنك الكتابة إلى الجميع، ويمكنك قول لا.',
  covered: 'غطّت الحلقة هذه البطاقة',
  coveredText: 'قد لا يرغب الجميع في رؤيتها. لم يُمحَ شيء.',
  show: 'عرضها',
  cover: 'تغطية هذه البطاقة',
  coverText: (by: number, needed: number) =>
    `قال ذلك ${number(by)} من ${number(needed)} يلزمون. ومن يرغب يمكنه رؤيتها بلمسة.`,
  uncover: 'عدم تغطيتها',
};
