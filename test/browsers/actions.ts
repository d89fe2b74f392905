/** Real input, in the form that WebDriver and WebDriver BiDi share. */
export interface Source {
  readonly type: 'pointer' | 'key';
  readonly id: string;
  readonly actions: readonly object[];
}

export function pressAt(x: number, y: number): Source {
  const [at, button] = [{ x: Math.round(x), y: Math.round(y) }, 0];
  const actions = [
    { type: 'pointerMove', duration: 0, origin: 'viewport', ...at },
    { type: 'pointerDown', button },
    { type: 'pointerUp', button },
  ];
  return { type: 'pointer', id: 'pointer', actions };
}

export function keysOf(text: string): Source {
  const actions = Array.from(text, (value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]).flat();
  return { type: 'key', id: 'key', actions };
}
