import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import HoursPicker from './HoursPicker.svelte';

async function openPicker(minutes = 60) {
  const onchange = vi.fn<(minutes: number) => void>();
  const screen = await render(HoursPicker, { minutes, onchange });
  const slider = screen.getByRole('slider');
  const box = slider.element().getBoundingClientRect();
  const round = box.width / 4;

  /** Sends one pointer to a place counted in rounds from the corner where reading starts. */
  function point(type: string, pointerType: string, along: number, down: number) {
    slider.element().dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        pointerType,
        button: 0,
        clientX: box.left + along * round,
        clientY: box.top + down * round,
      }),
    );
  }
  // A pointer made by hand cannot be captured.
  (slider.element() as SVGElement).setPointerCapture = () => undefined;
  return { screen, slider, onchange, point, round, box };
}

const said = (slider: { element: () => Element }) =>
  slider.element().getAttribute('aria-valuetext');

test('by mouse: a click on the lower right of the second round is 1 h 30', async () => {
  const { slider, onchange, round } = await openPicker();

  await slider.click({ position: { x: 1.7 * round, y: 0.7 * round } });

  expect(onchange).toHaveBeenLastCalledWith(90);
  await expect.element(slider).toHaveAttribute('aria-valuetext', '1 hour 30 minutes');
});

test('by touch: one drag along the line fills quarter after quarter', async () => {
  const { slider, onchange, point } = await openPicker();

  point('pointerdown', 'touch', 0.05, 0.5);
  for (let along = 0.1; along <= 2.5; along += 0.05) {
    point('pointermove', 'touch', along, 0.5);
  }
  point('pointerup', 'touch', 2.5, 0.5);

  await expect.element(slider).toHaveAttribute('aria-valuenow', '150');
  const seen = onchange.mock.calls.map(([minutes]) => minutes);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

test('a drag that the page takes over for scrolling leaves what it had', async () => {
  const { slider, point } = await openPicker();

  point('pointerdown', 'touch', 1.7, 0.7);
  point('pointercancel', 'touch', 1.7, 0.9);
  point('pointermove', 'touch', 3.5, 0.5);

  await expect.element(slider).toHaveAttribute('aria-valuenow', '60');
});

test('by keyboard: quarters, hours, both ends', async () => {
  const { slider } = await openPicker();
  (slider.element() as SVGElement).focus();

  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', '1 hour 30 minutes');
  await userEvent.keyboard('{ArrowDown}{PageUp}');
  expect(said(slider)).toBe('2 hours 15 minutes');
  await userEvent.keyboard('{Home}{ArrowLeft}');
  expect(said(slider)).toBe('15 minutes');
  await userEvent.keyboard('{End}{ArrowUp}');
  expect(said(slider)).toBe('12 hours');
});

test('by the buttons, a quarter at a time, which stop at the least', async () => {
  const { screen, slider } = await openPicker(30);
  const less = screen.getByRole('button', { name: '15 minutes less' });

  await screen.getByRole('button', { name: '15 minutes more' }).click();
  await expect.element(slider).toHaveAttribute('aria-valuenow', '45');
  await less.click();
  await less.click();
  await expect.element(less).toBeDisabled();
});

test('typed: what is meant is taken, in any whole minutes', async () => {
  const { screen, onchange } = await openPicker();
  const field = screen.getByRole('textbox');

  await field.fill('1:20');
  await userEvent.keyboard('{Enter}');

  expect(onchange).toHaveBeenLastCalledWith(80);
  expect((field.element() as HTMLInputElement).value).toBe('1\u00a0h\u00a020');
});

test('the rounds grow while one types: what stands beneath keeps its place for the tap', async () => {
  const { screen, slider, onchange } = await openPicker();
  const field = screen.getByRole('textbox');
  await field.click();
  await userEvent.keyboard('10');
  await expect.element(slider).toHaveAttribute('aria-valuenow', '600');
  await expect.element(field).toHaveValue('10');
  const { bottom } = slider.element().getBoundingClientRect();
  await userEvent.tab();
  await expect.element(field).toHaveValue('10\u00a0h');
  expect(slider.element().getBoundingClientRect().bottom).toBe(bottom);
  expect(onchange).toHaveBeenLastCalledWith(600);
});

test('typed nonsense changes nothing and says what would do', async () => {
  const { screen, onchange } = await openPicker();
  const field = screen.getByRole('textbox');

  await field.fill('three weeks');
  await userEvent.keyboard('{Enter}');

  expect(onchange).not.toHaveBeenCalled();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('such as 1:30');
  expect((field.element() as HTMLInputElement).value).toBe('1\u00a0h');
});

test('past four hours a second row of rounds is there to fill', async () => {
  const { slider, box } = await openPicker(240);

  expect(box.height / box.width).toBeCloseTo(0.5, 1);
  (slider.element() as SVGElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(said(slider)).toBe('4 hours 15 minutes');
});
