import type { Week } from '../ui/yearShape.ts';

/** A believable year: busy springs, a quiet August. */
export function yearOfWeeks(): Week[] {
  return Array.from({ length: 52 }, (_, week) => {
    const busy = Math.sin(week * 1.7) + Math.sin(week * 0.45);
    return {
      helped: busy > 0.4 ? Math.round(busy * 4) * 15 + 30 : 0,
      wasHelped:
        busy < -0.3 ? Math.round(-busy * 4) * 15 + 15 : week % 9 === 0 ? 60 : 0,
      gift: week === 17,
    };
  });
}
