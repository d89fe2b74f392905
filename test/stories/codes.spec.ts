/** Every code that the app shows is read back from the pixels on the screen. */
import { readQr } from '../readQr.ts';
import { expect, test, verifyOnly } from '../world.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(
    `the code of an invite is the link beneath it (${colorScheme})`,
    colorScheme === 'light' ? {} : verifyOnly,
    async ({ world }) => {
      const ana = await world.neighbour('Ana');
      await ana.page.emulateMedia({ colorScheme });
      await ana.founds('Els Plataners');
      const link = await ana.invites();
      const code = ana.page.getByRole('img', {
        name: 'Invitation to Els Plataners, as a code to scan',
      });
      expect(await readQr(code)).toBe(link);
    },
  );
}
