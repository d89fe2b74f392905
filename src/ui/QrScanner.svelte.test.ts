import { encodeQR } from 'qr';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import QrScanner from './QrScanner.svelte';

afterEach(() => vi.restoreAllMocks());

/** A camera in front of which somebody holds a code. */
function cameraSeeing(text: string): MediaStream {
  const modules = encodeQR(text, 'raw', { border: 4 });
  const scale = 8;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = modules.length * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');

  const draw = () => {
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = 'black';
    modules.forEach((row, y) =>
      row.forEach((dark, x) => {
        if (dark) context.fillRect(x * scale, y * scale, scale, scale);
      }),
    );
    requestAnimationFrame(draw);
  };
  draw();
  return canvas.captureStream();
}

test('what the camera sees is read once, and the camera is let go', async () => {
  const stream = cameraSeeing('https://example.org/#j/ana');
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  const onread = vi.fn();
  const screen = await render(QrScanner, { onread });

  await vi.waitFor(() => expect(onread).toHaveBeenCalled(), 10_000);
  await screen.unmount();

  expect(onread).toHaveBeenCalledExactlyOnceWith('https://example.org/#j/ana');
  expect(stream.getTracks().map((track) => track.readyState)).toEqual(['ended']);
});

test('without a camera it says so, and that pasting will do', async () => {
  const refusal = new DOMException('no', 'NotAllowedError');
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(refusal);
  const onfail = vi.fn();
  const screen = await render(QrScanner, { onread: vi.fn(), onfail });

  await expect.element(screen.getByRole('status')).toHaveTextContent('Paste the link');
  expect(onfail).toHaveBeenCalledOnce();
});
