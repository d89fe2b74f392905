import type { LivePlace } from './livePlace.ts';

/** Code that no screen waits for, used if the place is still open when it has come. */
export async function whileOpen<Code>(
  place: Pick<LivePlace, 'onclosed'>,
  load: () => Promise<Code>,
  use: (code: Code) => void,
): Promise<void> {
  const open = new Set([place]);
  place.onclosed(() => open.clear());
  const code = await load();
  if (open.has(place)) use(code);
}
