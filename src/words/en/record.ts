import { duration, formats } from './hours.ts';

const { number } = formats;

export const record = {
  title: 'Record help',
  direction: 'Who helped?',
  iHelped: 'I helped',
  someoneHelpedMe: 'Someone helped me',
  withWhom: 'Who with?',
  morePeople: (count: number) => `Somebody else… (${number(count)} more)`,
  howLong: 'How long?',
  when: 'When?',
  today: 'Today',
  yesterday: 'Yesterday',
  otherDay: 'Other day',
  whichDay: 'Which day?',
  what: 'What was it?',
  more: 'Say what it was',
  forElse: 'Somebody else was helped',
  forElseHint: (helper: string) =>
    helper === ''
      ? 'It is done with your hours.'
      : `It is done with your hours. ${helper} is asked.`,
  forWhom: 'Who was helped?',
  forThem: (name: string) => `For ${name}.`,
  note: 'A note about it',
  noteHint: 'Only the two of you can read this.',
  summaryHelped: (name: string, minutes: number, when: string) =>
    `You helped ${name}, ${duration(minutes)}, ${when}. ${name} will be asked.`,
  summaryWasHelped: (name: string, minutes: number, when: string) =>
    `${name} helped you, ${duration(minutes)}, ${when}. ${name} will be asked.`,
  chooseFirst: 'Choose who it was with.',
  ask: (name: string) => `Ask ${name}`,
  askPlain: 'Ask',
  correcting: (name: string) =>
    `This is what ${name} wrote. Change what is different. Then ${name} will be asked again.`,
  whomHint: 'Write the name. You choose the person once you have been let in.',
  whomWas: (name: string) => `You wrote: ${name}`,
  nobody: 'There is nobody to choose yet',
  nobodyText: 'An hour needs two people. Invite a neighbour first.',
  keep: 'Keep it on this phone',
  summaryDraft: (name: string, minutes: number, when: string, iHelped: boolean) =>
    iHelped
      ? `You helped ${name}, ${duration(minutes)}, ${when}.`
      : `${name} helped you, ${duration(minutes)}, ${when}.`,
  notInYet: 'You can record already. It counts once you have been let in.',

  /** Said once it is recorded. */
  askedTitle: (name: string) => `${name} has been asked`,
  askedText: (name: string) => `You’ve said yes. It counts when ${name} does.`,
  send: (name: string) => `Send ${name} a message`,
  code: (name: string) => `A code for ${name} to scan`,
  messageHelped: (name: string, minutes: number, link: string) =>
    `I have written down that I helped you, ${name}, for ${duration(minutes)}. Is that right?\n${link}`,
  messageWasHelped: (name: string, minutes: number, link: string) =>
    `I have written down that you helped me, ${name}, for ${duration(minutes)}. Is that right?\n${link}`,
  sent: 'Message ready',
  takenBack: 'Taken back. No hours have changed.',
  another: 'Record another',
  toHome: 'To the start',
};

export const confirm = {
  /** After the yes. */
  met: (minutes: number) => `${duration(minutes)}: you have both said yes.`,
  metTitle: 'Done. You both agree',
  youHave: (minutes: number) => `You can ask for ${duration(minutes)}.`,
  youGiveBack: (minutes: number) => `You have ${duration(minutes)} to give back.`,
  youAreEven: 'You have given as much as you have received.',
  thanks: 'Say thanks?',
  /** What one tap says, and the tap. */
  thanksPlain: (name: string) => `Thank you, ${name}!`,
  sayThanks: (name: string) => `Say “Thank you, ${name}!”`,
  thanksOwn: 'In your own words',
  thanksAct: 'Send thanks',
  notRight: 'Not right after all?',
  putRight: 'Put it right',
  putRightText: (name: string, minutes: number) =>
    `This asks ${name} to undo ${duration(minutes)}. When ${name} says yes, it does not count any more.`,
  putRightAct: (name: string) => `Ask ${name} to put it right`,
  tellThem: (name: string) => `Send ${name} a message about it`,
  messageYes: (name: string, link: string) =>
    `Yes, that’s right, ${name}. Open this and it counts for you too:\n${link}`,

  differentTitle: 'What is different?',
  differentText:
    'You need no reason. No hours change, and you can record it the way it was.',
  notMe: 'That was not me',
  saysNo: (name: string) => `${name} will see that you said no.`,
  notMeToo: (name: string) =>
    `“That was not me” is also sent to ${name} as a message from you.`,
  /** What is sent then: read long after the day it was written. */
  notMeWord: (minutes: number, when: string) =>
    `${duration(minutes)}, ${when}: that was not me.`,
  saidNo: (name: string) => `You said no. ${name} will see it.`,
  putAway: 'Put it away',
  isPutAway: 'Put away. No hours have changed.',
  recordInstead: 'Record it the way it was',
  decline: 'Say no',
};
