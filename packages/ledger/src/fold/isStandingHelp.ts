import type { Transfer } from './views.ts';

/**
 * Whether a transfer is help that both signed and nobody has put right since: what is counted
 * wherever people are told how often they helped. Hours that are given, shared out or brought
 * along from before are none. Sums count undone ones and their undo alike.
 */
export const isStandingHelp = ({
  status,
  kind,
  undoneBy,
}: Pick<Transfer, 'status' | 'kind' | 'undoneBy'>): boolean =>
  status === 'exists' && kind === 'help' && undoneBy === null;
