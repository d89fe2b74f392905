import { duration, formats } from './hours.ts';

const { number, plural } = formats;

export const organisations = {
  title: 'المؤسسات',
  detail: 'عيادات ومدارس، وصندوقنا.',
  empty: 'لا مؤسسات بعد',
  emptyText: 'يمكن لعيادة أو مدرسة أو محل أن يعطي ساعات ويأخذها، كما يفعل الجيران.',
  add: 'إضافة مؤسسة',
  youSign: 'التوقيع عنها لك',
  signedBy: (names: string) => `التوقيع عنها: ${names}`,
  openedBy: (name: string) => `إضافة من ${name}`,
  pot: 'صندوقنا',
  potKind: 'صندوق',
  unknown: 'هذا الهاتف لا يعرفها بعد',
  unknownText: 'قد تكون في الطريق. يُرجى البقاء على اتصال لحظة.',

  step: (at: number, of: number) => `خطوة ${number(at)} من ${number(of)}`,
  whatIsIt: 'ما هي؟',
  anOrganisation: 'مؤسسة',
  aPot: 'صندوق للجميع',
  name: 'ما اسمها؟',
  nameHint: 'كما يقوله الناس هنا.',
  words: 'ماذا تفعل؟',
  wordsHint: 'ما تعرضه، وما ينفعها، ومتى تفتح. يقرؤه كل من هنا.',
  alike: (name: string) => `يوجد هنا «${name}» بالفعل`,
  alikeText: 'إن كانت هي نفسها فهذه تكفي. وإن لم تكن، فليذكر الاسم ما يميّزها.',
  alikeMember: (name: string) => `وهنا أيضًا عضو اسمه ${name}.`,
  whoSigns: 'من يوقّع عنها؟',
  whoSignsText: 'يقولون «نعم» عنها، كما تأتي «نعم» منك عن نفسك. ويمكن تغييره لاحقًا.',
  addSigner: 'إضافة من يوقّع',
  leaveOut: (name: string) => `دون ${name}`,
  howMany: 'كم «نعم» تلزم؟',
  howManyText: 'لكل ساعة تعطيها أو تأخذها.',
  takes: (threshold: number, of: number) =>
    of === 1
      ? 'يوقّع شخص واحد، وتكفي «نعم» واحدة.'
      : threshold === 1
        ? `عدد من يوقّعون: ${number(of)}، وتكفي «نعم» واحدة.`
        : `عدد من يوقّعون: ${number(of)}، وتلزم «نعم» من ${number(threshold)} منهم.`,
  preview: (name: string, names: string) => `${name}: يوقّع عنها ${names}.`,
  previewOne: (name: string, who: string) => `${name}: التوقيع عنها: ${who}.`,
  next: 'التالي',
  openAct: 'إضافتها',

  has: (name: string, minutes: number) =>
    minutes === 0
      ? `ما أعطته ${name} يساوي ما أخذته`
      : minutes > 0
        ? `يمكن أن تطلب ${name}`
        : `يمكن أن تردّ ${name}`,
  potHas: (minutes: number): string =>
    minutes === 0
      ? 'الصندوق فارغ'
      : minutes > 0
        ? 'في الصندوق'
        : 'أعطى الصندوق أكثر مما فيه',
  yearTitle: 'في آخر 52 أسبوعًا',
  given: 'أُعطي',
  received: 'أُخذ',
  yearText: (given: number, received: number) =>
    `في آخر 52 أسبوعًا أعطت ${duration(given)} وأخذت ${duration(received)}.`,
  onlyReceived: (name: string, since: string) =>
    `${name}: مساعدة تُؤخذ فقط منذ ${since}. من ينفعه ما عندها: غرفة أو مقعد أو ساعة؟`,
  signTitle: 'من يوقّع عنها',
  contested: 'تختلف مجموعتان في من يوقّع',
  contestedText: 'لم يضِع شيء. يمكن لكل الأعضاء أن يقرّروا معًا.',
  cardChange: 'تغيير الاسم والكلمات',
  cardSaved: 'حُفظ. هكذا يراها الجميع الآن.',
  recordFor: (name: string) => `تسجيل مساعدة عن ${name}`,
  recordWith: (name: string) => `تسجيل مساعدة مع ${name}`,
  changeSigners: 'تغيير من يوقّع',
  pinFor: (name: string) => `تعليق بطاقة عن ${name}`,
  pinIt: (name: string) => `تعليقها عن ${name}`,
  pinnedBy: (name: string) => `علّقها: ${name}`,
  answerLeads: (by: string, name: string) =>
    `سيكون حديثك مع ${by}، والتوقيع منه عن ${name}. وتكون الساعة مع ${name}.`,
  picture: 'صورة في زرّها',
  pictureHint: 'يراها كل من هنا. تُصغَّر الصورة، ولا يبقى فيها مكان التقاطها.',
  pictureRemove: 'إزالة الصورة',
  pictureIn: 'الصورة الآن في زرّها.',
  pictureOut: 'أُزيلت الصورة.',
  share: 'توزيع ساعاتها',
  hoursTitle: 'ما جاء وما ذهب',
  noHours: 'لا ساعات بعد',
  noHoursText: 'هنا تظهر أول ساعة تعطيها أو تأخذها.',
  helped: (helper: string, helped: string) => `مساعدة من ${helper} إلى ${helped}`,
  gave: (from: string, to: string) => `ساعات من ${from} إلى ${to}`,
  givesYou: (name: string) => `ساعات لك من ${name}`,
  asksYou: (name: string) => `طلب ساعات منك من ${name}`,
  corrects: (one: string, other: string) => `تصحيح ساعة بين ${one} و${other}`,
  waiting: (list: string) => `بانتظار «نعم»: ${list}.`,
  waitingShared: (list: string) => `وُزّعت، وبانتظار «نعم»: ${list}.`,
  waitsForSigners: (count: number) =>
    plural(count, {
      zero: 'لا «نعم» ناقصة',
      one: 'تنقص «نعم» واحدة',
      two: 'تنقص «نعم» مرتين',
      few: 'تنقص «نعم» # مرات',
      many: 'تنقص «نعم» # مرة',
      other: 'تنقص «نعم» # مرة',
    }),
  takeBack: 'سحب',
  putRight: 'تصحيحها',
  takenBack: 'سُحبت. لم تتغيّر ساعات.',
  putRightAsked: 'أُرسل السؤال. يُحتسب حين يقول الطرفان «نعم».',

  signersLead: (count: number) =>
    plural(count, {
      zero: 'تكفي «نعم» منك لتغييره.',
      one: 'تكفي «نعم» منك لتغييره.',
      two: 'يتغيّر حين يقول اثنان ممن يوقّعون الآن الشيء نفسه.',
      few: 'يتغيّر حين يقول # ممن يوقّعون الآن الشيء نفسه.',
      many: 'يتغيّر حين يقول # ممن يوقّعون الآن الشيء نفسه.',
      other: 'يتغيّر حين يقول # ممن يوقّعون الآن الشيء نفسه.',
    }),
  suggest: 'اقتراح هذا',
  changeNow: 'تغييره',
  wantsOthers: (by: string, name: string) => `اقتراح من ${by}: من يوقّع عن ${name}`,
  newSigners: (names: string, takes: string) => `من الآن: ${names}. ${takes}`,
  dropped: (names: string) => `لم يعد: ${names}.`,
  saidSoFar: (said: number, of: number) =>
    `جاءت «نعم» من ${number(said)} من ${number(of)}.`,
  agree: '«نعم» لهذا',
  agreed: 'جاءت «نعم» منك.',
  askedOthers: 'يُسأل الآخرون الذين يوقّعون.',

  saysHelpedIt: (by: string, name: string) => `من ${by}: «أنا ساعدت ${name}.»`,
  saysItHelped: (by: string, name: string) => `من ${by}: «جاءتني مساعدة من ${name}.»`,
  saysForItHelped: (by: string, name: string, other: string) =>
    `من ${by} عن ${name}: «نحن ساعدنا ${other}.»`,
  saysForItWasHelped: (by: string, name: string, other: string) =>
    `من ${by} عن ${name}: «جاءتنا مساعدة من ${other}.»`,
  givesIt: (by: string, name: string) => `ساعات من ${by} إلى ${name}`,
  asksIt: (by: string, name: string) => `طلب ساعات من ${by} إلى ${name}`,
  wouldGive: (by: string, name: string, other: string) =>
    `اقتراح من ${by}: ساعات من ${name} إلى ${other}`,
  asksPutRight: (by: string, name: string) =>
    `سؤال من ${by} إلى ${name}: «هل نصحّح هذا معًا؟»`,
  yesFor: (name: string) => `«نعم» عن ${name}`,
  yesIsEnough: 'تكفي «نعم» منك.',
  moreAfterYours: (count: number) =>
    plural(count, {
      zero: 'تكفي «نعم» منك.',
      one: 'بعد «نعم» منك تلزم واحدة أخرى.',
      two: 'بعد «نعم» منك تلزم اثنتان.',
      few: 'بعد «نعم» منك تلزم # أخرى.',
      many: 'بعد «نعم» منك تلزم # أخرى.',
      other: 'بعد «نعم» منك تلزم # أخرى.',
    }),
  belowZero: (name: string, minutes: number) =>
    `عندها يكون على ${name} أن تردّ ${duration(minutes)}.`,
  saidYes: (name: string) => `جاءت «نعم» منك عن ${name}.`,
  saidNo: 'جاءت «لا» منك. لم تتغيّر ساعات.',
  stillSigning: (name: string) =>
    `جاءت «نعم» منك. وتُحتسب حين يقولها من يكفي ممن يوقّعون عن ${name}.`,

  shareTitle: 'توزيع',
  shareLead: 'من قام بالعمل؟',
  nothingToShare: (name: string) => `ليس عند ${name} ساعات للتوزيع الآن.`,
  shareWith: 'إضافة شخص',
  evenly: 'بالتساوي',
  eachHas: (name: string) => `ساعات ${name}`,
  left: (name: string, minutes: number) =>
    minutes === 0
      ? `لا يبقى شيء عند ${name}.`
      : `يبقى ${duration(minutes)} عند ${name}.`,
  tooMuch: (name: string, minutes: number) =>
    `هذا أكثر مما عند ${name} للتوزيع، والزيادة ${duration(minutes)}.`,
  sharePreview: (list: string) => `${list}. سيُسأل كل واحد منهم.`,
  shareOne: (name: string, minutes: number) => `${name} ${duration(minutes)}`,
  shareAct: 'إرسال السؤال',
  shareTooFew: (names: string) =>
    `ساعات ${names} تلزمها «نعم» من آخرين يوقّعون، وعددهم لا يكفي. ليوقّع أولًا جار آخر.`,

  potLead:
    'من عنده ساعات زائدة يعطيها هنا، ومن يحتاج يطلب. ويرى الجميع ما جاء وما ذهب.',
  give: 'إعطاء ساعات',
  ask: 'طلب ساعات',
  giveHow: 'كم تكون العطية؟',
  askHow: 'كم يلزمك؟',
  why: 'كلمة عنها',
  whyHint: 'يقرؤها كل من هنا.',
  giveAct: 'إعطاؤها',
  askAct: 'طلبها',
  potGiven: 'شكرًا. تُحتسب حين يقول «نعم» أحد من يوقّعون عن الصندوق.',
  potAsked: 'يُسأل من يوقّعون عن الصندوق.',

  asWhom: 'باسم من؟',
  asMyself: 'باسمي',
  forIt: (name: string) => `عن ${name}`,
  itHelped: (name: string) => `المساعدة من ${name}`,
  someoneHelpedIt: (name: string) => `المساعدة إلى ${name}`,
  summary: (
    helper: string,
    helped: string,
    minutes: number,
    when: string,
    ask: string,
  ) =>
    `مساعدة من ${helper} إلى ${helped}، ${duration(minutes)}، ${when}. سيصل السؤال إلى ${ask}.`,
  askFor: (org: string, name: string) => `عن ${org}: سؤال ${name}`,
  moreSign: (count: number) =>
    plural(count, {
      zero: 'لا يُسأل غيره.',
      one: 'ويُسأل أيضًا شخص آخر يوقّع عنها.',
      two: 'ويُسأل أيضًا اثنان يوقّعان عنها.',
      few: 'ويُسأل أيضًا # يوقّعون عنها.',
      many: 'ويُسأل أيضًا # يوقّعون عنها.',
      other: 'ويُسأل أيضًا # يوقّعون عنها.',
    }),

  byItself: {
    title: 'ما يقول له هذا الهاتف «نعم» من نفسه',
    none: 'لا شيء. كل «نعم» تأتي منك.',
    brings: 'للساعات التي تأتي، ما دام من يعطيها ضمن ما اتفقنا عليه.',
    people: (names: string, much: string, until: string) =>
      `لما يقوله ${names}، حتى ${much} لكل واحد في سبعة أيام، إلى ${until}.`,
    never: 'ليس لمن يوقّع أبدًا، ولا حين تختلف مجموعتان في من يوقّع.',
    onlyHere: 'على هذا الهاتف وحده، والتطبيق مفتوح.',
    let: 'السماح له بقول «نعم»',
    other: 'اختيار شيء آخر',
    stop: 'إيقافه',
    toWhat: 'لماذا؟',
    toBrings: 'ساعات تأتي',
    toWelcome: 'هذه، والساعات الأولى لمن ينضم',
    welcome: 'للساعات الداخلة، وللساعات الأولى التي قررها الجميع لمن أدخله شخص له رأي.',
    toPeople: 'ما يقوله بعض الناس',
    whom: 'من هم؟',
    much: 'كم لكل واحد في سبعة أيام؟',
    until: 'إلى متى؟',
    weeks: (count: number) =>
      plural(count, {
        one: 'أسبوع واحد',
        two: 'أسبوعان',
        few: '# أسابيع',
        many: '# أسبوعًا',
        other: '# أسبوع',
      }),
    start: 'من الآن',
    nobody: 'يجب اختيار أحد أولًا.',
    said: 'قال «نعم» لـ',
    saidOne: (name: string, much: string, day: string) => `${name}: ${much}، ${day}`,
  },

  grants: {
    asks: (name: string, much: string) => `طلب من ${name}: ${much}`,
    shall: (pot: string, name: string, minutes: number) =>
      `هل يعطي «${pot}» ${duration(minutes)} إلى ${name}؟`,
    give: 'أوافق على إعطائها',
    not: 'لا أوافق',
    saidGive: 'رأيك: تُعطى',
    saidNot: 'رأيك: لا تُعطى',
    soFar: (yes: number, no: number) =>
      yes + no === 0
        ? 'لم يقل أحد رأيه بعد.'
        : `${[yes > 0 && `مع إعطائها: ${number(yes)}`, no > 0 && `ضدّه: ${number(no)}`]
            .filter(Boolean)
            .join('، ')}.`,
    signersDecide: 'هذا رأي. والقرار لمن يوقّعون عن الصندوق.',
    welcome: (much: string) => `أهلًا: لك ${much}`,
    welcomeText: 'قرّرنا أن لكل جديد ساعات أولى من الصندوق. سيُسأل من يوقّعون عنه.',
    welcomeWords: 'ساعاتي الأولى',
    isNew: (name: string) =>
      `${name}: انضمام جديد ولا ساعات بعد. قرّرنا هذا القدر لكل جديد.`,
  },

  welcome: {
    title: (name: string, much: string) => `انضم ${name} حديثًا: ${much} من الصندوق؟`,
    text: (pot: string) => `قررتم هذا معًا لكل من ينضم. وفي ${pot} ساعات لذلك.`,
    below: (pot: string, much: string) => `سيكون على ${pot} بعدها ردّ ${much}.`,
    letInBy: (name: string) => `الدخول عن طريق ${name}.`,
    give: (much: string) => `إعطاء ${much}`,
    not: 'ليس مني',
    given: (name: string) => `يُسأل ${name}. ويُحتسب مع «نعم».`,
  },

  /** A slip that staff hand over: an invite from an organisation. */
  slip: {
    way: (name: string) => `دعوة شخص من ${name}`,
    title: 'ورقة تُسلَّم باليد',
    lead: (name: string) =>
      `لشخص واحد ترسله إلينا ${name}. يكفي مسحها للدخول، كأي جار من الجيران.`,
    seen: (name: string) =>
      `هذا الهاتف وحده يعرف أنها من ${name}. وعند الوصول يصلك الخبر هنا.`,
    act: 'إعداد ورقة',
    print: 'طباعتها',
    another: 'إعداد ورقة أخرى',
    sheet: 'ورقة',
    from: (name: string) => `من ${name}`,
    head: 'هذه دعوة لك',
    text: 'نحن جيران نساعد بعضنا بعضًا، ولا نعدّ إلا الساعات. وساعة كل شخص لها القيمة نفسها. وعندك أنت أيضًا ما تقدّمه.',
    steps: 'يكفي مسح هذا بهاتفك وكتابة اسمك. تصلح مرة واحدة، لك وحدك.',
    sees: (name: string) =>
      `ترى ${name} عنك ما يراه كل الجيران، لا أكثر. ومن أعطاك هذه الورقة يصله خبر وصولك.`,
    address: (host: string) => `تقود إلى ${host}. تعذّر مسحها؟ يساعدك من أعطاك إياها.`,
    given: (name: string) => `من ${name}، لم يستعملها أحد بعد`,
    arrived: (name: string, from: string) => `وصل ${name} بورقة من ${from}`,
    arrivedText: (name: string) =>
      `ساعة أولى بداية طيبة: بها يستطيع ${name} طلب المساعدة.`,
    first: (name: string) => `إعطاء الساعة الأولى باسم ${name}`,
    not: 'لا ساعة منا',
    asked: (name: string) => `سألنا ${name}.`,
  },
};
