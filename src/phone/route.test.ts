import { expect, test } from 'vitest';
import type {
  AccountId,
  Day,
  EntryId,
  GatheringId,
  GroupId,
  ListingId,
  MemberId,
} from '@manyhands/base';
import { hashOf, readRoute } from './route.ts';
import type { Route } from './route.ts';

const id = 'ab'.repeat(32);
const listing = 'cd'.repeat(16) as ListingId;
const card = { kind: null, category: null, as: null, change: null, draft: null };
const talk = { name: 'talk', place: 'aa', member: id as MemberId } as const;
const start = { with: null, as: null, instead: null, draft: null };
const organisation = {
  name: 'organisation',
  place: 'aa',
  account: id as AccountId,
} as const;

test.each<Route>([
  { name: 'welcome' },
  { name: 'organisations', place: 'aa' },
  { name: 'newOrganisation', place: 'aa' },
  { ...organisation, part: 'page' },
  { ...organisation, part: 'signers' },
  { ...organisation, part: 'share' },
  { name: 'groups', place: 'aa' },
  { name: 'group', place: 'aa', group: id as GroupId, changes: false },
  { name: 'group', place: 'aa', group: id as GroupId, changes: true },
  { name: 'newGroup', place: 'aa', follows: null },
  { name: 'newGroup', place: 'aa', follows: id as GroupId },
  { name: 'room', place: 'aa', kind: 'all', of: null },
  { name: 'room', place: 'aa', kind: 'group', of: id },
  { name: 'room', place: 'aa', kind: 'gathering', of: id },
  { name: 'record', place: 'aa', start: { ...start, as: id as AccountId } },
  { name: 'communities' },
  { name: 'found' },
  { name: 'paste' },
  { name: 'join', text: 'abc_-' },
  { name: 'knock', text: 'abc_-' },
  { name: 'message', text: 'xyz' },
  { name: 'device', text: 'abc' },
  { name: 'return', text: 'abc' },
  { name: 'recover', text: 'xyz' },
  { name: 'pairing', text: 'abc_-' },
  { name: 'pair', place: 'aa' },
  { name: 'lost' },
  { name: 'spare', place: 'aa', member: id as MemberId, key: id },
  { name: 'devices', place: 'aa' },
  { name: 'scan', place: 'aa' },
  { name: 'code', place: 'aa' },
  { name: 'posters', place: 'aa' },
  { name: 'home', place: '0123456789abcdef' },
  { name: 'person', place: 'aa', member: id as MemberId },
  { name: 'board', place: 'aa' },
  { name: 'gather', place: 'aa' },
  { name: 'gatherings', place: 'aa' },
  { name: 'gathering', place: 'aa', gathering: id as GatheringId, date: null },
  { name: 'gathering', place: 'aa', gathering: id as GatheringId, date: 20_666 as Day },
  { name: 'cards', place: 'aa' },
  { name: 'kinds', place: 'aa' },
  { name: 'listing', place: 'aa', member: id as MemberId, listing },
  { name: 'post', place: 'aa', start: card },
  { name: 'post', place: 'aa', start: { ...card, kind: 'need' } },
  { name: 'post', place: 'aa', start: { ...card, kind: 'thing', category: 4 } },
  { name: 'post', place: 'aa', start: { ...card, as: id as AccountId } },
  { name: 'post', place: 'aa', start: { ...card, change: listing } },
  { name: 'post', place: 'aa', start: { ...card, draft: 'd1' } },
  { name: 'record', place: 'aa', start },
  { name: 'record', place: 'aa', start: { ...start, with: id as MemberId } },
  { name: 'record', place: 'aa', start: { ...start, instead: id as EntryId } },
  { name: 'record', place: 'aa', start: { ...start, draft: 'd1' } },
  {
    name: 'arrange',
    place: 'aa',
    of: {
      owner: id as MemberId,
      listing: 'cd'.repeat(16) as ListingId,
      answerer: 'ef'.repeat(32) as MemberId,
    },
    changes: false,
  },
  {
    name: 'arrange',
    place: 'aa',
    of: {
      owner: id as MemberId,
      listing: 'cd'.repeat(16) as ListingId,
      answerer: 'ef'.repeat(32) as MemberId,
    },
    changes: true,
  },
  { ...talk, asks: false, at: null },
  { ...talk, asks: true, at: null },
  { ...talk, asks: false, at: 'cd'.repeat(16) },
  { ...talk, asks: false, at: `${id}/${'ef'.repeat(32)}` },
  { name: 'hour', place: 'aa', proposal: id as EntryId, party: id as MemberId },
])('a route survives its own address: $name', (route) => {
  expect(readRoute(hashOf(route))).toEqual(route);
});

test('an address of a conversation that names no thing in it is the conversation', () => {
  expect(readRoute(`#/p/aa/talk/${id}/at/../x`)).toEqual({
    ...talk,
    asks: false,
    at: null,
  });
});

test.each([
  '',
  '#',
  '#/nowhere',
  '#/p',
  '#/p/aa/person/short',
  '#/p/aa/hour/x/y',
  `#/p/aa/arrange/${id}/x/${id}`,
  `#/p/aa/listing/${id}/${id}`,
  `#/p/aa/spare/${id}/x`,
])('an address that names nothing is the first screen: %s', (hash) => {
  expect(readRoute(hash).name).toBe('welcome');
});
