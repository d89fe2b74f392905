/** My year, my ties and the community's cloth on one sheet. */
export const seen = {
  title: 'Everything in pictures',
  text: 'Your year, your ties and what we have all done, in pictures and in words. You can print them.',
  open: 'See it all together',
  print: 'Print it',
  /** At the head of the paper. */
  of: (name: string, community: string) => `${name} in ${community}`,
  on: (day: string) => `As it stood on ${day}`,
  year: 'My year',
  ties: 'My ties',
  cloth: 'Our cloth',
  empty: 'Nothing to see yet',
  emptyText: 'The first hour that two people say yes to makes the first stitch.',
  counted: (members: string, exchanges: string, hours: string) =>
    `${members}, ${exchanges}, ${hours}.`,
  /** Read aloud when there is nothing of one's own. */
  noTies: 'Nobody yet. Each exchange ties two people.',
};
