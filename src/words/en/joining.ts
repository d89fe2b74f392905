import { formats } from './hours.ts';

const { number } = formats;

/** What somebody says they could do, by kind of help: "I …". */
const strength = {
  care: 'Look after someone',
  children: 'Mind children',
  company: 'Keep someone company',
  lift: 'Give a lift',
  garden: 'Help in the garden',
  food: 'Cook for others',
  home: 'Help at home',
  repair: 'Mend things',
  learning: 'Explain and teach',
  forms: 'Help with forms and offices',
  together: 'Pitch in for all of us',
  other: 'Something else',
  safety: 'Keep an eye on our streets',
  civic: 'Speak up for the neighbourhood',
  language: 'Translate, or practise a language',
  arts: 'Make music, paint, make things',
  body: 'Walks, exercise, haircuts',
  errands: 'Shop and run errands',
  digital: 'Help with phone or computer',
  pets: 'Walk a dog, feed a cat',
};

/** What would help somebody, by kind of help: "I would like …". */
const wish = {
  care: 'A hand with caring',
  children: 'Someone for the children',
  company: 'Some company',
  lift: 'A lift now and then',
  garden: 'A hand in the garden',
  food: 'A cooked meal',
  home: 'A hand at home',
  repair: 'Something mended',
  learning: 'Someone to teach me',
  forms: 'Help with forms and offices',
  together: 'Doing something with others',
  other: 'Something else',
  safety: 'Someone to walk home with',
  civic: 'Someone to come to a meeting',
  language: 'A language, or a translation',
  arts: 'Music, painting, handicraft',
  body: 'A walk, exercise, a haircut',
  errands: 'Something from the shops',
  digital: 'Help with my phone or computer',
  pets: 'Someone for my pet',
};

/** Joining asks by taps: first what somebody can do, then what would help them. */
export const joining = {
  strength,
  wish,
  /** What this is, in two sentences. */
  what: 'Neighbours help each other here and count it in hours: an hour is an hour, whatever the help was.',
  whatKept:
    'There is no money in it and no company: the hours are kept on the members’ own phones.',
  /** Above the button that joins or knocks: the agreement comes with the members. */
  agreementLater:
    'You promise nothing yet. Afterwards you read what the members have agreed on, and say yes to it there.',
  agreementOf: (community: string) => `What ${community} agreed on`,
  agreementByJoining: (community: string) =>
    `${community} began with these words. When you join, you say yes to them. If they have changed since, you read that on Today.`,
  agreementAsked: (community: string) =>
    `Here you see what ${community} agreed on, as soon as one of its phones answers. If none does, you read it once you are in, and say yes then.`,
  agreementCame: (community: string) => `What ${community} agreed on is here.`,
  agreementRead: 'Read it first',
  step: (at: number, of: number) => `Step ${number(at)} of ${number(of)}`,
  next: 'Go on',
  canDoTitle: (name: string) => `${name}, what could you do for a neighbour?`,
  canDoLead: 'Everybody has something. Tap what you would enjoy.',
  canGroups: {
    everyday: 'Any day',
    core: 'Being there for others',
    more: 'Lending a hand',
  },
  wishGroups: {
    everyday: 'Any day',
    core: 'Somebody to be there',
    more: 'A helping hand',
  },
  ownKinds: 'Our own kinds',
  findOut: 'I don’t know yet',
  findOutHint: 'Nothing comes to mind? That’s fine. You can change this at any time.',
  wishTitle: 'And what would help you?',
  wishLead:
    'When you ask, somebody else can help. Tap what you would like, or leave it for later.',
};

/** My yes to what the community agreed on. */
export const agreed = {
  act: 'I agree to this',
  on: (day: string) => `You agreed to these words on ${day}.`,
  changed: 'Our agreement is not the one you agreed to',
  changedSince: (day: string) =>
    `These words have changed since you agreed, on ${day}.`,
};
