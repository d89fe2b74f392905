import { formats } from './hours.ts';

const { plural } = formats;

/** The five rows of Settings, each with a line of how things stand. */
export const settingRows = {
  profile: 'My profile',
  safe: 'Keep my hours safe',
  kept: (others: number) =>
    plural(others, {
      one: 'Kept on this phone and # other',
      other: 'Kept on this phone and # others',
    }),
  onlyHere: 'Only on this phone so far',
  look: 'Notifications and look',
  told: 'Notifications are on',
  untold: 'Notifications are off',
  lookText: 'Language, light or dark',
  data: 'Community and data',
  dataText: 'Your own copy, what you have hidden, leaving',
  communities: (count: number) =>
    plural(count, {
      one: '# community on this phone',
      other: '# communities on this phone',
    }),

  advanced: 'Advanced',
  advancedLead: 'Most people never need this.',
  /** Where the phones of this community find each other, as it was founded. */
  pointsLead: 'This was set when the community was started. It cannot be changed.',
  relays: 'Relays',
  ownRelay: 'The relay of this app is always used.',
  servers: 'These help phones to connect (STUN and TURN)',
};

/** One screen for whoever has no internet: with whom, what for, and the way. */
export const noInternet = {
  lead: 'It works without. Say what you need.',
  who: 'Who is it with?',
  beside: 'Somebody beside me',
  far: 'Somebody far away',
  newcomer: 'A newcomer',
  what: 'What do you want to do?',
  finish: 'Finish an exchange',
  news: 'Bring news across',
  way: 'This is the way',

  finishBeside:
    'One of you writes down the help and shows a code. The other one scans it and says yes.',
  record: 'Write down the help',
  recordText: 'Then tap that your neighbour is beside you.',
  scanText: 'When the other phone shows one.',
  codeText: 'When you are not yet in the list of the other phone.',
  newsBeside: 'Two phones that are side by side can give each other everything.',
  linkText: 'Both in the same wifi, or one in the hotspot of the other.',
  showMoving: 'Show a moving code',
  showMovingText: 'Pack a parcel. Then let the other camera look at your screen.',
  seeMoving: 'Look at a moving code',
  seeMovingText: 'When the other phone shows one.',
  finishFar:
    'The hour can travel in a message: by text message, by mail, or on paper. Send it when you can.',
  choose: 'Choose the hour',
  chooseText: 'Open it, then send the message.',
  gotMessage: 'I got a message',
  gotMessageText: 'Paste it here.',
  newsFar:
    'A parcel is a file with everything new. It can travel by mail, by messenger, or on a USB stick.',
  packText: 'For everybody, or for one person.',
  openText: 'When somebody gave you one.',
  newcomerText:
    'Make an invitation. A newcomer beside you scans it, then you link your two phones. From far away they can ask you by message.',
  invite: 'Make an invitation',
  inviteText: 'For one person.',
  linkNewcomerText: 'Then you can let them in.',
  askedText: 'When they have asked you by message.',
  waitingText:
    'You have not been let in yet. A member who is beside you can let you in without internet.',
  answeredText: 'When a member has answered you.',
};

/** Said once, after the first hour that both have signed. */
export const offers = {
  title: 'Your first hour is done',
  installed: 'You can put Manyhands among your apps. Then it opens without internet.',
  told: 'Manyhands can tell you when something waits for you. Only while it is open in the background.',
  tellAct: 'Tell me',
  findAgain: 'You find this again in Settings, “Notifications and look”.',
};
