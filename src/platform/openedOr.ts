import { err } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { AppendRefused } from '@manyhands/replica';
import type { ActRefused } from '@manyhands/community/hours';
import type { OpenRefused } from '../phone/openRefused.ts';
import type { Opened } from '../phone/places.ts';
import type { LivePlace } from './livePlace.ts';

/** What kept a new place from its first entries, in the words of an opening. */
export function openedOr(
  begun: Result<LivePlace, ActRefused | AppendRefused | OpenRefused>,
): Opened {
  if (begun.ok) return begun;
  const refused = begun.error;
  switch (refused.type) {
    case 'StoreFull':
    case 'StoreCleared':
    case 'StoreLost':
    case 'StoreRefused':
    case 'OpenElsewhere':
    case 'NotHere':
    case 'KeyUnusable':
      return err(refused);
    default:
      return err({ type: 'StoreRefused', why: refused.type });
  }
}
