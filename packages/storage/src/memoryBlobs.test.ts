import { createMemoryBlobs, openMemoryBlobs } from './memoryBlobs.ts';
import { blobsContract } from './blobsContract.ts';

blobsContract('blobs in memory', () => {
  const disk = createMemoryBlobs();
  return {
    open: () => openMemoryBlobs(disk),
    raw: () => {
      const rows = [...disk.rows].map(
        ([sha, { bytes }]) => sha + String.fromCharCode(...bytes),
      );
      return Promise.resolve(rows.join('\n'));
    },
    fill: () => {
      disk.fault = { type: 'StoreFull' };
      return () => (disk.fault = null);
    },
  };
});
