import { duration, formats } from './hours.ts';

const { plural } = formats;

export const us = {
  title: 'Us',
  members: (count: number) => plural(count, { one: '# member', other: '# members' }),
  exchanges: (count: number) =>
    plural(count, { one: '# exchange', other: '# exchanges' }),
  hoursMoved: (minutes: number) => `${duration(minutes)} of help`,
  agreement: 'Our agreement',
  noAgreement: 'Nothing was written down. An hour is an hour.',
  limit: (minutes: number) =>
    `You can be ${duration(minutes)} behind before anyone is reminded`,
  unit: (unit: string) => `We call an hour “${unit}”`,
  invite: 'Invite someone',
  settings: 'Settings',
  kept: 'Where our hours are kept',
  keptText: 'On the phones of the members. There is no other place.',
  empty: 'No stitch yet',
  emptyText: 'Every exchange becomes a stitch of our cloth.',
};
