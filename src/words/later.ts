/**
 * The sentences of screens that few open and that come when they are asked for: the first
 * screen does not wait for them. `later()` follows the language that is on, like `words`.
 */
import { board, kinds, listing, post } from './en/board.ts';
import { check } from './en/check.ts';
import { joining } from './en/joining.ts';
import { parcel } from './en/parcel.ts';
import { profile } from './en/profile.ts';
import { week } from './en/week.ts';
import { words } from './words.ts';
import type { Language } from './words.ts';

const en = { board, check, joining, kinds, listing, parcel, post, profile, week };

/** The shape that every language fills. */
export type LaterCatalogue = typeof en;

const catalogues: Record<Language, LaterCatalogue> = { en };

export const later = (): LaterCatalogue => catalogues[words.language.code as Language];
