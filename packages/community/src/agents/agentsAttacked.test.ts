import { assert } from '@manyhands/base';
import type { MemberId, Minutes } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSigningKey, recoveryKeyOf } from '@manyhands/keys';
import { deviceStatement } from '@manyhands/ledger';
import type { KnownLedgerContent } from '@manyhands/ledger';
import { beforeEach, expect, test } from 'vitest';
import { recordHelp, sayYes } from '../hours/index.ts';
import { agentsOf, hasOwnPhone, writesFor } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { newWords, sayItIsThem } from '../recovery/index.ts';
import { PaperVillage } from '../testing/paperVillage.ts';
import { done } from '../testing/results.ts';
import { becomeAgent } from './becomeAgent.ts';

let it: PaperVillage;
beforeEach(async () => {
  it = await PaperVillage.begin();
});

test('[C22] an agent is never the other side of their hours', async () => {
  const biel = it.village.memberOf('Biel');
  const refused = { ok: false, error: { type: 'WritesForThem' } };
  expect(await recordHelp(it.at('Biel'), it.helpWith(it.didac))).toEqual(refused);
  expect(await recordHelp(await it.theirs('Biel'), it.helpWith(biel))).toEqual(refused);
  // By an altered program: the record knows nothing of it.
  const asked = await forceHelp(it.at('Biel'), it.didac);
  expect(await sayYes(await it.theirs('Biel'), asked)).toEqual(refused);
  const confirm = { type: 'transfer.confirm', proposal: asked, as: null } as const;
  done(await (await it.theirs('Biel')).writer.append('ledger', confirm));
  expect(it.ledger.transfer(asked, it.didac)?.status).toBe('open');
  expect(it.ledger.balanceOf(biel)).toBe(0);
  // Somebody else who writes for him may say it.
  done(await becomeAgent(it.at('Carme'), it.words, { alone: false }));
  done(await sayYes(await it.theirs('Carme'), asked));
  expect(it.ledger.balanceOf(biel)).toBe(60);
});

async function forceHelp(place: Place, party: MemberId) {
  const written = await place.writer.append('ledger', {
    type: 'transfer.propose',
    gave: true,
    day: place.today(),
    kind: 'help',
    lines: [{ party, minutes: 60 as Minutes }],
    ref: null,
    note: null,
    as: null,
  });
  return done(written).id;
}

test('[ledger/L14] what an agent signs of devices, voices and leaving counts nothing', async () => {
  const place = await it.theirs('Biel');
  const tablet = await it.village.addDevice('Carme', 'Carme’s tablet');
  const [other] = it.ledger
    .devicesOf(it.village.memberOf('Carme'))
    .filter(({ device }) => device === tablet.membership.device);
  assert(other, 'the tablet stands');
  const { device, box } = other;
  const acts = [
    { type: 'device.add', device, box, role: 0 },
    { type: 'member.leave' },
    { type: 'member.vouch', member: it.village.memberOf('Biel') },
  ] as KnownLedgerContent[];
  for (const act of acts) done(await place.writer.append('ledger', act));
  expect(it.ledger.devicesOf(it.didac)).toHaveLength(1);
  expect(it.ledger.member(it.didac)?.left).toBe(false);
  expect(it.ledger.vouchersOf(it.village.memberOf('Biel'))).toEqual([]);
});

test('[ledger/L14] [ledger/L20] nobody votes on paper', async () => {
  await it.village.admit('Didac (2)', { by: 'Ana' });
  for (const by of ['Ana', 'Carme']) {
    for (const of of [it.didac, it.village.memberOf('Didac (2)')]) {
      done(
        await it.at(by).writer.append('ledger', { type: 'member.vouch', member: of }),
      );
    }
  }
  const motion = done(
    await it.at('Ana').writer.append('ledger', {
      type: 'motion.open',
      matter: { about: 'rule', key: 'limit', account: null, value: 900 as Minutes },
      replaces: [],
    }),
  ).id;
  const before = it.ledger.motion(motion);
  const vote = { type: 'motion.vote', motion, yes: true } as const;
  done(await (await it.theirs('Biel')).writer.append('ledger', vote));
  expect(it.ledger.motion(motion)).toEqual(before);
  // Nor is he one of those who were asked and said nothing.
  expect(before?.yes).not.toContain(it.didac);
  done(await it.at('Didac (2)').writer.append('ledger', vote));
  expect(it.ledger.motion(motion)?.yes).toContain(it.village.memberOf('Didac (2)'));
});

test('[ledger/L14] nobody becomes an agent by their own word', async () => {
  const { device, box } = boxOf('Biel');
  const key = await createSigningKey();
  for (const member of [it.village.memberOf('Ana'), it.didac]) {
    for (const role of [0, 2] as const) {
      const named = { member, device, box, role, version: 0 };
      const statement = deviceStatement({ community: it.village.id, ...named });
      const certSig = toHex(await key.sign(statement));
      const said = { type: 'device.enrol', ...named, by: null, certSig } as const;
      done(await it.at('Biel').writer.append('ledger', said));
    }
  }
  expect(agentsOf(it.ledger, it.village.memberOf('Ana'))).toEqual([]);
  expect(writesFor(it.at('Biel'))).toEqual([it.didac]);
  expect(hasOwnPhone(it.ledger, it.didac)).toBe(false);
});

/** One of theirs, as the record has it. */
function boxOf(name: string) {
  const { member, device } = it.at(name).membership;
  const found = it.ledger.devicesOf(member).find((each) => each.device === device);
  assert(found, 'it stands');
  return found;
}

test('[ledger/L12] a stolen page is outranked by those who keep a spare key', async () => {
  await it.village.admit('Didac (2)', { by: 'Ana' });
  done(await becomeAgent(it.at('Didac (2)'), it.words, { alone: true }));
  const thief = await it.theirs('Didac (2)');
  expect(agentsOf(it.ledger, it.didac)).toEqual([it.village.memberOf('Didac (2)')]);
  const later = await newWords();
  const key = toHex((await recoveryKeyOf(later, it.village.id)).publicKey);
  for (const name of ['Ana', 'Carme']) {
    done(await sayItIsThem(it.at(name), { member: it.didac, key }));
  }
  expect(agentsOf(it.ledger, it.didac)).toEqual([]);
  expect(
    await recordHelp(thief, it.helpWith(it.village.memberOf('Ana'))),
  ).toMatchObject({
    ok: false,
  });
  expect(
    await becomeAgent(it.at('Didac (2)'), it.words, { alone: true }),
  ).toMatchObject({
    error: { type: 'UnknownPage' },
  });
  done(await becomeAgent(it.at('Biel'), later, { alone: true }));
  expect(writesFor(it.at('Biel'))).toEqual([it.didac]);
  done(
    await recordHelp(await it.theirs('Biel'), it.helpWith(it.village.memberOf('Ana'))),
  );
});
