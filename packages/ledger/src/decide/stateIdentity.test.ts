import { expect, test } from 'vitest';
import { branch, proofOfFork } from '../testing/forking.ts';
import {
  box,
  device,
  gaveHelp,
  key,
  member,
  LedgerVillage,
} from '../testing/village.ts';
import { handOver, nameGuardians, noGuardians, setKit } from './stateIdentity.ts';
import type { Heads } from './stateIdentity.ts';

const biel = member('biel');
const tablet = device('tablet');
const heads: Heads = () => ({ ledger: 4, board: 2 });

test('[L12] [replica/H3] whose hours end at a fork is switched off by the next statement, with its board', () => {
  const village = new LedgerVillage().settle('biel', 'carme', 'didac');
  village.pen('biel').write({ type: 'device.add', device: tablet, box, role: 0 });
  const pen = village.pen('biel');
  const twin = branch(pen, 1);
  const one = pen.write(gaveHelp(member('ana'), 60));
  proofOfFork(village.pen('ana'), one, twin.write(gaveHelp(member('ana'), 61)));
  const said = village.ledger();
  const page = setKit(said, biel, { key: key('words'), ...noGuardians }, heads);
  const named = nameGuardians(said, biel, noGuardians, heads);
  for (const claim of [page, named]) {
    expect(claim.ok && claim.value.devices).toEqual(
      expect.arrayContaining([
        { device: device('biel'), ledgerCut: 1, boardCut: 2 },
        { device: tablet, ledgerCut: null, boardCut: null },
      ]),
    );
  }
  if (!page.ok) throw new Error('refused');
  village.identify(village.pen('biel', 'tablet'), 'biel', biel, page.value);
  expect(village.ledger().isSwitchedOff(biel, device('biel'))).toBe(true);
  const board = { ...pen.log, kind: 'board' } as const;
  expect(village.ledger().endOf(board)).toBe(2);
  // Where it ended, it stays ended, however much more of it has come.
  const later = () => ({ ledger: 9, board: 9 });
  const next = setKit(
    village.ledger(),
    biel,
    { key: key('more'), ...noGuardians },
    later,
  );
  expect(next.ok && next.value.devices[0]).toMatchObject({ ledgerCut: 1, boardCut: 2 });
});

test('[L14] who is written down is handed over to an agent’s device of theirs alone', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  village.admit('biel', 'paper', 'biel', 2);
  village.pen('biel', 'biel').write(gaveHelp(member('ana'), 60));
  const over = (of: string, to: string) =>
    handOver(village.ledger(), member(of), device(to), heads, { alone: false });
  expect(over('paper', 'biel')).toMatchObject({
    ok: true,
    value: { devices: [{ device: device('biel'), ledgerCut: null }] },
  });
  for (const [of, to] of [
    ['paper', 'carme'],
    ['paper', 'nobody'],
    ['biel', 'biel'],
  ] as const) {
    expect(over(of, to)).toEqual({ ok: false, error: { type: 'NoSuchDevice' } });
  }
});
