/** Addresses that all can decide on: where phones meet, and what helps them connect. */

export const relayWays = ['ws:', 'wss:'] as const;
export const iceWays = ['stun:', 'stuns:', 'turn:', 'turns:'] as const;

/** Of what was decided the addresses of these ways: anything else no phone could use. */
export const waysIn = (
  decided: readonly string[] | null,
  ways: readonly string[],
): string[] => (decided ?? []).filter((address) => isWay(address, ways));

/** Whether it is one address of these ways, and nothing beside it. */
export function isWay(address: string, ways: readonly string[]): boolean {
  if (address.length > 200 || /\s/.test(address)) return false;
  const way = ways.find((each) => address.startsWith(each));
  return way !== undefined && address.length > way.length;
}
