import { duration, formats } from './hours.ts';

const { plural } = formats;

export const us = {
  title: 'Us',
  members: (count: number) => plural(count, { one: '# member', other: '# members' }),
  exchanges: (count: number) =>
    plural(count, { one: '# exchange', other: '# exchanges' }),
  hoursMoved: (minutes: number) => `${duration(minutes)} of help`,
  agreement: 'Our agreement',
  noAgreement: 'Nothing was written down. An hour is an hour.',
  limit: (minutes: number) =>
    `You can be ${duration(minutes)} behind before anyone is reminded`,
  unit: (unit: string) => `We call an hour “${unit}”`,
  invite: 'Invite someone',
  settings: 'Settings',
  kept: 'Where our hours are kept',
  keptText: 'On the phones of the members. There is no other place.',
  empty: 'No stitch yet',
  emptyText: 'Every exchange becomes a stitch of our cloth.',
};

export const settings = {
  title: 'Settings',
  others: 'Where your hours are kept',
  keptAct: 'See where',
  communities: 'Communities on this device',
  communitiesText:
    'You can belong to several. Each has its own hours and its own mark for you, and knows nothing about the others.',
  communitiesAct: 'Go to another, or add one',
  openNow: 'Open now',
  switchFrom: (community: string) => `${community}: go to another community`,
  addFound: 'Start another one',
  addJoin: 'I have an invitation',
  about: 'About Manyhands',
  look: 'How it looks',
  lookSystem: 'As the phone',
  lookLight: 'Light',
  lookDark: 'Dark',
  device: 'This device',
  storage: 'Kept for good',
  storageOn: 'This device has promised to keep your hours.',
  storageOff: 'This device may erase your hours when it is short of room.',
  storageAsk: 'Ask it to keep your hours',
  storageRefused:
    'The browser has not promised it. Adding Manyhands to the home screen helps.',
  storageUsed: (megabytes: string) => `${megabytes} MB used`,
  storageUnknown: 'This browser does not say how much it keeps.',
  vibrate: 'A small buzz when you both agree',
  version: (version: string) => `Version ${version}`,
  licence: 'Free software, MIT licence',
  eraseTitle: 'Erase from this device',
  erase: 'Erase this community from this device',
  eraseText:
    'The others keep your hours. This device’s copy is erased, and the device cannot act as you any more.',
  eraseTake:
    'Do you want your own copy first? Then keep it for now, and use “Take everything with you”, just above.',
  waysBack: 'You can come back:',
  backByPage: 'with your page of twelve words',
  backByDevice: 'from another phone or computer of yours',
  backByNeighbours: 'with the neighbours you have chosen',
  eraseAct: 'Erase from this device',
  eraseKeep: 'Keep it',
  eraseDemo: 'Erase the demo',
  eraseDemoText: 'Nobody here is real, and nothing of it is anywhere else.',
};
