/** What every language fills: the shape of the English one, with its texts left open. */
import type { en } from './en.ts';
import type { enLater } from './enLater.ts';

/** What the first screen and daily life need. */
export type Catalogue = typeof en;
/** What comes with the screens that few open. */
export type LaterCatalogue = typeof enLater;
