import { duration } from './hours.ts';

/** One hour's own page. */
export const hour = {
  title: 'An hour of help',
  unknown: 'This hour is not here yet',
  unknownText: 'It may still be on its way. Nothing is lost.',
  between: (helper: string, helped: string) => `${helper} helped ${helped}`,
  /** My sum, before and after. */
  was: (minutes: number) =>
    minutes < 0
      ? `Before, it was ${duration(minutes)} to give back.`
      : `Before, it was ${duration(minutes)}.`,
  goneAsked:
    'You asked someone who has left since, and cannot answer any more. Nothing has moved; you can take it back.',
  goneAsks: 'Whoever asks this has left since. If it is right, you can still say yes.',
  note: 'Only the two of you can read this',
  thanks: 'Thanks',
  thanksFrom: (name: string, text: string) => `${name}: “${text}”`,
  thanksYou: (text: string) => `You: “${text}”`,
  reading: 'Everybody in the community can read it.',
  putRightAsked: (name: string) => `You have asked ${name} to put this right.`,
  putRightAsksYou: (name: string) => `${name} asks you to put this right.`,
  carried:
    'The page this stood on has two versions. One of you carried the hour over, so it counts.',
  putRightSee: 'See what was asked',
  declinedText: 'Nothing has moved. You can record it the way it was.',
  youDeclinedText: 'Nothing has moved. If it was right after all, say so.',
  keptByThem: (name: string) => `${name} has it already`,
  messageTitle: (name: string) => `A message for ${name}`,
  messageText: (name: string) =>
    `Send this to ${name}, any way you like. It opens just this hour, and only ${name} can answer.`,
  messageTextYes: (name: string) =>
    `Send this to ${name}, any way you like. With it, the hour counts on that phone too.`,
  messageLabel: 'The message, with its link',
  messageShare: 'Send it with…',
  messageNot: 'It can be sent once you have been let in.',
};
