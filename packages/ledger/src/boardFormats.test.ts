/** The formats of the board and of links, pinned like those of `formats.test.ts`. */
import { describe, expect, test } from 'vitest';
import type { CommunityId, DeviceKey, EntryId, NoteId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { encodeBody, encodeInvite, noteIdOf, readInvite } from './index.ts';
import type { KnownContent } from './index.ts';
import pinned from './testing/formats.json' with { type: 'json' };
import { at, Pen, Village } from './testing/village.ts';

const now = at(29_900_000);
const previous = 'dd'.repeat(32) as EntryId;
const community = pinned.community as CommunityId;
const invitePub = 'c0'.repeat(32);

describe('the board', () => {
  const contents = (): KnownContent[] => [
    {
      type: 'profile',
      rev: 2,
      name: 'Ana',
      about: 'Lives at the corner',
      skills: [4, 400],
      languages: ['ca', 'en'],
      area: 'Old town',
      reach: 3,
      blob: null,
    },
    { type: 'note', salt: '0a'.repeat(16), category: null, text: 'Garden' },
    {
      type: 'sealed',
      thread: '0b'.repeat(16) as NoteId,
      epk: '0c'.repeat(32),
      wraps: [{ hint: '0d'.repeat(8), wrap: new Uint8Array(48).fill(14) }],
      ciphertext: new Uint8Array(20).fill(15),
    },
    { type: 'thanks', proposal: previous, text: 'Thank you' },
    {
      type: 'erase',
      places: [
        { device: 'a0'.repeat(32) as DeviceKey, seq: 7, bodyHash: '1f'.repeat(32) },
      ],
    },
    { type: 'invite.open', invitePub, uses: 1, label: 'Biel' },
    { type: 'poster.open', posterPub: invitePub, label: 'The library' },
  ];

  test('bodies', () => {
    const salt = new Uint8Array(16).fill(9);
    const bodies = contents().map((content) => encodeBody('board', now, content, salt));
    expect(bodies.map(toHex)).toEqual(pinned['board.bodies']);
  });

  test('an entry reads back as what was written', () => {
    const pen = new Pen(new Village().pen('ana', 'ana', 'board').log);
    for (const content of contents())
      expect(pen.write(content).content).toEqual(content);
  });
});

test('note: sixteen bytes in its name', () => {
  const note = {
    type: 'note',
    salt: '0a'.repeat(16),
    category: 3,
    text: 'Garden',
  } as const;
  expect(noteIdOf(note)).toBe(pinned.noteId);
});

test('invite: 116 bytes, 155 characters', () => {
  const invite = {
    community,
    seed: '11'.repeat(16),
    lobby: '22'.repeat(16),
    relays: ['wss://relay.example/now'],
    name: 'Example street',
    inviter: 'Carme',
  };
  const link = encodeInvite(invite);
  expect(link).toHaveLength(155);
  expect(link).toBe(pinned.invite);
  expect(readInvite(link)).toEqual({ ok: true, value: invite });
});
