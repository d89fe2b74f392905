import { expect, test } from 'vitest';
import { foundedBy } from '../certificates.ts';
import { communityIdOf } from '../charter.ts';
import {
  box,
  device,
  gaveHelp,
  member,
  noSignature,
  Pen,
  proven,
  LedgerVillage,
  yes,
} from '../testing/village.ts';
import { createLedger } from './createLedger.ts';
import { MembershipFold } from './membership.ts';

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');
const didac = member('didac');

test('[L8] the founder is a member by the charter alone, and has a voice', () => {
  const village = new LedgerVillage();
  const found = village.found();
  expect(village.ledger().charter()).toEqual(village.charter);
  expect(village.ledger([found]).member(ana)).toEqual({
    member: ana,
    devices: [
      {
        device: device('ana'),
        role: 0,
        box,
        ledgerCut: null,
        boardCut: null,
        frozen: false,
      },
    ],
    admittedBy: [],
    everMember: true,
    voice: true,
    left: false,
    paused: false,
  });
});

test('[L8] a vouch lets nobody in', () => {
  const village = new LedgerVillage().settle('biel');
  village.vouch('ana', 'carme');
  const ledger = village.ledger();
  expect(ledger.member(carme)).toBeNull();
  expect(ledger.members().map((each) => each.member)).toEqual([ana, biel].sort());
});

test('[L8] nothing founds a community that is named after nonsense', () => {
  const charter = new Uint8Array(8);
  const community = communityIdOf(charter);
  const pen = new Pen({ ...new LedgerVillage().pen('ana').log, community });
  const certSig = noSignature;
  const found = pen.write({ type: 'community.found', charter, box, certSig });
  const ledger = createLedger(community);
  ledger.add([proven(found)]);
  expect(ledger.charter()).toBeNull();
  const vouch = pen.write({ type: 'member.vouch', member: biel });
  expect([found, vouch].map(foundedBy)).toEqual([null, null]);
});

test("[L8] a founding by anybody but the charter's founder founds nothing", () => {
  const village = new LedgerVillage();
  const found = village.found();
  if (found.content.type !== 'community.found') throw new Error('no founding');
  const copy = village.pen('biel').write(found.content);
  const other = new LedgerVillage({ name: 'Another street' });
  const foreign = village.pen('ana', "ana's other").write(found.content);
  const changed = other.found();
  if (changed.content.type !== 'community.found') throw new Error('no founding');
  const wrong = village.pen('ana').write(changed.content);
  expect(village.ledger([copy, foreign, wrong]).charter()).toBeNull();
});

test('[L8] whoever a member admits is one, however late the chain arrives', () => {
  const village = new LedgerVillage();
  village.found();
  village.admit('ana', 'biel');
  village.admit('biel', 'carme');
  village.admit('carme', 'didac');
  const asked = village.pen('didac').write(gaveHelp(carme));
  village.pen('carme').write(yes(asked));

  const ledger = village.ledger([]);
  const whether = [];
  for (const entry of village.entries.toReversed()) {
    ledger.add([{ entry, proven: true }]);
    whether.push(ledger.isEverMember(didac));
  }
  // The founding comes last, and all of them with it.
  expect(whether.indexOf(true)).toBe(whether.length - 1);
  expect(ledger.members().map((each) => each.member)).toEqual(
    [ana, biel, carme, didac].sort(),
  );
  expect(ledger.balanceOf(didac)).toBe(60);
});

test('[L8] admission takes as many different members as the charter says', () => {
  const village = new LedgerVillage({ join: 2, circle: 2 }).settle('biel', 'carme');
  village.admit('ana', 'carme');
  village.admit('carme', 'carme');
  expect(village.ledger().member(carme)).toMatchObject({
    everMember: false,
    admittedBy: [ana],
  });
  village.admit('biel', 'carme');
  expect(village.ledger().isEverMember(carme)).toBe(true);
});

test('[L8] the founding log alone lets in while the circle is open', () => {
  const village = new LedgerVillage({ join: 3, circle: 3 }).settle(
    'biel',
    'carme',
    'didac',
  );
  expect(village.pen('ana').entries.map(({ seq }) => seq)).toEqual([0, 1, 2, 3]);
  const ledger = village.ledger();
  expect([biel, carme, didac].map((each) => ledger.isEverMember(each))).toEqual([
    true,
    true,
    false,
  ]);
  // Biel is a member too, and his log is no founding log.
  village.admit('biel', 'didac');
  expect(village.ledger().isEverMember(didac)).toBe(false);
  village.admit('carme', 'didac');
  expect(village.ledger().isEverMember(didac)).toBe(true);
  // An admission that names somebody else's device as an agent's lets nobody in.
  const other = new LedgerVillage({ join: 2 });
  other.found();
  other.admit('ana', 'biel', 'biel', 2);
  expect(other.ledger().member(biel)).toBeNull();
});

test('[L8] the admission of somebody who is no member yet waits until they are', () => {
  const village = new LedgerVillage({ join: 2, circle: 2 }).settle('biel', 'carme');
  village.admit('carme', 'didac');
  village.admit('ana', 'didac');
  expect(village.ledger().isEverMember(didac)).toBe(false);
  village.admit('biel', 'carme');
  expect(village.ledger().isEverMember(didac)).toBe(true);
});

test('[L8] an open proposal counts once both are members', () => {
  const village = new LedgerVillage();
  village.found();
  village.enrol(village.pen('biel'), 'biel', 'biel', 0);
  const asked = village.pen('biel').write(gaveHelp(ana));
  village.pen('ana').write(yes(asked));
  const ledger = village.ledger();
  expect(ledger.member(biel)).toBeNull();
  expect(ledger.transfer(asked.id, ana)?.status).toBe('open');
  ledger.add([{ entry: village.admit('ana', 'biel'), proven: true }]);
  expect(ledger.balanceOf(biel)).toBe(60);
});

test('[L8] what a log says before its certificate comes waits for it', () => {
  const village = new LedgerVillage().settle('biel');
  const asked = village.pen('biel', 'tablet').write(gaveHelp(ana));
  village.pen('ana').write(yes(asked));
  const ledger = village.ledger();
  expect(ledger.linesOf(asked.id)).toEqual([]);
  expect(ledger.hasStanding(biel, device('tablet'))).toBe(false);

  const enrolled = village.enrol(village.pen('biel'), 'biel', 'tablet', 0);
  ledger.add([{ entry: enrolled, proven: true }]);
  expect(ledger.roleOf(biel, device('tablet'))).toBe(0);
  expect(ledger.balanceOf(biel)).toBe(60);
});

test('[L8] an entry whose inner signature is bad keeps its place and does nothing', () => {
  const village = new LedgerVillage();
  village.found();
  const admit = village.admit('ana', 'biel');
  const ledger = village.ledger([]);
  ledger.add(village.entries.map((entry) => ({ entry, proven: entry !== admit })));
  expect(ledger.member(biel)).toBeNull();
  expect(ledger.hasStanding(biel, device('biel'))).toBe(false);
});

test("[L14] an agent is admitted on its admitter's own device or not at all", () => {
  const village = new LedgerVillage().settle('biel');
  village.admit('ana', 'carme', 'biel', 2);
  expect(village.ledger().member(carme)).toBeNull();
  village.admit('ana', 'carme', 'ana', 2);
  expect(village.ledger().roleOf(carme, device('ana'))).toBe(2);
});

test('[L8] a keeper may admit and may not vouch; an agent may do neither', () => {
  const village = new LedgerVillage({ voice: 1, circle: 0 }).settle('biel');
  const keeper = village.pen('ana', 'keeper');
  village.enrol(village.pen('ana'), 'ana', 'keeper', 1);
  const admit = village.admit('ana', 'carme').content;
  village.pen('ana').entries.pop();
  if (admit.type !== 'member.admit') throw new Error('no admission');
  keeper.write(admit);
  keeper.write({ type: 'member.vouch', member: biel });
  const ledger = village.ledger();
  expect(ledger.isEverMember(carme)).toBe(true);
  expect(ledger.member(biel)?.voice).toBe(false);

  const agent = new LedgerVillage().settle('biel');
  agent.admit('ana', 'didac', 'ana', 2);
  agent.pen('didac', 'ana').write(admit);
  expect(agent.ledger().isEverMember(carme)).toBe(false);
});

test('[L8] the founding log alone gives a voice while the circle is open', () => {
  const village = new LedgerVillage({ circle: 4 }).settle('biel', 'carme');
  village.vouch('ana', 'biel');
  village.vouch('ana', 'carme');
  const ledger = village.ledger();
  expect(village.pen('ana').entries.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4]);
  expect(ledger.member(biel)?.voice).toBe(true);
  expect(ledger.member(carme)?.voice).toBe(false);

  // Carme needs two with a voice, and has Ana already.
  village.vouch('biel', 'carme');
  expect(village.ledger().member(carme)?.voice).toBe(true);
});

test('[L8] puppets of a member have no voice, and lend none', () => {
  const village = new LedgerVillage({ voice: 1 }).settle('biel');
  village.admit('biel', 'carme');
  village.vouch('biel', 'carme');
  village.vouch('carme', 'biel');
  village.vouch('carme', 'carme');
  const ledger = village.ledger();
  expect(ledger.members().filter((each) => each.voice)).toMatchObject([
    { member: ana },
  ]);
});

test('[L8] nobody has or lends a voice before they are a member', () => {
  const village = new LedgerVillage({ voice: 1 });
  village.found();
  village.vouch('ana', 'biel');
  village.enrol(village.pen('biel'), 'biel', 'biel', 0);
  village.admit('ana', 'carme');
  village.vouch('biel', 'carme');
  expect(village.ledger().member(carme)?.voice).toBe(false);
  village.admit('ana', 'biel');
  const ledger = village.ledger();
  expect(ledger.member(biel)?.voice).toBe(true);
  expect(ledger.member(carme)?.voice).toBe(true);
});

test('a member who left is shown so, and their hours stay', () => {
  const village = new LedgerVillage().settle('biel');
  const asked = village.pen('biel').write(gaveHelp(ana));
  village.pen('ana').write(yes(asked));
  village.pen('biel').write({ type: 'member.leave' });
  const ledger = village.ledger();
  expect(ledger.member(biel)).toMatchObject({ left: true, everMember: true });
  expect(ledger.balanceOf(biel)).toBe(60);
});

test('whom an invite let in is counted for the apps that keep to its uses', () => {
  const village = new LedgerVillage().settle();
  const invitePub = '22'.repeat(32);
  const invite = { invitePub, proof: '0'.repeat(128) };
  const admit = village.admit('ana', 'biel').content;
  if (admit.type !== 'member.admit') throw new Error('no admission');
  village.pen('ana').write({ ...admit, member: carme, invite });
  expect(village.ledger().admittedWith(invitePub)).toEqual([carme]);
  // A stranger may say so of anybody.
  village.enrol(village.pen('didac'), 'didac', 'didac', 0);
  village.pen('didac').write({ ...admit, member: biel, invite });
  expect(village.ledger().admittedWith(invitePub)).toEqual([carme]);
  expect(village.ledger().admittedWith('33'.repeat(32))).toEqual([]);
});

test('[L8] a chain of admissions may be thousands long', () => {
  // Backwards: every entry waits for the one that comes after it.
  const village = new LedgerVillage();
  village.found();
  const people = Array.from({ length: 3_000 }, (_, i) => `neighbour ${i}`);
  for (const [i, newcomer] of people.entries()) {
    village.admit(people[i - 1] ?? 'ana', newcomer);
  }
  const ledger = village.ledger(village.entries.toReversed());
  expect(ledger.isEverMember(member('neighbour 2999'))).toBe(true);
});

test('[L8] a voice by itself gives what the founder vouches on the first device, in time', () => {
  const village = new LedgerVillage({ circle: 2 });
  const fold = new MembershipFold();
  const [first, other] = [device('ana'), device('tablet')];
  expect(fold.isInCircle({ member: ana, device: first }, 0)).toBe(false);
  fold.found(village.charter);
  expect(fold.isInCircle({ member: ana, device: first }, 1)).toBe(true);
  expect(fold.isInCircle({ member: ana, device: first }, 2)).toBe(false);
  expect(fold.isInCircle({ member: ana, device: other }, 1)).toBe(false);
  expect(fold.isInCircle({ member: biel, device: first }, 1)).toBe(false);
  fold.endCircle(1);
  expect(fold.isInCircle({ member: ana, device: first }, 0)).toBe(true);
  expect(fold.isInCircle({ member: ana, device: first }, 1)).toBe(false);
});
