import { encodeQR } from 'qr';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import QrScanner from './QrScanner.svelte';

afterEach(() => vi.restoreAllMocks());

const scale = 8;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A camera in front of which somebody holds one code after the other. */
function cameraSeeing(first: string) {
  let text = first;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 400;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');

  const draw = () => {
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = 'black';
    encodeQR(text, 'raw', { border: 4 }).forEach((row, y) =>
      row.forEach((dark, x) => {
        if (dark) context.fillRect(x * scale, y * scale, scale, scale);
      }),
    );
    requestAnimationFrame(draw);
  };
  draw();
  return { stream: canvas.captureStream(), hold: (next: string) => (text = next) };
}

test('what the camera sees is read once, and the camera is let go', async () => {
  const { stream, hold } = cameraSeeing('https://example.org/#j/ana');
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  const onread = vi.fn<(text: string) => void>();
  const screen = await render(QrScanner, { onread });

  await vi.waitFor(() => expect(onread).toHaveBeenCalled(), 10_000);
  // The same code stays in sight for half a second, as a hand would hold it.
  for (let seen = 0; seen < 30; seen++) await frame();
  hold('https://example.org/#j/biel');
  await vi.waitFor(
    () => expect(onread).toHaveBeenLastCalledWith('https://example.org/#j/biel'),
    10_000,
  );
  await screen.unmount();

  expect(onread.mock.calls).toEqual([
    ['https://example.org/#j/ana'],
    ['https://example.org/#j/biel'],
  ]);
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
