import { duration } from './hours.ts';
import { plainUnits } from '../units.ts';

/** Starting a community. */
export const found = {
  title: 'Start a community',
  name: 'What is it called?',
  nameHint: 'The street, the parish, the club…',
  yourName: 'And your name?',
  yourNameHint: 'As your neighbours call you.',
  unit: 'What do you call an hour?',
  unitHint: 'Most say “hour”. Some say “hand” or “acorn”.',
  unitDefault: plainUnits.en,
  more: 'The word for an hour, the limit, the agreement',
  limit: 'How many hours can someone be behind?',
  limitHint:
    'After that, the person who is asked sees a reminder. It never stops anybody.',
  limitChoice: (minutes: number) => duration(minutes),
  agreement: 'Our agreement in a few words',
  agreementHint: 'All members can read it. It can be empty.',
  agreementDefault:
    'An hour is an hour, whatever the help was. Nobody has to say why they say no.',
  fixed: 'The name stays as it is. The agreement can be changed later, by all of you.',
  canDoLead:
    'Tap what you would enjoy, or leave it for later. You can make it a card with one tap.',
  act: 'Start it',
  working: 'Making your community…',
  nameMissing: 'Please give it a name.',
  yourNameMissing: 'Please write your name.',
};
