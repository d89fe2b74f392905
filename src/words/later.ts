/**
 * The sentences of screens that few open and that come when they are asked for: the first
 * screen does not wait for them. `later()` follows the language that is on, like `words`.
 */
import { arrange } from './en/arrange.ts';
import { check } from './en/check.ts';
import { parcel } from './en/parcel.ts';
import { words } from './words.ts';
import type { Language } from './words.ts';

const en = { arrange, check, parcel };

/** The shape that every language fills. */
export type LaterCatalogue = typeof en;

const catalogues: Record<Language, LaterCatalogue> = { en };

export const later = (): LaterCatalogue => catalogues[words.language.code as Language];
