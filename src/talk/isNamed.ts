import type { ConversationItem } from '@manyhands/community';

/**
 * Whether `key` names it. Of what both have signed the entry of either does: which of the two is
 * the first, and so its key, can change with the second.
 */
export function isNamed(item: ConversationItem, key: string | null): boolean {
  if (item.key === key) return true;
  const signed =
    item.kind === 'gift'
      ? item.gift.signed
      : item.kind === 'handOver'
        ? item.open.handing
        : null;
  return signed?.entries.some(({ id }) => id === key) ?? false;
}
