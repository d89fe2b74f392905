/** The screen of a home: what a newcomer's first screen does not wait for. */
export const place = () => import('./PlaceScreen.svelte');
