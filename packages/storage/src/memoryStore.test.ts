import { createMemoryDisk, createMemoryStore } from './memoryStore.ts';
import { storeContract } from './storeContract.ts';

storeContract('memory store', () => {
  const disk = createMemoryDisk();
  return {
    open: () => Promise.resolve(createMemoryStore(disk)),
    breakWrites: () => {
      disk.fault = { type: 'StoreFull' };
      return () => (disk.fault = null);
    },
    corrupt: () => Promise.resolve(void disk.updates.push(new Uint8Array([1, 2, 3]))),
    loseRow: () => Promise.resolve(void disk.updates.pop()),
  };
});
