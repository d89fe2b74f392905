import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { StoreFault } from '@manyhands/replica';
import { errorCodeOf } from './files.ts';

/** What the system said, as the store port calls it. */
export function fileFaultOf(cause: unknown): StoreFault {
  const why = cause instanceof Error ? cause.message : String(cause);
  switch (errorCodeOf(cause)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { type: 'StoreFull' };
    case 'ENOENT':
      return { type: 'StoreCleared' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { type: 'StoreRefused', why };
    default:
      return { type: 'StoreLost', why };
  }
}

/** Does it, and answers what the disk said when it could not. */
export async function tryDisk<T>(
  work: () => Promise<T>,
): Promise<Result<T, StoreFault>> {
  try {
    return ok(await work());
  } catch (cause) {
    return err(fileFaultOf(cause));
  }
}
