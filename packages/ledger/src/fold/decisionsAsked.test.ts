import { expect, test } from 'vitest';
import { aboutRest, motionOf, vote } from '../testing/shared.ts';
import { aboutLimit, votingStreet } from '../testing/street.ts';
import { device, listed, member, proven } from '../testing/village.ts';

const biel = member('biel');

test('[L21] of whom nothing speaks but a keeper, nobody waits for a word', () => {
  const village = votingStreet();
  const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
  village.enrol(village.pen('carme'), 'carme', 'tablet', 1);
  expect(village.ledger().motion(motion.id)).toMatchObject({ of: 3 });
  const claim = { key: member('carme'), devices: [listed('carme', 0)] };
  village.identify(village.pen('ana'), 'carme', member('carme'), claim);
  expect(village.ledger().speaks(member('carme'), device('tablet'))).toBe(true);
  expect(village.ledger().motion(motion.id)).toMatchObject({ of: 2 });
});

test('[L21] a vouch beyond the end of its log is not left out', () => {
  const village = votingStreet();
  const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
  village.pen('biel').write(vote(motion));
  for (const who of ['carme', 'didac']) village.vouch('biel', who);
  const of = () => village.ledger().motion(motion.id)?.of;
  expect(of()).toBe(3);
  const claim = { key: biel, devices: [listed('biel', 2)] };
  village.identify(village.pen('ana'), 'biel', biel, claim);
  expect(of()).toBe(4);
});

test('[L21] who rests is not waited for, also where a vouch is left out', () => {
  const village = votingStreet(2);
  const rest = village.pen('ana').write(motionOf(aboutRest('carme')));
  for (const who of ['biel', 'neighbour 0']) village.pen(who).write(vote(rest));
  const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
  village.pen('biel').write(vote(motion));
  village.vouch('biel', 'didac');
  expect(village.ledger().motion(motion.id)?.of).toBe(4);
  village.pen('carme').write(vote(motion, false));
  expect(village.ledger().motion(motion.id)?.of).toBe(5);
});

test('[L21] about who rests all are asked, however often it is counted', () => {
  const village = votingStreet(12);
  const rest = village.pen('ana').write(motionOf(aboutRest('neighbour 2')));
  for (const who of ['biel', 'carme', 'neighbour 0'])
    village.pen(who).write(vote(rest));
  const ledger = village.ledger();
  expect(ledger.motion(rest.id)).toMatchObject({ of: 15, isTaken: true });
  ledger.add([proven(village.vouch('ana', 'didac'))]);
  expect(ledger.motion(rest.id)).toMatchObject({ of: 15, isTaken: true });
});
