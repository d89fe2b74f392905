import { formats } from './hours.ts';

const { plural } = formats;

/** Help for thanks alone: both say yes to it, it is counted, and no hours move. */
export const gift = {
  toggle: 'No hours, just thanks',
  toggleHint: 'Help as a gift: you both say yes to it, and no hours are counted.',
  summaryHelped: (name: string, when: string) =>
    `You helped ${name} as a gift, ${when}. ${name} will be asked.`,
  summaryWasHelped: (name: string, when: string) =>
    `${name} helped you as a gift, ${when}. ${name} will be asked.`,

  /** What the other of the two says, above a yes. */
  saysHelped: (name: string) => `${name} says: “I helped you, as a gift.”`,
  saysWasHelped: (name: string) => `${name} says: “You helped me, as a gift.”`,

  title: 'Help as a gift',
  iHelped: (name: string, when: string) => `You helped ${name}, ${when}.`,
  wasHelped: (name: string, when: string) => `${name} helped you, ${when}.`,
  count: (count: number) =>
    plural(count, {
      one: 'Once, just for thanks',
      other: '# times, just for thanks',
    }),
  countOfUs: (count: number) =>
    plural(count, {
      one: 'Once this year, just for thanks',
      other: '# times this year, just for thanks',
    }),
};
