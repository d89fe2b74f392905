import { size } from './size.ts';
import { inThree } from './trouble.ts';

/** Pictures of listings: chosen, made small, and looked at. */
export const picture = {
  label: 'A picture',
  hint: 'It is drawn anew and small. Where and when it was taken is not in it.',
  choose: 'Choose a picture',
  another: 'Choose another one',
  drop: 'Or drop one here.',
  dropNow: 'Let go here.',
  takeOut: 'Take it out',
  takenOut: 'The picture is out.',
  putBack: 'Put it back',
  making: 'Making it small…',
  /** What a screen reader says of the picture that was chosen. */
  chosen: 'The picture you have chosen',
  isIn: 'The picture is in.',
  stopped: 'Stopped. No picture was taken.',
  noRoom: 'Your words leave no room for the picture. Shorten them a little.',

  fileTooLarge: inThree(
    'This file is too large to be a picture.',
    'Choose another one. A photo from your phone is fine.',
  ),
  notAPicture: inThree(
    'This file cannot be drawn as a picture here.',
    'Choose another one, or take a new photo.',
  ),

  fetching: 'Fetching the whole picture…',
  costs: (bytes: number) =>
    `The whole picture is up to ${size(bytes)}. Your line may cost, so it was not fetched.`,
  fetch: 'Fetch it now',
  nobodyThere: (name: string) =>
    `This is the small picture. The whole one comes when you are online with ${name}, or somebody who has seen it.`,
  nobodyThereMine:
    'This is the small picture. The whole one comes when you are online with the phone you took it on, or somebody who has seen it.',
  again: 'Try again',
  cannotShow: 'There is a picture here that cannot be shown.',
};
