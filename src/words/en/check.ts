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
  offer: 'Tests whether you can reach the others from here, and says what to try next.',
  lead: 'Nothing is lost. What you write is saved on this phone, and goes to the others later.',
  working: 'Testing the connection',
  again: 'Check again',
  stopped: 'Stopped. Below is what was found so far.',
  results: 'What was found',
  moods: { good: 'Works', fair: 'Good to know', bad: 'Does not work' },

  app: {
    ready: good('Manyhands also opens here without internet.'),
    notYet: fair(
      'Manyhands is not saved on this phone yet.',
      'Leave it open for a moment while you are online, then open it once more.',
    ),
    cannot: fair(
      'This browser cannot save apps, so Manyhands opens only online.',
      'Try another browser, or a window that is not private.',
    ),
  },
  storage: {
    promised: good('The browser has promised to keep your hours.'),
    notPromised: fair(
      'The browser may erase your hours when it is short of room.',
      'Ask it to keep them, in Settings. Or put Manyhands on the home screen.',
    ),
    unknown: fair(
      'This browser does not say whether it keeps your hours.',
      'Make sure that another member has a copy.',
    ),
  },
  network: {
    online: good('This phone says that it is online.'),
    offline: bad(
      'This phone says that it is offline.',
      'Switch on wifi or mobile data. Until then you can go on, and pass hours on face to face or by message.',
    ),
  },
  relay: {
    answers: (host: string) => good(`The relay ${host} answers.`),
    silent: (host: string) =>
      bad(
        `The relay ${host} can be reached, but it does not answer.`,
        'Some networks want you to sign in first. Open any web page, sign in, and check again.',
      ),
    blocked: (host: string) =>
      bad(
        `The relay ${host} cannot be reached from here.`,
        'It may be switched off, or this network blocks it. Try another network: mobile data instead of wifi, or the other way round.',
      ),
  },
  direct: {
    works: good('This browser can connect to other phones directly.'),
    fails: bad(
      'This browser cannot connect directly, not even to itself.',
      'Something on this phone or in this network blocks it. Switch off a private relay or an ad blocker, or try another network.',
    ),
    cannot: bad(
      'Direct connections are switched off in this browser.',
      'Switch them on in its settings (they are called WebRTC), or use another browser.',
    ),
  },
  stun: {
    works: (host: string) => good(`${host} tells this phone its address.`),
    fails: (host: string) =>
      fair(
        `${host} did not tell this phone its address.`,
        'Perhaps it cannot be reached. In the same house or hall nobody needs it.',
      ),
  },
  turn: {
    works: (host: string) =>
      good(`${host} passes messages on when two phones cannot connect directly.`),
    fails: (host: string) =>
      fair(
        `${host} passes nothing on from here.`,
        'Two phones that cannot connect directly will not reach each other. Another network may help.',
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
      'Ask a neighbour to open Manyhands at the same time. If everything else here works, your two networks may not let you connect. Use the same wifi, or send a message.',
    ),
  },

  seesTitle: 'Who can see what',
  sees: [
    'A relay sees which phones use it, when, from which address, and how much they send to find each other. It cannot read anything, and keeps nothing.',
    'The one who tells a phone its address (STUN) learns that address, and when.',
    'The one who passes messages on (TURN) sees both addresses and how much is sent. It cannot read anything.',
    'Another member’s phone sees your address while you are linked.',
  ],
  seesNone: 'This community uses only relays. Nobody else is asked for your address.',

  copyTitle: 'For someone who helps you',
  copyLabel: 'What was found, as a text',
  copyHead: (version: string) => `Manyhands ${version}, connection check:`,
};
