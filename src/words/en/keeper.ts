import { formats } from './hours.ts';

const { plural } = formats;

/** A device of mine that is always on, and does nothing in my name. */
export const keeper = {
  add: 'Add a keeper',
  lead: 'A keeper is a computer or an old tablet that is always on. It keeps all hours and passes them on, even between two people who are never online together. It lets in people who have an invitation. It cannot record or say yes for you.',
  addLead:
    'An old tablet: scan this code there, or open the link. A computer that runs the keeper: paste the link there, or type the letters.',
  code: 'A code to scan with the keeper',
  valid:
    'It works for ten minutes, for one keeper. Keep this open until the keeper is added.',
  askTitle: 'Add this keeper?',
  askText:
    'It asks to keep the hours of your community. It can let in people who have an invitation. It can do nothing else in your name. Say yes only if it shows the same digits:',
  added: 'It is your keeper now.',
  addedText: 'Leave it on and online. It gets all hours by itself.',
  thisOne: 'A keeper',
  does: 'It keeps hours and passes them on. It cannot record, say yes or read your notes.',
  another: 'A keeper of yours',
};

/** An old tablet in the hall. */
export const wall = {
  title: 'A tablet on the wall',
  text: 'An old phone or tablet in the hall can show what we do together. It also keeps a copy of all hours. It becomes your keeper. Nobody who taps on it can do anything in your name.',
  see: 'See what it shows',
  heading: (community: string) => `${community}, on the wall`,
  together: 'What we have done together',
  board: 'On our board',
  newest: 'What is new',
  between: (helper: string, helped: string) => `${helper} helped ${helped}`,
  empty: 'No stitch yet',
  emptyText: 'The first exchange will stand here.',
  here: 'Online now',
  hereCount: (count: number) =>
    plural(count, { one: '# member is online', other: '# members are online' }),
  nobodyHere: 'Nobody is online right now. All hours are kept here.',
  come: 'Come in',
  comeText: 'Scan this with your phone.',
  code: 'A code to scan, to come in',
  leave: 'Hold to leave the wall',
  leaveTitle: 'Leave the wall?',
  stay: 'Stay on the wall',
  goOn: 'Go to the app',
  others: 'Other communities on this tablet',
  keeperText:
    'This tablet is a keeper: it shows the wall and nothing else of this community.',
  names: 'Show names',
  namesText:
    'Anyone who passes by can read them. Without names there are only the buttons.',
  link: 'A link to show as a code',
  linkHint:
    'A poster is best: people who scan it knock first. With an invitation, the first person who scans it comes in.',
  linkAct: 'Show it',
  linkWrong: 'This is not a poster or an invitation, or a part of it is missing.',
  linkGone: 'Show no code',
  awake: 'The screen stays on by itself.',
  asleep:
    'This browser lets the screen go dark. Set the tablet so that it never turns off its screen.',
};
