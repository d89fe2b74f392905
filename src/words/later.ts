/**
 * The sentences of screens that few open and that come when they are asked for: the first
 * screen does not wait for them. `later()` follows the language that is on, like `words`;
 * screens are drawn by `Later.svelte`, which waits for it. A new part is joined in
 * enLater.ts, esLater.ts and arLater.ts.
 */
import type { LaterCatalogue } from './catalogue.ts';
import { enLater } from './enLater.ts';
import { spokenNow } from './spoken.svelte.ts';

export const later = (): LaterCatalogue => spokenNow().later ?? enLater;
