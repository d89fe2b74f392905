import { duration, formats } from './hours.ts';

const { number, plural } = formats;

const people = (count: number): string =>
  plural(count, { one: '# person', other: '# people' });

/** The same help with several people, recorded at once. */
export const several = {
  addAnother: 'Add another person',
  whoElse: 'Who else?',
  atMost: (most: number) =>
    `You can ask ${number(most)} people at a time. Record the others afterwards.`,
  noteHint: 'Each of them can read this, and nobody else.',
  youHelped: (names: string, minutes: number, when: string) =>
    `You helped ${names}, ${duration(minutes)} each, ${when}.`,
  helpedYou: (names: string, minutes: number, when: string) =>
    `${names} helped you, ${duration(minutes)} each, ${when}.`,
  between: (helper: string, helped: string, minutes: number, when: string) =>
    `${helper} helped ${helped}, ${duration(minutes)} each, ${when}.`,
  willBeAsked: (count: number, altogether: number) =>
    `${people(count)} will be asked: ${duration(altogether)} altogether.`,
  ask: (count: number) => `Ask ${people(count)}`,
  askFor: (org: string, count: number) => `For ${org}: ask ${people(count)}`,
  asking: 'Asking them, one after the other',
  stopAsking: 'Stop',
  cannotAsk: (name: string, why: string) => `${name} cannot be asked. ${why}`,
  nobodyLeft: 'None of them can be asked.',

  /** It stopped in between. */
  stopped: 'You stopped it.',
  asked: (list: string) => `Asked already: ${list}.`,
  notAsked: (list: string) => `Not asked yet: ${list}.`,
  askedAlready: 'Asked already',

  /** All are asked. */
  askedTitle: (count: number) =>
    plural(count, {
      one: '# person has been asked',
      other: '# people have been asked',
    }),
  askedText: 'You’ve said yes. Each hour counts once the other one says yes too.',
};
