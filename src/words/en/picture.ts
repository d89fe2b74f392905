import { size } from './size.ts';
import { inThree } from './trouble.ts';

/** Pictures of listings: chosen, made small, and looked at. */
export const picture = {
  label: 'A picture',
  hint: 'We save a small copy, without place or date.',
  choose: 'Choose a picture',
  another: 'Choose another one',
  drop: 'Or drop one here.',
  dropNow: 'Let go here.',
  takeOut: 'Remove it',
  takenOut: 'The picture is removed.',
  putBack: 'Put it back',
  making: 'Making it small…',
  /** What a screen reader says of the picture that was chosen. */
  chosen: 'The picture you have chosen',
  isIn: 'The picture is added.',
  stopped: 'Stopped. No picture was added.',
  noRoom: 'Your words leave no room for the picture. Shorten them a little.',

  fileTooLarge: inThree(
    'This file is too large to be a picture.',
    'Choose another one. A photo from your phone is fine.',
  ),
  notAPicture: inThree(
    'This file cannot be shown as a picture here.',
    'Choose another one, or take a new photo.',
  ),

  fetching: 'Downloading the whole picture…',
  costs: (bytes: number) =>
    `The whole picture is up to ${size(bytes)}. Your connection may cost money, so it was not downloaded.`,
  fetch: 'Download it now',
  nobodyThere: (name: string) =>
    `This is the small picture. You get the whole one when you are online with ${name}, or with somebody who has seen it.`,
  nobodyThereMine:
    'This is the small picture. You get the whole one when you are online with the phone you took it on, or with somebody who has seen it.',
  again: 'Try again',
  cannotShow: 'The picture here cannot be shown.',
};
