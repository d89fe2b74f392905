import { createSigningKey, randomBytes, verify, verifyPortable } from '@manyhands/keys';

export const question =
  'How many signatures a second does each path verify? (Joining checks a few per device.)';

export async function measure(): Promise<
  { what: string; value: number; unit: string }[]
> {
  const key = await createSigningKey();
  const message = randomBytes(52);
  const signature = await key.sign(message);

  async function perSecond(check: typeof verify): Promise<number> {
    const until = performance.now() + 2_000;
    const started = performance.now();
    let count = 0;
    while (performance.now() < until) {
      if (!(await check(signature, message, key.publicKey))) throw new Error('refused');
      count += 1;
    }
    return Math.round(count / ((performance.now() - started) / 1_000));
  }

  await perSecond(verify); // Once to warm up.
  return [
    { what: 'native', value: await perSecond(verify), unit: '1/s' },
    { what: 'portable', value: await perSecond(verifyPortable), unit: '1/s' },
  ];
}
