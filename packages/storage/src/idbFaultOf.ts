import type { StoreFault } from '@manyhands/replica';

/** A browser's word for what went wrong with a database, in ours. */
export function idbFaultOf(cause: unknown): StoreFault {
  const name = cause instanceof Error ? cause.name : '';
  const why = cause instanceof Error ? `${name}: ${cause.message}` : String(cause);
  switch (name) {
    case 'QuotaExceededError':
      return { type: 'StoreFull' };
    case 'ConstraintError': // a row that is there already
    case 'DataCloneError': // a key this browser cannot keep
    case 'SecurityError': // storage is switched off
      return { type: 'StoreRefused', why };
    default:
      return { type: 'StoreLost', why };
  }
}
