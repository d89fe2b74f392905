/** People to draw with: their seeds stand in for hashes of their ids. */
export interface Extra {
  id: string;
  name: string;
  seed: Uint8Array;
  detail?: string;
}

/** 32 bytes out of a number, well mixed (xorshift), the same every time. */
export function castSeed(number: number): Uint8Array {
  let state = (number + 1) * 0x9e3779b1;
  return Uint8Array.from({ length: 32 }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
}

const names = ['Ana', 'Biel', 'Carme', 'Didac'];
const areas = ['by the canal', 'Mill Lane', 'the old station', 'above the bakery'];

export function castOf(count: number): Extra[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / names.length);
    const name = names[index % names.length] ?? '';
    return {
      id: index.toString(16).padStart(64, '0'),
      name: round === 0 ? name : `${name} ${String.fromCharCode(65 + (round % 26))}.`,
      seed: castSeed(index),
      detail: areas[(index + round) % areas.length] ?? '',
    };
  });
}
