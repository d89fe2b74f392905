/** [ledger/L24] how many removals were ever taken: words of later make it no fewer. */
import { expect, test } from 'vitest';
import type { Entry } from '../entry.ts';
import { aboutMember, motionOf, vote } from '../testing/shared.ts';
import { votingStreet } from '../testing/street.ts';
import type { LedgerVillage } from '../testing/village.ts';

const count = (village: LedgerVillage) => village.ledger().removals();
/** Ana asks that Didac goes. */
const asked = (village: LedgerVillage, before: readonly Entry[] = []): Entry =>
  village.pen('ana').write(motionOf(aboutMember('didac', 'removed'), before));
const yes = (village: LedgerVillage, motion: Entry, ...names: readonly string[]) => {
  for (const name of names) village.pen(name).write(vote(motion));
};

test('[L24] a removal counts once it is taken, and no pause does', () => {
  const village = votingStreet(1);
  const pause = village.pen('ana').write(motionOf(aboutMember('didac', 'paused')));
  yes(village, pause, 'biel', 'carme');
  const motion = asked(village);
  yes(village, motion, 'biel');
  expect(count(village)).toBe(0);
  yes(village, motion, 'carme');
  expect(count(village)).toBe(1);
});

test('[L24] it counts on when it is taken back, replaced, or outnumbered later', () => {
  const village = votingStreet(9);
  const motion = asked(village);
  yes(village, motion, 'biel', 'carme');
  const back = village
    .pen('ana')
    .write(motionOf(aboutMember('didac', 'among us'), [motion]));
  yes(village, back, 'biel', 'carme');
  expect(count(village)).toBe(1);
  const again = asked(village, [back]);
  yes(village, again, 'biel', 'carme');
  expect(count(village)).toBe(2);
  village.pen('biel').write(vote(again, false));
  for (let n = 0; n < 9; n++) village.pen(`neighbour ${n}`).write(vote(again, false));
  expect(village.ledger().motion(again.id)?.isTaken).toBe(false);
  expect(count(village)).toBe(2);
});

test('[L24] what too few ever said yes to never counts, however often they say it', () => {
  const village = votingStreet(12);
  const motion = asked(village);
  for (let times = 0; times < 4; times++) {
    for (const name of ['biel', 'carme']) {
      village.pen(name).write(vote(motion));
      village.pen(name).write(vote(motion, false));
    }
  }
  for (let n = 0; n < 12; n++) village.pen(`neighbour ${n}`).write(vote(motion, false));
  expect(count(village)).toBe(0);
});

test('[L24] what nobody with a voice asked for never counts, whoever says yes', () => {
  const village = votingStreet();
  const gone = motionOf(aboutMember('carme', 'removed'));
  village.enrol(village.pen('biel'), 'biel', 'tablet', 1);
  for (const pen of [village.pen('didac'), village.pen('biel', 'tablet')]) {
    yes(village, pen.write(gone), 'ana', 'biel', 'carme');
  }
  expect(count(village)).toBe(0);
  yes(village, village.pen('ana').write(gone), 'biel', 'carme');
  expect(count(village)).toBe(1);
});
