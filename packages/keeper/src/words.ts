import type { StoreFault } from '@manyhands/replica';

/**
 * What a keeper says, in lines that whoever runs it understands. No names: what stands in
 * a journal of the system stays there, and whoever leaves is to be forgotten.
 */
export const keeperWords = {
  serving: (url: string) => `The app, and introductions, are at ${url}`,
  health: (url: string) => `Whether all is well is told at ${url}`,
  askLink:
    'On your phone: Settings, Phones and computers, “Add a keeper”. Paste the link that it shows, or type its sixteen letters:',
  noLink: 'That is neither a link nor sixteen letters. Nothing was changed.',
  noEnd: 'Nobody typed anything, so there is nothing to do. Start again with the link.',
  slip: 'These letters are not right: one of them is another one. Nothing was changed.',
  searching: 'Looking for the phone that shows these letters…',
  nobody: 'No phone shows these letters now. Show new ones there, and try again.',
  noRelay:
    'By letters it can only be found where both look: name that with --relay ws…, or paste the link.',
  digits: (name: string, digits: string) =>
    `${name}: your phone asks now. Say yes there if it shows these digits: ${digits}`,
  refused:
    'Your phone said no, or its ten minutes were over. Nothing was kept. Show a new link there, and start again with it.',
  isIn: (name: string) =>
    `This is a keeper of ${name} now. It needs nothing more from you.`,
  again: (name: string, entries: number) =>
    `Keeper of ${name}, with ${entries} entries on this disk.`,
  linkUnused: (name: string) =>
    `It is a keeper of ${name} already, and does not need the link.`,
  isFull:
    'It was added as a phone, which could sign in your name. Switch it off on your phone, delete its folder, and add it with “Add a keeper”.',
  isOff: 'Your phone has switched it off. It keeps nothing for anybody any more.',
  isBehind:
    'Part of what it wrote itself is not on this disk any more. It goes on keeping and passing on, and lets nobody in. Switch it off on your phone, delete its folder, and add it anew.',
  linked: (devices: number) =>
    devices === 0 ? 'Nobody is here now.' : `Here now: ${count(devices, 'device')}.`,
  entries: (added: number, all: number) => `${added} new, ${all} kept.`,
  letIn: 'Somebody new was let in with an invite.',
  well: 'The disk is well again; nothing was lost.',
  trouble: (fault: StoreFault['type']) => troubles[fault],
  held: (by: string) =>
    `Another keeper uses this folder already (${by}). One folder is for one keeper.`,
  unreadable: (why: string) =>
    `What is in this folder cannot be read: ${why}. Nothing was changed.`,
  error: (lines: string, times: number) =>
    `Something went wrong${times > 1 ? `, ${times} times now` : ''}. What came is kept, and it goes on. If it happens again, show these lines to whoever looks after Manyhands: ${lines}`,
  bye: 'Good night. All that came is on the disk.',
} as const;

const troubles: Record<StoreFault['type'], string> = {
  StoreFull:
    'The disk is full. What came before is kept; what comes now is kept once there is room.',
  StoreLost:
    'The disk does not take what comes. What came before is kept; it is tried again and again.',
  StoreRefused: 'The folder may not be written to. Nothing new is kept until it may.',
  StoreCleared: 'Somebody deleted the folder. Nothing more is kept there.',
};

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
