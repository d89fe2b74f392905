import { duration } from './hours.ts';

/** A message link: one card, opened by one tap. */
export const link = {
  opening: 'Opening the message…',
  title: 'A message about an hour',
  asksYou: (name: string) => `${name} asks you`,
  answers: (name: string) => `${name} has answered`,
  saidYes: (name: string, minutes: number) =>
    `${name} said yes: ${duration(minutes)} counts now.`,
  saidDifferent: (name: string) => `${name} says it was different. Nothing has moved.`,
  toHome: 'To the start',

  alreadyTitle: 'You have seen this one',
  alreadyYes:
    'You have said yes already. It counts once, however often the link is opened.',
  alreadyDifferent: 'You have said that it was different. Nothing has moved.',
  alreadyTakenBack: (name: string) => `${name} has taken it back. Nothing has moved.`,
  alreadyAnswer: 'This answer has already arrived. It counts once.',

  wrongPersonTitle: 'This message is for somebody else',
  wrongPerson: (name: string) =>
    `It asks ${name}, so only ${name} can answer. Nothing has changed here.`,
  wrongPersonPlain:
    'It asks another member, so only that member can answer. Nothing has changed here.',
  ownTitle: 'This is your own message',
  own: (name: string) =>
    `It is meant for ${name}. Send it on, and the answer comes back to you.`,

  damagedTitle: 'Part of this link is missing',
  damaged:
    'It may have been cut off on the way. Nothing is lost. Ask for it to be sent again, or copy the whole of it.',
  otherCommunityTitle: 'This comes from another community',
  otherCommunity:
    'You are not a member of it on this device. If you have joined it elsewhere, open the link there.',
  otherCommunityHere: (name: string) => `It belongs to ${name}. Open it there?`,
  openThere: (name: string) => `Open in ${name}`,
  strangerTitle: 'We do not know who wrote this',
  stranger:
    'Its writer is not in your copy of the record, and the message does not say who let them in. Nothing has changed.',
  notAnInvite: 'This is a message about an hour, not an invitation.',
  notALink: 'This does not look like one of our links.',
  pasteTitle: 'Paste a link',
  pasteLead:
    'An invitation or a message: copy the whole of it, wherever it came from, and paste it here.',
  pasteLabel: 'The link',
  pasteOpen: 'Open it',
  pasteMissing: 'Please paste the link first.',
  pasteByHand:
    'This browser does not hand it over. Press and hold the field above, then choose Paste.',
  copyTitle: 'Copy for the app',
  copyText: 'Copy the link here, open the app from your home screen, and choose Paste.',
  pasteAct: 'Paste a message link',
};
