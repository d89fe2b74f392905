import { fromBase64Url } from '@manyhands/codec';
import {
  encodeDeviceLink,
  encodeInvite,
  readDeviceLink,
  readInvite,
} from '@manyhands/ledger';
import type { Route } from './route.ts';

type PastedRoute = Extract<Route, { text: string }>;

// What is shorter is somebody's word, not the end of a link of ours.
const shortest = 80;

/**
 * Where a pasted or scanned text leads: to an invite, a device link or a message, whole or damaged,
 * with whatever was written around the link left out; or null when it is neither.
 */
export function readPasted(pasted: string): PastedRoute | null {
  const invite = readInvite(pasted);
  if (invite.ok) return { name: 'join', text: encodeInvite(invite.value) };
  const further = readDeviceLink(pasted);
  if (further.ok) return { name: 'device', text: encodeDeviceLink(further.value) };
  const message = after(pasted, '#m/');
  if (message !== null) return { name: 'message', text: message };
  const damaged = after(pasted, '#j/');
  if (damaged !== null) return { name: 'join', text: damaged };
  const cut = after(pasted, '#d/');
  if (cut !== null) return { name: 'device', text: cut };
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
