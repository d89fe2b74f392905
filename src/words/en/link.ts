/** A message link: one card, opened by one tap. */
export const link = {
  opening: 'Opening the message…',
  title: 'A message about an hour',
  toHome: 'To the start',

  notALink: 'This does not look like one of our links.',
  pasteTitle: 'Paste a link',
  pasteLead: 'Copy the whole invitation or message, and paste it here.',
  pasteLabel: 'The link',
  pasteOpen: 'Open it',
  pasteMissing: 'Please paste the link first.',
  pasteByHand:
    'This browser does not allow that. Press and hold the field above, then choose Paste.',
  copyTitle: 'Copy for the app',
  copyText: 'Copy the link here, open the app from your home screen, and choose Paste.',
};
