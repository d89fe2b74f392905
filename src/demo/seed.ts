import type { Notes } from '@manyhands/replica';

/** The neighbours' keys come from 32 bytes beside the demo's document. */
export const keepDemoSeed = (notes: Notes, seed: Uint8Array) => notes.put('demo', seed);

export async function readDemoSeed(notes: Notes): Promise<Uint8Array | null> {
  const row = await notes.get('demo');
  return row.ok ? row.value : null;
}
