/** When members decide that somebody leaves: asked, told, and taken along. */
export const parting = {
  ask: (name: string) => `Ask whether ${name} should leave us`,
  who: 'Who is it about?',
  next: 'Go on',
  text: (name: string) =>
    `If enough of us say yes, ${name} is no longer one of us: a week later, our phones stop talking with ${name}’s. Before it comes to that, a pause or a talk may help more. We can always decide that ${name} is among us again.`,
  whyMissing: 'Please write why. Who it is about reads it too.',
  does: (name: string) =>
    `A week after enough of us have said yes, our phones stop talking with ${name}’s, and invitations from ${name} open nothing any more. Everybody’s hours stay as they are.`,
  done: (name: string) =>
    `Our phones no longer talk with ${name}’s. They meet in a new place, which they find by themselves.`,
  posters: 'Please print our posters anew',
  postersText:
    'Posters that hang outside lead to where we met before. They work for 90 days at most.',
  postersGo: 'Go to our posters',
  leavesOn: (name: string, day: string) => `${name} leaves us on ${day}`,
  hasLeft: (name: string) => `${name} is no longer one of us`,
  hoursStay: 'All hours that were agreed on stay.',
  youAsked: 'We are asked whether you should leave us',
  youAskedText:
    'You can read who asks this, and why. You can say no, and write what you think.',
  youWill: (day: string) => `We have decided that you leave us on ${day}`,
  youWillText:
    'Until then everything works as before, and everyone can still change their word.',
  youHave: 'We have decided that you are no longer one of us',
  youHaveText:
    'The others’ phones do not talk with yours any more. What is on this phone stays yours. If we decide otherwise, this phone finds us again.',
  see: 'See who says so, and why',
  take: 'Take your things along',
  takeText:
    'Your hours, with your own words and thanks, in a file for you to keep or print.',
  rest: 'All that is on this phone',
};
