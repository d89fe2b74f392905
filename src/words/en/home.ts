import { duration, formats } from './hours.ts';

const { plural } = formats;

export const home = {
  morning: (name: string) => `Good morning, ${name}`,
  afternoon: (name: string) => `Good afternoon, ${name}`,
  evening: (name: string) => `Good evening, ${name}`,
  yourHours: 'Your hours',
  askedTitle: 'You have asked',
  asked: (name: string) => `Waiting for ${name}`,
  /** Heads a card that asks for a yes. Their words, so that no pronoun is guessed. */
  saysHelpedYou: (name: string) => `${name} says: “I helped you.”`,
  saysYouHelped: (name: string) => `${name} says: “You helped me.”`,
  details: (minutes: number, when: string, what: string | null) =>
    [duration(minutes), what, when].filter((part) => part !== null).join(' · '),
  /** The same, when an earlier hour is to be undone. */
  saysPutRight: (name: string) => `${name} asks: “Can we put this right?”`,
  yes: 'Yes, that’s right',
  different: 'Something’s different',
  takeBack: 'Take back',
  pastLimit: (name: string, minutes: number) =>
    `${name} would then have ${duration(minutes)} to give back. That is more than you agreed on. You decide.`,
  pastLimitYou: (minutes: number) =>
    `You would then have ${duration(minutes)} to give back. That is more than you agreed on.`,
  alone: 'You are the first one here',
  aloneNow: 'Only you are here now',
  aloneText: 'A time bank needs two people. Invite a neighbour.',
  aloneAct: 'Invite someone',
  notAdmittedText:
    'As soon as a member is online, you are let in. Until then you can look around and record.',
  draftsTitle: 'Started on this phone',
  draftsText: 'Nobody has been asked yet.',
  draftsWaiting: 'Saved here. You can ask as soon as you have been let in.',
  draftOf: (name: string) => (name === '' ? 'No name yet' : name),
  draftDrop: (name: string) => `Throw away the draft with ${name}`,
  draftDropped: 'Thrown away.',
  members: (count: number) => plural(count, { one: '# member', other: '# members' }),
};
