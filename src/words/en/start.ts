import { duration } from './hours.ts';

export const welcome = {
  title: 'An hour is an hour',
  lead: 'Help a neighbour for an hour, and ask for an hour when you need one. No money, no company in between: your community keeps its own record, on its own phones.',
  found: 'Start a community',
  join: 'I have an invitation',
  demo: 'Look around in a demo',
  demoHint: 'Twelve made-up neighbours. Nothing leaves this device.',
  howTitle: 'How it works',
  how1: 'You help someone, or someone helps you.',
  how2: 'One of you records it. The other says yes.',
  how3: 'The hour is yours, and every member keeps a copy of the record.',
  yours: 'Your communities on this device',
  aDemo: 'A demo',
  demoMaking: 'Making up a year of a village…',
};

export const found = {
  title: 'Start a community',
  name: 'What is it called?',
  nameHint: 'The street, the parish, the club…',
  yourName: 'And your name?',
  yourNameHint: 'As your neighbours call you.',
  unit: 'What do you call an hour?',
  unitHint: 'Most say “hour”. Some say “hand” or “acorn”.',
  unitDefault: 'hour',
  more: 'The word for an hour, the limit, the agreement',
  limit: 'How far may someone be behind?',
  limitHint:
    'Past this, whoever is asked to confirm sees a note. It never stops anybody.',
  limitChoice: (minutes: number) => duration(minutes),
  agreement: 'Our agreement in a few words',
  agreementHint: 'All members can read it. It can be empty.',
  agreementDefault:
    'An hour is an hour, whatever the help was. Nobody has to say why they say no.',
  fixed: 'The name and the agreement stay as they are from now on.',
  act: 'Start it',
  working: 'Making your community…',
  nameMissing: 'Please give it a name.',
  yourNameMissing: 'Please write your name.',
};

export const invite = {
  title: 'Invite someone',
  lead: 'This invitation is for one person. Whoever opens it can ask to join.',
  forWhom: 'Who is it for?',
  forWhomHint: 'It helps you to keep them apart. Members can read it.',
  forLabel: (label: string) => `For ${label}`,
  making: 'Making an invitation…',
  code: (community: string) => `Invitation to ${community}, as a code to scan`,
  linkLabel: 'Or send this link',
  share: 'Send the link',
  shareText: (community: string, link: string) =>
    `Come and join ${community}, our time bank. This link is for you alone:\n${link}`,
  another: 'Invite somebody else',
  anotherAct: 'Make another one',
  keepOpen:
    'Let one member’s Manyhands be open when it is used: that device lets the newcomer in.',
  open: (label: string) => `Not used yet: ${label}`,
  openPlain: 'Not used yet',
  used: (name: string) => `${name} has joined with it`,
  openTitle: 'Your invitations',
  end: 'Take back',
  endWhich: (label: string) => `Take back the invitation for ${label}`,
  endTitle: 'Take this invitation back?',
  endText:
    'Its link and code open the door to nobody any more. This cannot be undone; you can make another invitation at any time.',
  endAct: 'Take it back',
  endKeep: 'Keep it',
  ended: 'The invitation is taken back. Nobody can join with it.',
  notYet: 'You can invite others as soon as you have been let in yourself.',
  someoneJoined: (name: string) => `${name} has joined.`,
};

export const join = {
  title: (community: string) => `Join ${community}`,
  titlePlain: 'Join a community',
  from: (name: string) => `${name} invites you.`,
  scanAct: 'Scan a code instead',
  yourName: 'What is your name?',
  yourNameHint: 'As your neighbours call you.',
  sees: 'Members keep the whole record together. So they can work out each other’s hours; what you write about an exchange is only for the two of you.',
  act: 'Join',
  nameMissing: 'Please write your name.',
  working: 'Getting you in…',
  waitingTitle: 'Almost there',
  waitingPlain:
    'Your request has been kept. As soon as a member is online, you are in.',
  waitingMeanwhile:
    'You can look around and record already. It counts once you are in.',
  askToOpen: 'You could ask them to open Manyhands for a moment.',
  youAreIn: (community: string) => `You are in. Welcome to ${community}!`,
  alreadyIn: (community: string) => `${community} is on this device already.`,
  openIt: 'Open it',
  somebodyElse: 'Somebody else joins on this device',
  inApp:
    'Opened this in Safari? The app on your home screen cannot see it. Copy the link, open the app, and paste it there.',
  copyForApp: 'Copy for the app',
};
