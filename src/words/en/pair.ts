import { formats } from './hours.ts';

const { plural } = formats;

/** Two phones beside each other that link by showing each other a code. */
export const pair = {
  title: 'Link two phones',
  open: 'Link two phones here',
  waiting:
    'Nobody can be reached? Perhaps a member is beside you. Link your two phones.',
  inviting: 'Is there no internet where you are?',
  lead: 'Open this screen on both phones. Both must be in the same wifi, or one in the hotspot of the other. You need no internet.',

  making: 'Making the code…',
  show: '1. Show this code to the other phone',
  code: 'A code for the other phone to scan',
  copy: 'Or send it',
  share: 'Send it',
  shareText: (link: string) =>
    `Open this on your phone, then show me the code that comes: ${link}`,
  scan: '2. Then scan what the other phone shows',
  scanAct: 'Scan their code',
  pasteFold: 'No camera? Paste what they sent',
  paste: 'What they sent',
  pasteAct: 'Use it',
  pasteMissing: 'Please paste their code first.',
  validFor: (minutes: number) =>
    plural(minutes, {
      one: 'It works for # minute, for one phone.',
      other: 'It works for # minutes, for one phone.',
    }),

  read: 'Their code has been read.',
  answer: 'Now show this one to them',
  answerShareText: (link: string) => `And this is my code: ${link}`,
  answerHint: 'As soon as the other phone has scanned it, the two are linked.',
  bothRead: 'Did they scan yours as well? Then scan what they show now.',
  linking: 'Linking the two phones…',

  linked: (name: string) => `You are linked with ${name}.`,
  linkedUnnamed: 'The two phones are linked.',
  linkedOwn: 'This is linked with your other phone.',
  cameHere: (hours: number) =>
    plural(hours, {
      zero: 'No new hours came from there.',
      one: '# exchange came from there.',
      other: '# exchanges came from there.',
    }),
  goesOn: 'They stay linked while both have the app open, on any screen.',
  another: 'Link one more phone',
  home: 'To the start',

  again: 'Show a new code',
  useOld: 'Try it anyway',
  elsewhere: 'A code from another phone',
  opening: 'Reading the code…',
};

const kept = 'Nothing is lost.';

/** Why it did not work, and what is wrong with a code. */
export const pairTrouble = {
  Unreachable: {
    what: 'This phone is in no network.',
    lost: kept,
    todo: 'Join the same wifi as the other phone, or switch on the hotspot of one and join it with the other. The internet is not needed.',
  },
  NoConnection: {
    what: 'The two phones did not find each other.',
    lost: kept,
    todo: 'See that both are in the same wifi, or one in the hotspot of the other. Then show each other new codes.',
  },
  NotLetIn: {
    what: 'One of the two does not let the other in.',
    lost: kept,
    todo: 'Only members can link, and people whose invitation still works. Ask the person who invited you for a new one.',
  },
  Oneself: {
    what: 'That is the code of this phone.',
    lost: kept,
    todo: 'Scan the code on the other phone.',
  },
  Expired: {
    what: 'The time for this code has run out.',
    lost: kept,
    todo: 'Show each other new codes.',
  },
  Malformed: {
    what: 'This is not the code of another phone.',
    lost: kept,
    todo: 'On the other phone open “Link two phones”, and scan what it shows.',
  },
  AnotherCommunity: {
    what: 'This code comes from a community that is not on this device.',
    lost: kept,
    todo: 'On both phones open the same community, then show each other new codes.',
  },
  Stale: {
    what: 'This code answers an older one.',
    lost: kept,
    todo: 'Let the other phone scan the code you see here, then scan what it shows.',
  },
  Own: {
    what: 'That is the code of this phone.',
    lost: kept,
    todo: 'Scan the code on the other phone.',
  },
  Old: {
    what: 'This code seems to be an old one.',
    lost: kept,
    todo: 'Ask for a new one. If it was made just now, the clocks of the two phones differ.',
  },
};
