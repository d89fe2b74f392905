import type { Page } from '@playwright/test';

/** Does something while text is as large as somebody has set it in their browser. */
export async function atTextSize<T>(
  page: Page,
  percent: number,
  act: () => Promise<T>,
): Promise<T> {
  await setTextSize(page, `${percent}%`);
  try {
    return await act();
  } finally {
    await setTextSize(page, '');
  }
}

async function setTextSize(page: Page, size: string): Promise<void> {
  // Through the debugger: the page's own policy lets no style attribute in by markup.
  await page.evaluate(async (size) => {
    document.documentElement.style.fontSize = size;
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  }, size);
}
