import { duration } from './hours.ts';

/** One hour's own page. */
export const hour = {
  title: 'An hour of help',
  unknown: 'This hour is not here yet',
  unknownText: 'It may still be on its way. Nothing is lost.',
  between: (helper: string, helped: string) => `${helper} helped ${helped}`,
  /** My sum, before and after. */
  was: (minutes: number) =>
    minutes === 0
      ? 'Before, you had nothing to give or ask.'
      : minutes < 0
        ? `Before, you had ${duration(minutes)} to give back.`
        : `Before, you could ask for ${duration(minutes)}.`,
  goneAsked:
    'You asked someone who has left and cannot answer any more. No hours have changed. You can take it back.',
  goneAsks:
    'The person who asks this has left. If it is right, you can still say yes. If not, put it away.',
  note: 'Only the two of you can read this',
  reading: 'Everybody in the community can read it.',
  putRightAsked: (name: string) => `You have asked ${name} to put this right.`,
  putRightAsksYou: (name: string) => `${name} asks you to put this right.`,
  carried:
    'There are two different copies of somebody’s hours. One of you kept this hour, so it counts.',
  putRightSee: 'See what was asked',
  declinedText: 'No hours have changed. You can record it the way it was.',
  youDeclinedText: 'No hours have changed. If it was right after all, say so.',
  keptByThem: (name: string) => `${name} has it already`,
  messageTitle: (name: string) => `A message for ${name}`,
  messageText: (name: string) =>
    `Send this to ${name}, any way you like. It opens just this hour, and only ${name} can answer.`,
  messageTextYes: (name: string) =>
    `Send this to ${name}, any way you like. Then the hour counts on that phone too.`,
  messageLabel: 'The message, with its link',
  messageShare: 'Send it with…',
  messageNot: 'It can be sent once you have been let in.',
};
