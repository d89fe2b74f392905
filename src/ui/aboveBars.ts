import type { Attachment } from 'svelte/attachments';

/** What stays at the foot of a screen while the rest is scrolled; the last leans over its bar. */
const bars = '.shell > .bottom, .shell .foot, .shell > nav, .shell nav .add .icon';

/**
 * Keeps what it is attached to above the bars at the foot of the screen (`--foot-bars`), and has the
 * page leave its room beneath what is read (`--toast-room`): nothing to be tapped stays beneath it.
 */
export const aboveBars: Attachment<HTMLElement> = (toast) => {
  const { style } = document.documentElement;
  const place = () => {
    const tops = [...document.querySelectorAll(bars)]
      .map((bar) => bar.getBoundingClientRect())
      .filter(isAtFoot)
      .map(({ top }) => top);
    style.setProperty(
      '--foot-bars',
      `${innerHeight - Math.min(innerHeight, ...tops)}px`,
    );
    style.setProperty('--toast-room', `${toast.offsetHeight}px`);
  };
  const watch = new ResizeObserver(place);
  for (const each of [toast, document.body, ...document.querySelectorAll(bars)])
    watch.observe(each);
  addEventListener('resize', place);
  place();
  return () => {
    watch.disconnect();
    removeEventListener('resize', place);
    style.removeProperty('--foot-bars');
    style.removeProperty('--toast-room');
  };
};

/** Beside a wide screen the way around is no bar at its foot; on a low one it is scrolled away. */
const isAtFoot = ({ top, height }: DOMRect): boolean =>
  height > 0 && top > innerHeight / 3 && top < innerHeight;
