import type { DeviceKey, Result } from '@manyhands/base';
import type { AppendRefused } from '@manyhands/replica';
import { sealAgainFor } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { passLettersOn } from './passLettersOn.ts';

/** Makes my older notes, and what I have planned, readable on another device of mine. */
export async function makeReadableOn(
  place: Place,
  device: DeviceKey,
  report: (done: number, of: number) => void,
): Promise<Result<void, AppendRefused>> {
  const sealed = await sealAgainFor(place, device, report);
  return sealed.ok ? passLettersOn(place, device) : sealed;
}
