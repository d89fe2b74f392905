import { createSigningKey, randomBytes, verify, verifyPortable } from '@manyhands/keys';
import type { Measure } from '../measure.ts';

export const question =
  'How many signatures a second does each path verify? (Joining checks a few per device.)';

export async function measure(): Promise<Measure[]> {
  const key = await createSigningKey();
  const message = randomBytes(52);
  const signature = await key.sign(message);

  async function perSecond(check: typeof verify): Promise<number> {
    const until = performance.now() + 1_000;
    const started = performance.now();
    let count = 0;
    while (performance.now() < until) {
      if (!(await check(signature, message, key.publicKey))) throw new Error('refused');
      count += 1;
    }
    return Math.round(count / ((performance.now() - started) / 1_000));
  }

  await perSecond(verify); // Once to warm up.
  const native = await perSecond(verify);
  const portable = await perSecond(verifyPortable);
  return [
    { what: 'native', value: native, unit: '1/s' },
    { what: 'portable', value: portable, unit: '1/s' },
    {
      what: 'the one against the other',
      value: Number((native / portable).toFixed(1)),
      unit: '×',
    },
  ];
}
