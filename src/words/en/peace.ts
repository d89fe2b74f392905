import { formats } from './hours.ts';

const { number } = formats;

/** What somebody does not want to see, and whom they tell of it. */
export const peace = {
  fold: 'Hide or report this card',
  hide: 'Hide this card',
  hidden: 'The card is hidden, for you alone.',
  block: (name: string) => `Hide ${name}`,
  blocked: (name: string) => `${name} is hidden, for you alone.`,
  unblock: (name: string) => `Show ${name} again`,
  unblocked: (name: string) => `You can see ${name} again.`,
  isBlocked: (name: string) => `You have hidden ${name}.`,
  onlyHere: 'Only your own phones know this. Nobody is told.',
  hoursStay: (name: string) =>
    `If ${name} records an hour with you, it still waits under “All hours”.`,
  hiding: (name: string) =>
    `If you hide ${name}, nobody is told. Hours ${name} records with you still wait under “All hours”.`,
  tell: 'Tell somebody about it',

  tellTitle: 'Tell somebody about it',
  tellLead: 'Choose who should know. Only they can read what you write here.',
  tellNobody: 'There is nobody else here yet whom you could tell.',
  tellWho: 'Who should know?',
  tellWhat: 'What happened, in your words?',
  tellMost: (most: number) => `You can tell ${number(most)} people at once.`,
  tellAct: 'Tell them',
  tellNeedsWho: 'Please choose somebody.',
  tellNeedsWhat: 'Please write what it is about.',
  told: 'They are told. You can take it back in Settings.',

  askedTo: (name: string) => `${name} asks you to look at something`,
  askedAbout: (name: string) => `It is about ${name}.`,
  askedAboutCard: (name: string, title: string) =>
    `It is about ${name}’s card “${title}”.`,
  askedNote:
    'Reading it decides nothing, and nobody is told that you read it. Talk with each other.',
  seePerson: (name: string) => `See ${name}`,
  seeCard: 'See the card',
  haveRead: 'I have read it',

  settingsTitle: 'What you have hidden',
  settingsNone: 'You have hidden nothing.',
  settingsPeople: 'People',
  settingsCards: 'Cards',
  settingsTold: 'What you have told others',
  cardGone: 'A card that was taken down',
  showAgain: 'Show again',
  takeBack: 'Take back',
  aboutWhen: (name: string, when: string) => `About ${name}, ${when}`,
};

/** What needs somebody, in one place. */
export const inbox = {
  /** On a locked screen: no names. */
  notice: (community: string) => `Something waits for you in ${community}`,

  tell: 'Tell me when something waits for me',
  tellHint:
    'Only while Manyhands is open in the background. Without names, as others may see your screen.',
  tellRefused:
    'This browser does not allow it. You can change that in the settings of the browser.',
};
