import { inThree } from './trouble.ts';

/** Somebody joins by two messages, where no line reaches. */
export const byMessage = {
  offer: 'Never online at the same time? Ask by message. The answer lets you in.',
  ask: 'Ask by message',
  askTitle: 'Your request as a message',
  askHow:
    'Send it to the person who invited you. They open it on their phone and send you a link back. Open that link on this phone.',
  askText: (community: string, link: string) =>
    `Please let me in to ${community}. Open this on your phone:\n${link}`,
  askLabel: 'Your request, with its link',
  send: 'Send it',
  noInvite: 'This phone has no invitation that can be sent.',

  askedTitle: 'Somebody asks to be let in',
  letIn: (name: string) => `${name} is in.`,
  letInUnnamed: 'They are in.',
  answerHow: 'Now send this back. It lets them in, and works only on their phone.',
  answerText: (community: string, link: string) =>
    `You are in. Welcome to ${community}! Open this on the phone you asked with:\n${link}`,
  answerLabel: 'Your answer, with its link',
  welcomedTitle: 'An answer to your request',

  foreign: inThree(
    'This message is for another community, or for another phone.',
    'Open it on the phone it was meant for.',
    'Nothing has changed here.',
  ),
  unproven: inThree(
    'Something is wrong with this request.',
    'Ask the person who sent it to send it again.',
    'Nothing has changed here.',
  ),
  notLetIn: inThree(
    'This answer does not let this phone in.',
    'Send your request once more, to the person who invited you.',
  ),
  busy: inThree(
    'This phone cannot let anybody in.',
    'Send the message on to another member: their phone can.',
  ),
};

/** Where a browser makes no direct lines. */
export const noLines = {
  title: 'Phones cannot connect directly here',
  text: 'This browser cannot connect to other phones directly. Everything else works. You can show a code to somebody beside you, send a link by message, or take a parcel along.',
  waiting: 'Waiting: this browser cannot connect directly',
  waitingDetail: 'Send a message, show a code or take a parcel along. Nothing is lost.',
  waitingToJoin:
    'Your request is saved. This browser cannot connect directly: send it by message.',
  pair: inThree(
    'This browser cannot connect to other phones directly.',
    'Use another browser, or send a message or a parcel instead.',
  ),
};
