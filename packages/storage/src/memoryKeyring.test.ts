import { keyringContract } from './keyringContract.ts';
import { createMemoryKeyring } from './memoryKeyring.ts';

keyringContract('memory keyring', () => {
  const keyring = createMemoryKeyring();
  return { open: () => Promise.resolve(keyring), outlives: false };
});
