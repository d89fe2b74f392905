import { formats } from './hours.ts';

const { plural } = formats;

/** A device of mine that is always on, and does nothing in my name. */
export const keeper = {
  add: 'Add a keeper',
  lead: 'A keeper is a computer or an old tablet that is always on. It keeps the record, passes it on, and opens the door to whoever holds an invitation, so that two who are never awake together still meet. It records nothing and says yes to nothing.',
  addLead:
    'An old tablet: scan this code there, or open the link. A computer that runs the keeper: paste the link there, or type the letters.',
  code: 'The way onto the keeper, as a code to scan',
  valid: 'Good for ten minutes, for one keeper. Keep this open until it is there.',
  askTitle: 'Add this keeper?',
  askText:
    'It asks to keep your community’s record. It can let people in who hold an invitation, and sign nothing else in your name. Say yes only if it shows the same digits:',
  added: 'It is your keeper now.',
  addedText: 'Leave it on and online. It fetches the record by itself.',
  thisOne: 'A keeper',
  does: 'Keeps and passes on. It cannot record, say yes or read your notes.',
  another: 'A keeper of yours',
};

/** An old tablet in the hall. */
export const wall = {
  title: 'A tablet on the wall',
  text: 'An old phone or tablet in the hall can show what we do together, and keep the record meanwhile. It becomes a keeper of yours: whoever taps on it can do nothing in your name.',
  add: 'Add one',
  see: 'See what it shows',
  heading: (community: string) => `${community}, on the wall`,
  together: 'What we have done together',
  board: 'On our board',
  newest: 'Just now among us',
  between: (helper: string, helped: string) => `${helper} helped ${helped}`,
  empty: 'No stitch yet',
  emptyText: 'The first exchange will stand here.',
  here: 'Online now',
  hereCount: (count: number) =>
    plural(count, { one: '# member is online', other: '# members are online' }),
  nobodyHere: 'Nobody is online just now. The record is kept here.',
  come: 'Come in',
  comeText: 'Scan this with your phone.',
  code: 'The way in, as a code to scan',
  leave: 'Hold to leave the wall',
  leaveTitle: 'Leave the wall?',
  stay: 'Stay on the wall',
  goOn: 'Go to the app',
  others: 'Other communities on this tablet',
  keeperText:
    'This tablet is a keeper: it shows the wall and nothing else of this community.',
  names: 'Show names',
  namesText:
    'Whoever passes by can read them. Without names there are only the buttons.',
  link: 'A link to show as a code',
  linkHint:
    'Best a poster: whoever scans it knocks. With an invitation, whoever is first comes in.',
  linkAct: 'Show it',
  linkWrong: 'This is no poster and no invitation, or a part of it is missing.',
  linkGone: 'Show no code',
  awake: 'The screen stays on by itself.',
  asleep:
    'This browser lets the screen go dark. Set the tablet so that it never turns off its screen.',
};
