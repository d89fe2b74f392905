import { formatsFor, splitMinutes } from '../format.ts';

export const formats = formatsFor('en-GB');
const { longDuration: long, number, plural } = formats;

/** "1 h 30", "45 min", "3 h": to be seen, beside its picture. Never broken over lines. */
export function duration(minutes: number): string {
  const { h, m } = splitMinutes(minutes);
  if (h === 0 && m > 0) return `${number(m)}\u00a0min`;
  return m === 0
    ? `${number(h)}\u00a0h`
    : `${number(h)}\u00a0h\u00a0${String(m).padStart(2, '0')}`;
}

/** "1 hour 30 minutes": to be read aloud. */
export const longDuration = long;

const side = (minutes: number): string =>
  minutes > 0
    ? 'You can ask for'
    : minutes < 0
      ? 'You can give back'
      : 'Nothing to give or ask yet';

export const hours = {
  title: 'All hours',
  empty: 'No hours yet',
  emptyText: 'You will see the first hour you give or receive here.',
  emptyAct: 'Record help',

  /** What stands before the big figure; at nought it says all of it. */
  side,
  balance: (minutes: number) =>
    minutes === 0 ? side(0) : `${side(minutes)} ${long(minutes)}`,
  even: 'You have given as much as you have received.',

  halfSigned: (minutes: number) =>
    `${long(minutes)}: one of two has said yes, the other has not answered yet`,
  bothSigned: (minutes: number) => `${long(minutes)}: both have said yes`,

  quarterLess: '15 minutes less',
  quarterMore: '15 minutes more',
  typeIt: 'Hours and minutes, typed',
  pickerHint: 'Drag along the circles, tap a quarter, or type.',
  misread: (min: number, max: number) =>
    `Please write a time from ${duration(min)} to ${duration(max)}, such as 1:30 or 45 min.`,

  filter: 'Show',
  all: 'All',
  waiting: 'Waiting',
  withWhom: 'With',
  none: 'No hours here.',
  shown: (count: number) => plural(count, { one: '# entry', other: '# entries' }),
  iHelped: 'I helped',
  wasHelped: 'I was helped',
  youHelped: (name: string) => `You helped ${name}`,
  helpedYou: (name: string) => `${name} helped you`,
  stateAsked: (name: string) => `Waiting for ${name}`,
  stateAsksYou: 'Waiting for you',
  stateGone: 'The other person has left',
  stateDeclined: (name: string) => `${name} said no`,
  stateYouDeclined: 'You said no',
  /** Recorded once more, the way it was. */
  stateCorrected: (name: string) => `${name} says it was different`,
  stateYouCorrected: 'You said it was different',
  notCounted: 'Not counted',
  stateTakenBack: 'Taken back',
  statePutRight: 'Put right',
  statePutsRight: 'Puts an earlier hour right',
  gift: 'Gift',
  given: (minutes: number) => `${duration(minutes)} given`,
  received: (minutes: number) => `${duration(minutes)} received`,
  showMore: (count: number) =>
    plural(count, { one: 'Show # more', other: 'Show # more' }),

  yearTitle: 'Your year',
  yearPeople: (count: number) => plural(count, { one: '# person', other: '# people' }),
  yearText: (helped: number, wasHelped: number) =>
    `In the last 52 weeks you helped for ${long(helped)} and were helped for ${long(wasHelped)}.`,
  yearEmpty: 'Nothing this year yet.',
  /** Weeks with a gift of help. */
  yearGifts: (weeks: number) =>
    plural(weeks, {
      one: 'In one week somebody helped just for thanks.',
      other: 'In # weeks somebody helped just for thanks.',
    }),
  yearTogether: (hours: string, gifts: string) => `${hours} ${gifts}`,
  week: (when: string, helped: number, wasHelped: number, gift: boolean) =>
    gift
      ? `Week of ${when}: helped ${long(helped)}, was helped ${long(wasHelped)}, and a gift of help`
      : `Week of ${when}: helped ${long(helped)}, was helped ${long(wasHelped)}`,
  asList: 'Read it as a list',

  tiesTitle: 'Your ties',
  tiesText: (count: number) =>
    plural(count, {
      zero: 'No ties yet.',
      one: 'Help has given you # tie.',
      other: 'Help has given you # ties.',
    }),
  tie: (name: string, exchanges: number, mutual: boolean) =>
    `${name}: ${plural(exchanges, { one: '# exchange', other: '# exchanges' })}, ` +
    (mutual ? 'both ways' : 'one way so far'),
  tiesShown: (shown: number) => `The first ${number(shown)} are drawn.`,
  andMore: (count: number) => `and ${number(count)} more`,

  clothTitle: 'Our cloth',
  clothText: (count: number) =>
    plural(count, {
      one: 'One stitch: one exchange in the last 52 weeks.',
      other: '# stitches, one for each exchange of the last 52 weeks.',
    }),
};
