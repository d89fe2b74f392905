import { vibration } from './Vibration.svelte.ts';

/** A small buzz, where there is a motor for it and nobody asked for less of that. */
export function buzz(): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Safari has no such thing; elsewhere it is refused before the first tap.
  const { vibrate } = navigator as { vibrate?: (milliseconds: number) => boolean };
  if (vibration.isOn && !still) vibrate?.call(navigator, 30);
}
