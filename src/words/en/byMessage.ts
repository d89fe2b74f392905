import { inThree } from './trouble.ts';

/** Somebody joins by two messages, where no line reaches. */
export const byMessage = {
  offer: 'Never online at the same time? Ask by message: what comes back lets you in.',
  ask: 'Ask by message',
  askTitle: 'Your request as a message',
  askHow:
    'Send it to whoever invited you. They open the link on their phone; then open the link they send back on this one.',
  askText: (community: string, link: string) =>
    `Please let me in to ${community}. Open this where you have it:\n${link}`,
  askLabel: 'Your request, with its link',
  send: 'Send it',
  noInvite: 'This phone came with no invitation that can be sent.',

  askedTitle: 'Somebody asks to be let in',
  letIn: (name: string) => `${name} is let in.`,
  letInUnnamed: 'They are let in.',
  answerHow: 'Now send this back. On their phone it opens the door, and on no other.',
  answerText: (community: string, link: string) =>
    `You are let in to ${community}. Open this on the phone you asked with:\n${link}`,
  answerLabel: 'Your answer, with its link',
  welcomedTitle: 'An answer to your request',

  foreign: inThree(
    'This message is for another community, or for another phone.',
    'Open it on the phone it was meant for.',
    'Nothing has changed here.',
  ),
  unproven: inThree(
    'This request is not what it says.',
    'Ask whoever sent it to send it again.',
    'Nothing has changed here.',
  ),
  notLetIn: inThree(
    'This answer does not let this phone in.',
    'Send your request once more, to whoever invited you.',
  ),
  busy: inThree(
    'This phone cannot let anybody in.',
    'Send the message on to another member: their phone can.',
  ),
};

/** Where a browser makes no direct lines. */
export const noLines = {
  title: 'Phones cannot meet here directly',
  text: 'This browser makes no direct lines to other phones. Everything else works: show a code to who stands beside you, send links by message, take parcels along.',
  waiting: 'Waiting: this browser makes no direct lines',
  waitingDetail: 'Send a message, show a code or take a parcel along. Nothing is lost.',
  waitingToJoin:
    'Your request has been kept. This browser makes no direct lines: send it by message.',
  pair: inThree(
    'This browser makes no direct lines to other phones.',
    'Use another browser, or send a message or a parcel instead.',
  ),
};
