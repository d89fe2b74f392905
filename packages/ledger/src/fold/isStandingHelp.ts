import type { Transfer } from './views.ts';

/**
 * Whether a transfer is help that both signed and nobody has put right since: what is counted
 * wherever people are told how often they helped. Hours brought along from before are none. Sums
 * count undone ones and their undo alike.
 */
export const isStandingHelp = ({
  status,
  kind,
  undoneBy,
}: Pick<Transfer, 'status' | 'kind' | 'undoneBy'>): boolean =>
  status === 'exists' && kind !== 'undo' && kind !== 'opening' && undoneBy === null;
