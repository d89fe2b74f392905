import { formats } from './hours.ts';

const { plural } = formats;

/** One finding: whether it is well, what was found, and what to try next if it is not. */
interface Said {
  readonly mood: 'good' | 'fair' | 'bad';
  readonly what: string;
  readonly todo?: string;
}

const good = (what: string): Said => ({ mood: 'good', what });
const fair = (what: string, todo: string): Said => ({ mood: 'fair', what, todo });
const bad = (what: string, todo: string): Said => ({ mood: 'bad', what, todo });

/** The connection check: what works here, and what to try next. */
export const check = {
  title: 'Does the connection work?',
  open: 'Check the connection',
  offer:
    'Tries what is needed to meet the others from here, and says what to try next.',
  lead: 'Nothing is lost meanwhile: what you write is kept on this phone, and goes to the others later.',
  working: 'Trying what works from here',
  again: 'Check again',
  stopped: 'Stopped. What was found so far stands below.',
  results: 'What was found',
  moods: { good: 'Works', fair: 'To know', bad: 'Does not work' },

  app: {
    ready: good('Manyhands opens here without a network, too.'),
    notYet: fair(
      'Manyhands is not kept on this phone yet.',
      'Leave it open for a moment while you are online, then open it once more.',
    ),
    cannot: fair(
      'This browser keeps no apps, so Manyhands opens only with a network.',
      'Try another browser, and not a private window.',
    ),
  },
  storage: {
    promised: good('The browser has promised to keep your record.'),
    notPromised: fair(
      'The browser may clear your record when it is short of room.',
      'Ask it to keep the record, in Settings, or put Manyhands on the home screen.',
    ),
    unknown: fair(
      'This browser does not say whether it keeps your record.',
      'Make sure that another member has a copy.',
    ),
  },
  network: {
    online: good('This phone says that it is online.'),
    offline: bad(
      'This phone says that it is offline.',
      'Switch on wifi or mobile data. Until then you can go on, and hand hours over face to face or by message.',
    ),
  },
  relay: {
    answers: (host: string) => good(`The relay ${host} answers.`),
    silent: (host: string) =>
      bad(
        `The relay ${host} takes the call and says nothing.`,
        'Often a network that wants you to sign in first: open any web page, sign in, and check again.',
      ),
    blocked: (host: string) =>
      bad(
        `There is no way to the relay ${host} from here.`,
        'It may be switched off, or this network lets nobody through. Try another network: mobile data instead of wifi, or the other way round.',
      ),
  },
  direct: {
    works: good('This browser makes direct lines to other phones.'),
    fails: bad(
      'This browser makes no direct line, not even to itself.',
      'Something on this phone or in this network forbids it: try without a private relay or a blocker, or in another network.',
    ),
    cannot: bad(
      'Direct lines are switched off in this browser.',
      'Switch them on in its settings (they are called WebRTC), or use another browser.',
    ),
  },
  stun: {
    works: (host: string) => good(`${host} tells how this phone is seen from outside.`),
    fails: (host: string) =>
      fair(
        `${host} did not say how this phone is seen from outside.`,
        'It may be out of reach, or not needed here. In the same house or hall nobody needs it.',
      ),
  },
  turn: {
    works: (host: string) => good(`${host} passes on what finds no direct way.`),
    fails: (host: string) =>
      fair(
        `${host} does not pass anything on from here.`,
        'Where two phones find no direct way they will not meet. Another network may help.',
      ),
  },
  others: {
    some: (count: number) =>
      good(
        plural(count, {
          one: '# member is online with you now.',
          other: '# members are online with you now.',
        }),
      ),
    none: fair(
      'Nobody is online with you now.',
      'Ask a neighbour to open Manyhands at the same time. If all else here works and you still do not meet, your two networks keep you apart: meet in one wifi, or send a message.',
    ),
  },

  seesTitle: 'Who can see what',
  sees: [
    'A relay sees which phones call it, when, from which address, and how much they say to find each other. It reads nothing, and keeps nothing.',
    'Whoever tells a phone how it is seen from outside (STUN) learns its address, and when.',
    'Whoever passes on what finds no direct way (TURN) sees both addresses and how much goes by. It is sealed all the way.',
    'Another member’s phone sees your address while you are linked.',
  ],
  seesNone:
    'This community names nothing but relays: nobody else is asked where you are.',

  copyTitle: 'For whoever helps you',
  copyLabel: 'What was found, as a text',
  copyHead: (version: string) => `Manyhands ${version}, connection check:`,
};
