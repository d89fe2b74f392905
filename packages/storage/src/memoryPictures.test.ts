import { createMemoryPictures, openMemoryPictures } from './memoryPictures.ts';
import { picturesContract } from './picturesContract.ts';

picturesContract('pictures in memory', () => {
  const disk = createMemoryPictures();
  return {
    open: () => openMemoryPictures(disk),
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
