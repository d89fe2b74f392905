import { fromBase64Url } from '@manyhands/codec';
import {
  encodeDeviceLink,
  encodeInvite,
  encodePoster,
  encodeRecoveryLink,
  encodeReturnLink,
  readDeviceLink,
  readInvite,
  readPoster,
  readRecoveryLink,
  readReturnLink,
} from '@manyhands/ledger';
import { readCode } from '@manyhands/community/hours';
import type { Route } from './route.ts';

type PastedRoute = Extract<Route, { text: string }>;

// What is shorter is somebody's word, not the end of a link of ours.
const shortest = 80;

/** By which somebody joins, and is let in. */
const joinMarks = [
  ['#a/', 'ask'],
  ['#w/', 'welcomed'],
] as const;

/** Links of which a part is missing lead to the screen that says so. */
const damagedMarks = [
  ['#j/', 'join'],
  ['#h/', 'knock'],
  ['#d/', 'device'],
  ['#b/', 'return'],
  ['#r/', 'recover'],
] as const;

/**
 * Where a pasted or scanned text leads: to an invite, a poster's door, a link for a further device, of
 * somebody who comes back, to their neighbours, to the code of a phone beside this one, to a
 * request to be let in or its answer, or to a message; whole or damaged, with
 * whatever was written around it left out. Null when it is none of these.
 */
export function readPasted(pasted: string): PastedRoute | null {
  const invite = readInvite(pasted);
  if (invite.ok) return { name: 'join', text: encodeInvite(invite.value) };
  const poster = readPoster(pasted);
  if (poster.ok) return { name: 'knock', text: encodePoster(poster.value) };
  const further = readDeviceLink(pasted);
  if (further.ok) return { name: 'device', text: encodeDeviceLink(further.value) };
  const returning = readReturnLink(pasted);
  if (returning.ok) return { name: 'return', text: encodeReturnLink(returning.value) };
  const lost = readRecoveryLink(pasted);
  if (lost.ok) return { name: 'recover', text: encodeRecoveryLink(lost.value) };
  const pairing = after(pasted, '#c/');
  if (pairing !== null) return { name: 'pairing', text: pairing };
  for (const [mark, name] of joinMarks) {
    const text = after(pasted, mark);
    if (text !== null) return { name, text };
  }
  const code = readCode(pasted);
  if (code !== null) return { name: 'message', text: code };
  const message = after(pasted, '#m/');
  if (message !== null) return { name: 'message', text: message };
  for (const [mark, name] of damagedMarks) {
    const damaged = after(pasted, mark);
    if (damaged !== null) return { name, text: damaged };
  }
  const bare = pasted.replaceAll(/\s/g, '');
  const isOurs = bare.length >= shortest && fromBase64Url(bare).ok;
  return isOurs ? { name: 'message', text: bare } : null;
}

// Mail programs break lines before this length, and leave longer words whole.
const lineLength = 100;

/** The text after the last `mark`, also when a mail program broke it over lines. */
function after(pasted: string, mark: string): string | null {
  const at = pasted.lastIndexOf(mark);
  if (at === -1) return null;
  const rest = pasted.slice(at + mark.length);
  const [word = ''] = rest.split(/[^\w-]/, 1);
  if (word.length > lineLength) return word;
  return rest.replaceAll(/\s/g, '').split(/[^\w-]/, 1)[0] ?? '';
}
