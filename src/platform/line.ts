/** What a browser may tell of its line (Network Information API); most tell nothing. */
interface Connection extends EventTarget {
  readonly saveData?: boolean;
  readonly type?: string;
}

const connection = (): Connection | undefined =>
  (globalThis as { navigator?: { connection?: Connection } }).navigator?.connection;

/** Whether what is fetched here may cost, as far as the browser says. */
export const mayCost = (): boolean => {
  const line = connection();
  return line?.saveData === true || line?.type === 'cellular';
};

/** Calls when the line has become another one. Returns its end. */
export function onLineChange(call: () => void): () => void {
  const line = connection();
  line?.addEventListener('change', call);
  return () => line?.removeEventListener('change', call);
}
