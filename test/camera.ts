import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { testLaunch } from '../scripts/chromium.mjs';
import { pixelsOf } from './readQr.ts';

/**
 * A camera that every phone of a story has: it films what was last held before it. Chromium
 * reads its pictures from a file, as often as somebody turns the camera on.
 */
export class Camera {
  readonly #folder = mkdtempSync(join(tmpdir(), 'camera-'));
  readonly #file = join(this.#folder, 'seen.y4m');

  constructor() {
    // Not after the tests: those of one file may come in several runs of one worker.
    process.once('exit', () => rmSync(this.#folder, { recursive: true }));
    this.#film(new Uint8Array(width * height).fill(wall));
  }

  /** For `test.use({ launchOptions })`, at the head of a file of stories. */
  get launchOptions(): ReturnType<typeof testLaunch> {
    const { args, ...rest } = testLaunch();
    const own = [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${this.#file}`,
    ];
    return { ...rest, args: [...args, ...own] };
  }

  /** Holds it over a code on another phone's screen, as far as that stands out. */
  async sees(code: Locator): Promise<void> {
    await code.waitFor();
    await code.scrollIntoViewIfNeeded();
    const {
      width: w,
      height: h,
      data,
    } = await pixelsOf(code.page(), await code.screenshot({ animations: 'disabled' }));
    const luma = new Uint8Array(width * height).fill(wall);
    const scale = (height - 2 * margin) / h;
    const left = Math.floor((width - w * scale) / 2);
    for (let y = 0; y < h * scale; y += 1) {
      for (let x = 0; x < w * scale; x += 1) {
        const at = 4 * (Math.floor(y / scale) * w + Math.floor(x / scale));
        luma[(y + margin) * width + x + left] = data[at] ?? wall;
      }
    }
    this.#film(luma);
  }

  /** One picture of YUV4MPEG2, which is shown over and over. */
  #film(luma: Uint8Array): void {
    const colour = Buffer.alloc((width * height) / 2, 128);
    const head = `YUV4MPEG2 W${String(width)} H${String(height)} F5:1 Ip C420jpeg\nFRAME\n`;
    // In one step: a phone may be opening it at this moment.
    writeFileSync(
      `${this.#file}.new`,
      Buffer.concat([Buffer.from(head), luma, colour]),
    );
    renameSync(`${this.#file}.new`, this.#file);
  }
}

const [width, height, margin] = [800, 600, 20];
/** The grey around whatever is filmed. */
const wall = 96;
