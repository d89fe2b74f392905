import { duration, formats } from './hours.ts';

const { number, plural } = formats;

/** Organisations and the pot: who signs, what came and went, sharing out. */
export const organisations = {
  title: 'Organisations',
  detail: 'Clinics, schools, our pot.',
  empty: 'No organisation yet',
  emptyText:
    'A clinic, a school or a shop can give and receive hours, as a neighbour does.',
  add: 'Add an organisation',
  youSign: 'You sign for it',
  signedBy: (names: string) => `Who signs: ${names}`,
  openedBy: (name: string) => `Added by ${name}`,
  pot: 'Our pot',
  potKind: 'A pot',
  unknown: 'This phone does not know it yet',
  unknownText: 'It may still be on its way. Stay online for a moment.',

  /** Adding one, in three steps. */
  step: (at: number, of: number) => `Step ${number(at)} of ${number(of)}`,
  whatIsIt: 'What is it?',
  anOrganisation: 'An organisation',
  aPot: 'A pot for all',
  name: 'What is it called?',
  nameHint: 'As people here say it.',
  words: 'What does it do?',
  wordsHint:
    'What it offers, what it could use, when it is open. Everybody here can read it.',
  alike: (name: string) => `There is a “${name}” here already`,
  alikeText:
    'If you mean the same one, use that. If not, say in the name what makes yours different.',
  alikeMember: (name: string) => `A member is called ${name} too.`,
  whoSigns: 'Who signs for it?',
  whoSignsText:
    'They say yes for it, as you say yes for yourself. It can be changed later.',
  addSigner: 'Add somebody who signs',
  leaveOut: (name: string) => `Leave out ${name}`,
  howMany: 'How many yeses does it take?',
  howManyText: 'For each hour that it gives or receives.',
  takes: (threshold: number, of: number) =>
    of === 1
      ? 'One person signs, and one yes is enough.'
      : threshold === 1
        ? `${number(of)} people sign, and one yes is enough.`
        : `${number(of)} people sign, and it takes a yes from ${number(threshold)} of them.`,
  preview: (name: string, names: string) => `${name}: ${names} sign for it.`,
  previewOne: (name: string, who: string) => `${name}: ${who} signs for it.`,
  next: 'Next',
  openAct: 'Add it',

  /** Its page. */
  has: (name: string, minutes: number) =>
    minutes === 0
      ? `${name} has given as much as it has received`
      : minutes > 0
        ? `${name} can ask for`
        : `${name} can give back`,
  /** What lies in the pot, or how much more than that it gave. */
  potHas: (minutes: number): string =>
    minutes === 0
      ? 'The pot is empty'
      : minutes > 0
        ? 'In the pot'
        : 'The pot gave more than it had',
  yearTitle: 'In the last 52 weeks',
  given: 'Given',
  received: 'Received',
  yearText: (given: number, received: number) =>
    `In the last 52 weeks it gave ${duration(given)} and received ${duration(received)}.`,
  onlyReceived: (name: string, since: string) =>
    `${name} has only received help since ${since}. Who could use what it has: a room, a seat, an hour?`,
  signTitle: 'Who signs for it',
  contested: 'Two groups say differently who signs',
  contestedText: 'Nothing is lost. All members can decide it together.',
  cardChange: 'Change name and words',
  cardSaved: 'Saved. Everybody sees it like this now.',
  recordFor: (name: string) => `Record help for ${name}`,
  recordWith: (name: string) => `Record help with ${name}`,
  changeSigners: 'Change who signs',
  pinFor: (name: string) => `Pin a card for ${name}`,
  pinIt: (name: string) => `Pin it for ${name}`,
  pinnedBy: (name: string) => `pinned by ${name}`,
  answerLeads: (by: string, name: string) =>
    `You will talk with ${by}, who signs for ${name}. The hour is then with ${name}.`,
  picture: 'A picture in its button',
  pictureHint:
    'Everybody here sees it. It is made small, and where it was taken is left out.',
  pictureRemove: 'Remove the picture',
  pictureIn: 'The picture is in its button.',
  pictureOut: 'The picture is removed.',
  share: 'Share out its hours',
  hoursTitle: 'What came and went',
  noHours: 'No hours yet',
  noHoursText: 'You will see the first hour that it gives or receives here.',
  helped: (helper: string, helped: string) => `${helper} helped ${helped}`,
  gave: (from: string, to: string) => `${from} gives hours to ${to}`,
  givesYou: (name: string) => `${name} gives you hours`,
  asksYou: (name: string) => `${name} asks you for hours`,
  corrects: (one: string, other: string) => `${one} and ${other} put an hour right`,
  waiting: (list: string) => `Waiting for a yes: ${list}.`,
  waitingShared: (list: string) => `Shared out, waiting for a yes: ${list}.`,
  waitsForSigners: (count: number) =>
    plural(count, { one: 'Waiting for # more yes', other: 'Waiting for # more yeses' }),
  takeBack: 'Take back',
  putRight: 'Put it right',
  takenBack: 'Taken back. No hours have changed.',
  putRightAsked: 'Asked. It counts once both sides have said yes.',

  /** Who signs from now on. */
  signersLead: (count: number) =>
    plural(count, {
      one: 'Your yes is enough to change it.',
      other: 'It changes once # of those who sign now say the same.',
    }),
  suggest: 'Suggest this',
  changeNow: 'Change it',
  wantsOthers: (by: string, name: string) => `${by} suggests who signs for ${name}`,
  newSigners: (names: string, takes: string) => `From now on: ${names}. ${takes}`,
  dropped: (names: string) => `Not any more: ${names}.`,
  saidSoFar: (said: number, of: number) =>
    `${number(said)} of ${number(of)} have said yes.`,
  agree: 'Say yes to this',
  agreed: 'You said yes.',
  askedOthers: 'The others who sign are asked.',

  /** What waits for a signer. */
  saysHelpedIt: (by: string, name: string) => `${by} says: “I helped ${name}.”`,
  saysItHelped: (by: string, name: string) => `${by} says: “${name} helped me.”`,
  saysForItHelped: (by: string, name: string, other: string) =>
    `${by} says for ${name}: “We helped ${other}.”`,
  saysForItWasHelped: (by: string, name: string, other: string) =>
    `${by} says for ${name}: “${other} helped us.”`,
  givesIt: (by: string, name: string) => `${by} gives hours to ${name}`,
  asksIt: (by: string, name: string) => `${by} asks ${name} for hours`,
  wouldGive: (by: string, name: string, other: string) =>
    `${by} would give ${other} hours of ${name}`,
  asksPutRight: (by: string, name: string) =>
    `${by} asks ${name}: “Can we put this right?”`,
  yesFor: (name: string) => `Say yes for ${name}`,
  yesIsEnough: 'Your yes is enough.',
  moreAfterYours: (count: number) =>
    plural(count, {
      one: 'After yours it takes # more yes.',
      other: 'After yours it takes # more yeses.',
    }),
  belowZero: (name: string, minutes: number) =>
    `${name} would then have ${duration(minutes)} to give back.`,
  saidYes: (name: string) => `You said yes for ${name}.`,
  saidNo: 'You said no. No hours have changed.',
  stillSigning: (name: string) =>
    `You said yes. It counts once enough of those who sign for ${name} do.`,

  /** Sharing out. */
  shareTitle: 'Share out',
  shareLead: 'Who did the work?',
  nothingToShare: (name: string) => `${name} has no hours to share out now.`,
  shareWith: 'Add somebody',
  evenly: 'The same for each',
  eachHas: (name: string) => `Hours for ${name}`,
  left: (name: string, minutes: number) =>
    minutes === 0
      ? `Nothing is left with ${name}.`
      : `${duration(minutes)} stay with ${name}.`,
  tooMuch: (name: string, minutes: number) =>
    `That is ${duration(minutes)} more than ${name} has to share out.`,
  sharePreview: (list: string) => `${list}. Each of them will be asked.`,
  shareOne: (name: string, minutes: number) => `${name} ${duration(minutes)}`,
  shareAct: 'Ask them',
  shareTooFew: (names: string) =>
    `Hours for ${names} need a yes from others who sign, and too few do. Let one more neighbour sign first.`,

  /** The pot. */
  potLead:
    'Whoever has hours to spare gives them here. Whoever needs some asks. Everybody sees what came and went.',
  give: 'Give hours',
  ask: 'Ask for hours',
  giveHow: 'How much do you give?',
  askHow: 'How much do you need?',
  why: 'A word about it',
  whyHint: 'Everybody here can read it.',
  giveAct: 'Give them',
  askAct: 'Ask for them',
  potGiven: 'Thank you. It counts once somebody who signs for the pot says yes.',
  potAsked: 'Those who sign for the pot are asked.',

  /** Recording. */
  asWhom: 'As whom?',
  asMyself: 'As myself',
  forIt: (name: string) => `For ${name}`,
  itHelped: (name: string) => `${name} helped`,
  someoneHelpedIt: (name: string) => `${name} was helped`,
  summary: (
    helper: string,
    helped: string,
    minutes: number,
    when: string,
    ask: string,
  ) =>
    `${helper} helped ${helped}, ${duration(minutes)}, ${when}. ${ask} will be asked.`,
  askFor: (org: string, name: string) => `For ${org}: ask ${name}`,
  moreSign: (count: number) =>
    plural(count, {
      one: '# more person who signs for it is asked too.',
      other: '# more people who sign for it are asked too.',
    }),

  /** What a signer's phone says yes to by itself. */
  byItself: {
    title: 'What this phone says yes to by itself',
    none: 'Nothing. You say each yes yourself.',
    brings:
      'To hours that come in, as long as whoever gives them stays within what we agreed.',
    people: (names: string, much: string, until: string) =>
      `To what ${names} say, up to ${much} for each within seven days, until ${until}.`,
    never:
      'Never to somebody who signs, and never when two groups say differently who signs.',
    onlyHere: 'Only on this phone, and only while the app is open.',
    let: 'Let it say yes',
    other: 'Choose something else',
    stop: 'Stop it',
    toWhat: 'To what?',
    toBrings: 'Hours that come in',
    toWelcome: 'Those, and first hours for whoever is new',
    welcome:
      'To hours that come in, and to the first hours that all decided on, for whom somebody with a say let in.',
    toPeople: 'What some people say',
    whom: 'Which people?',
    much: 'Up to how much for each, within seven days?',
    until: 'For how long?',
    weeks: (count: number) => plural(count, { one: '# week', other: '# weeks' }),
    start: 'From now on',
    nobody: 'Choose somebody first.',
    said: 'It has said yes to',
    saidOne: (name: string, much: string, day: string) => `${name}: ${much}, ${day}`,
  },

  /** What the pot is asked for, and what members think of it. */
  grants: {
    asks: (name: string, much: string) => `${name} asks for ${much}`,
    shall: (pot: string, name: string, minutes: number) =>
      `Shall “${pot}” give ${name} ${duration(minutes)}?`,
    give: 'I would give it',
    not: 'I would not',
    saidGive: 'You would give it',
    saidNot: 'You would not',
    soFar: (yes: number, no: number) =>
      yes + no === 0
        ? 'Nobody has said what they think.'
        : `${[
            yes > 0 &&
              plural(yes, { one: '# would give it', other: '# would give it' }),
            no > 0 && plural(no, { one: '# would not', other: '# would not' }),
          ]
            .filter(Boolean)
            .join(', ')}.`,
    signersDecide: 'It is advice. Those who sign for the pot decide.',
    welcome: (much: string) => `Welcome: ${much} for you`,
    welcomeText:
      'We decided that whoever is new gets first hours from the pot. Those who sign for it are asked.',
    welcomeWords: 'My first hours',
    isNew: (name: string) =>
      `${name} is new and has no hours yet. We decided on so many for whoever is new.`,
  },

  /** Somebody is new, and the pot has first hours for them. */
  welcome: {
    title: (name: string, much: string) => `${name} is new: ${much} from the pot?`,
    text: (pot: string) =>
      `All of you decided on it for whoever is new. ${pot} has hours for it.`,
    below: (pot: string, much: string) =>
      `${pot} would then have ${much} to give back.`,
    letInBy: (name: string) => `Let in by ${name}.`,
    give: (much: string) => `Give ${much}`,
    not: 'Not from me',
    given: (name: string) => `${name} is asked. It counts with their yes.`,
  },

  /** A slip that staff hand over: an invite from an organisation. */
  slip: {
    way: (name: string) => `Invite somebody from ${name}`,
    title: 'A slip to hand over',
    lead: (name: string) =>
      `For one person whom ${name} sends to us. They scan it and are in, like any neighbour.`,
    seen: (name: string) =>
      `Only this phone knows that it is from ${name}. When they arrive, it tells you.`,
    act: 'Make a slip',
    print: 'Print it',
    another: 'Make another one',
    sheet: 'A slip',
    from: (name: string) => `From ${name}`,
    head: 'You are invited',
    text: 'We are neighbours who help each other and count only hours. Everybody’s hour is worth the same. You can do something too.',
    steps: 'Scan this with your phone and write your name. It works once, for you.',
    sees: (name: string) =>
      `${name} sees of you what every neighbour sees, and no more. Whoever gave you this slip is told that you have come.`,
    address: (host: string) =>
      `It leads to ${host}. Cannot scan it? Ask whoever gave you this.`,
    given: (name: string) => `From ${name}, nobody has used it yet`,
    arrived: (name: string, from: string) =>
      `${name} has come with a slip from ${from}`,
    arrivedText: (name: string) =>
      `A first hour makes a good beginning: ${name} can ask for help with it.`,
    first: (name: string) => `Give the first hour as ${name}`,
    not: 'No hour from us',
    asked: (name: string) => `${name} has been asked.`,
  },
};
