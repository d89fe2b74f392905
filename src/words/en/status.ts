import { formats } from './hours.ts';
import { size } from './size.ts';

const { plural } = formats;

/** The status line. It says what other devices acknowledged, never what is hoped. */
export const status = {
  saved: 'Saved on this phone',
  kept: (members: number) =>
    plural(members, { one: 'Also kept by # member', other: 'Also kept by # members' }),
  keptOnce: 'With one more copy, losing a phone loses nothing.',
  keptOwn: (devices: number) =>
    plural(devices, {
      one: 'And on # other device of yours',
      other: 'And on # other devices of yours',
    }),
  confirmed: (name: string) => `Confirmed by ${name}`,
  waiting: 'Waiting: nobody is online',
  waitingDetail: 'It goes on by itself as soon as somebody is there.',
  looking: 'Looking for the others…',
  noWay: 'Waiting: the others cannot be reached from here',
  noWayDetail:
    'Perhaps this network wants you to sign in first, or the relay is off. You can go on; nothing is lost.',
  meeting: (members: number) =>
    plural(members, { one: '# member is online', other: '# members are online' }),
  attention: 'Needs attention',
  ownLinked: 'Your other phone is linked. No other member has it yet.',
  onlyHere:
    'Only on this phone so far. Do not erase it until another member has it too.',
  receiving: 'Getting all hours',
  receivedBytes: (bytes: number, of: number) => `${size(bytes)} of about ${size(of)}`,
  stopReceiving: 'Stop for now',
  toFetch: (bytes: number) => `About ${size(bytes)} to download`,
  toFetchText:
    'This phone says that its connection may cost money. What is about you comes first and is small. The rest can wait until you have wifi.',
  fetchNow: 'Download it now',
  fetchLater: 'Leave it for later',
  fetchWaits: (bytes: number) =>
    `About ${size(bytes)} not downloaded yet. New things still arrive.`,
  offline: 'You are offline. You can go on; nothing is lost.',
};
