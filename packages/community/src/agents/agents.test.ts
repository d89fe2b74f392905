import { assert } from '@manyhands/base';
import type { MemberId, Minutes, Result } from '@manyhands/base';
import { deviceStatement } from '@manyhands/ledger';
import type { KnownLedgerContent } from '@manyhands/ledger';
import { toHex } from '@manyhands/codec';
import { whoHolds } from '@manyhands/door';
import { createSigningKey, recoveryKeyOf } from '@manyhands/keys';
import type { RecoveryWords } from '@manyhands/keys';
import { beforeEach, expect, test } from 'vitest';
import { recordHelp, sayYes } from '../hours/index.ts';
import { inboxOf } from '../inbox.ts';
import { OpenedCommunity } from '../openedCommunity.ts';
import { agentsOf, hasOwnPhone, writesFor } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { makeKit, newWords, sayItIsThem } from '../recovery/index.ts';
import { arrangementsRead, suggest } from '../talk/index.ts';
import { postFor } from '../testing/posting.ts';
import { Village } from '../testing/village.ts';
import type { VillagePlace } from '../testing/villagePlace.ts';
import { behalfOf, viewOf } from './behalf.ts';
import { guardiansForThem, letInOnPaper } from './letIn.ts';
import { askWithNewPage, takeOver, whosePage } from './takeOver.ts';

let village: Village;
let words: RecoveryWords;
let didac: MemberId;

/** Didac has no phone: Biel writes for him. Ana and Carme keep a spare key. */
beforeEach(async () => {
  village = await Village.found('Ana');
  await village.admit('Biel', { by: 'Ana' });
  await village.admit('Carme', { by: 'Ana' });
  words = await newWords();
  const guardians = [village.memberOf('Ana'), village.memberOf('Carme')];
  didac = must(
    await letInOnPaper(at('Biel'), { name: 'Didac', skills: [], guardians }, words),
  );
});

const at = (name: string) => village.placeOf(name);
const ledger = () => at('Ana').replica.ledger;
const theirs = async (name: string) => must(await behalfOf(at(name), didac));
const helpWith = (other: MemberId) => ({
  ...{ with: other, iHelped: true, minutes: 60 as Minutes },
  ...{ day: at('Ana').today(), category: null, text: '', instead: null },
});

function must<T>(result: Result<T, unknown>): T {
  assert(result.ok, `refused: ${JSON.stringify(result)}`);
  return result.value;
}

test('[ledger/L14] somebody without a phone is let in with a page of their own', async () => {
  expect(ledger().isEverMember(didac)).toBe(true);
  expect(at('Ana').replica.board.profileOf(didac)?.name).toBe('Didac');
  expect(ledger().identityOf(didac)).toMatchObject({
    ...{ version: 1, g: 2 },
    guardians: [village.memberOf('Ana'), village.memberOf('Carme')].sort(),
  });
  expect(writesFor(at('Biel'))).toEqual([didac]);
  expect(writesFor(at('Ana'))).toEqual([]);
  expect(agentsOf(ledger(), didac)).toEqual([village.memberOf('Biel')]);
  expect(hasOwnPhone(ledger(), didac)).toBe(false);
  expect(hasOwnPhone(ledger(), village.memberOf('Biel'))).toBe(true);
});

test('[C22] what their agent writes for them says so, on every phone', async () => {
  const asked = must(
    await recordHelp(await theirs('Biel'), helpWith(village.memberOf('Ana'))),
  );
  must(await sayYes(at('Ana'), asked));
  await village.help('Carme', 'Ana', 30);
  const carmesAsked = must(await recordHelp(at('Carme'), helpWith(didac)));
  must(await sayYes(await theirs('Biel'), carmesAsked));
  expect(ledger().balanceOf(didac)).toBe(0);
  const seen = (name: string) =>
    village
      .as(name)
      .countedHours(9)
      .map(({ behind }) => behind.map(({ by, of, what }) => [by.name, of.name, what]));
  for (const name of ['Ana', 'Biel', 'Carme']) {
    expect(seen(name)).toEqual(
      expect.arrayContaining([
        [],
        [['Biel', 'Didac', 'recorded']],
        [['Biel', 'Didac', 'answered']],
      ]),
    );
  }
  // As themself on their page here, and in their own list.
  const asThem = new OpenedCommunity(await theirs('Biel'));
  expect(asThem.hours.map(({ behind }) => behind[0]?.by.name)).toEqual([
    'Biel',
    'Biel',
  ]);
});

test('[C22] an agent is never the other side of their hours', async () => {
  const biel = village.memberOf('Biel');
  const refused = { ok: false, error: { type: 'WritesForThem' } };
  expect(await recordHelp(at('Biel'), helpWith(didac))).toEqual(refused);
  expect(await recordHelp(await theirs('Biel'), helpWith(biel))).toEqual(refused);
  // By an altered program: the record knows nothing of it.
  const asked = await forceHelp(at('Biel'), didac);
  expect(await sayYes(await theirs('Biel'), asked)).toEqual(refused);
  const confirm = { type: 'transfer.confirm', proposal: asked, as: null } as const;
  must(await (await theirs('Biel')).writer.append('ledger', confirm));
  expect(ledger().transfer(asked, didac)?.status).toBe('open');
  expect(ledger().balanceOf(biel)).toBe(0);
  // Somebody else who writes for him may say it.
  must(await takeOver(at('Carme'), words, { alone: false }));
  must(await sayYes(await theirs('Carme'), asked));
  expect(ledger().balanceOf(biel)).toBe(60);
});

async function forceHelp(place: Place, party: MemberId) {
  const written = await place.writer.append('ledger', {
    ...{ type: 'transfer.propose', gave: true, day: place.today(), kind: 'help' },
    ...{ lines: [{ party, minutes: 60 as Minutes }], ref: null, note: null, as: null },
  });
  return must(written).id;
}

test('[L14] what an agent signs of devices, voices and leaving counts nothing', async () => {
  const place = await theirs('Biel');
  const tablet = await village.addDevice('Carme', 'Carme’s tablet');
  const [other] = ledger()
    .devicesOf(village.memberOf('Carme'))
    .filter(({ device }) => device === tablet.membership.device);
  assert(other, 'the tablet stands');
  const { device, box } = other;
  const acts = [
    { type: 'device.add', device, box, role: 0 },
    { type: 'member.leave' },
    { type: 'member.vouch', member: village.memberOf('Biel') },
  ] as KnownLedgerContent[];
  for (const act of acts) must(await place.writer.append('ledger', act));
  expect(ledger().devicesOf(didac)).toHaveLength(1);
  expect(ledger().member(didac)?.left).toBe(false);
  expect(ledger().vouchersOf(village.memberOf('Biel'))).toEqual([]);
});

test('[L14] [ledger/L20] nobody votes on paper', async () => {
  await village.admit('Didac (2)', { by: 'Ana' });
  for (const by of ['Ana', 'Carme']) {
    for (const of of [didac, village.memberOf('Didac (2)')]) {
      must(await at(by).writer.append('ledger', { type: 'member.vouch', member: of }));
    }
  }
  const motion = must(
    await at('Ana').writer.append('ledger', {
      type: 'motion.open',
      matter: { about: 'rule', key: 'limit', account: null, value: 900 as Minutes },
      replaces: [],
    }),
  ).id;
  const before = ledger().motion(motion);
  const vote = { type: 'motion.vote', motion, yes: true } as const;
  must(await (await theirs('Biel')).writer.append('ledger', vote));
  expect(ledger().motion(motion)).toEqual(before);
  // Nor is he one of those who were asked and said nothing.
  expect(before?.yes).not.toContain(didac);
  must(await at('Didac (2)').writer.append('ledger', vote));
  expect(ledger().motion(motion)?.yes).toContain(village.memberOf('Didac (2)'));
});

test('[C23] handed over with the page, what the old agent writes counts no more', async () => {
  must(await recordHelp(await theirs('Biel'), helpWith(village.memberOf('Ana'))));
  const before = await theirs('Biel');
  expect(must(await whosePage(at('Carme'), words))).toBe(didac);
  must(await takeOver(at('Carme'), words, { alone: true }));
  expect(agentsOf(ledger(), didac)).toEqual([village.memberOf('Carme')]);
  expect(writesFor(at('Biel'))).toEqual([]);
  expect(await behalfOf(at('Biel'), didac)).toMatchObject({
    error: { type: 'NotTheirAgent' },
  });
  // The one he had opened before is silent as well.
  expect(await recordHelp(before, helpWith(village.memberOf('Ana')))).toMatchObject({
    ok: false,
  });
  must(await recordHelp(await theirs('Carme'), helpWith(village.memberOf('Ana'))));
  expect(ledger().askedBy(didac)).toHaveLength(2);
  // And back again, in the same log.
  must(await takeOver(at('Biel'), words, { alone: true }));
  expect(agentsOf(ledger(), didac)).toEqual([village.memberOf('Biel')]);
  must(await recordHelp(await theirs('Biel'), helpWith(village.memberOf('Ana'))));
  expect(ledger().askedBy(didac)).toHaveLength(3);
});

test('[C23] without the page those who keep a spare key give a new one their word', async () => {
  const later = await newWords();
  const link = await askWithNewPage(at('Carme'), didac, later);
  expect(link).not.toBe('');
  expect(await takeOver(at('Carme'), later, { alone: true })).toMatchObject({
    error: { type: 'UnknownPage' },
  });
  const key = toHex((await recoveryKeyOf(later, village.id)).publicKey);
  must(await sayItIsThem(at('Ana'), { member: didac, key }));
  expect(agentsOf(ledger(), didac)).toEqual([village.memberOf('Biel')]);
  must(await sayItIsThem(at('Carme'), { member: didac, key }));
  expect(agentsOf(ledger(), didac)).toEqual([]);
  // The lost page opens nothing any more.
  expect(await takeOver(at('Biel'), words, { alone: true })).toMatchObject({
    error: { type: 'UnknownPage' },
  });
  must(await takeOver(at('Carme'), later, { alone: true }));
  expect(agentsOf(ledger(), didac)).toEqual([village.memberOf('Carme')]);
  must(await recordHelp(await theirs('Carme'), helpWith(village.memberOf('Ana'))));
});

test('[C23] nobody is taken over who signs on a phone of their own', async () => {
  const anas = await newWords();
  must(await makeKit(at('Ana'), anas));
  expect(await takeOver(at('Biel'), anas, { alone: true })).toEqual({
    ok: false,
    error: { type: 'HasPhone' },
  });
  expect(agentsOf(ledger(), village.memberOf('Ana'))).toEqual([]);
});

test('[C23] the ones who keep a spare key are three with a phone, never who writes', async () => {
  expect(guardiansForThem(at('Ana'))).toEqual([]);
  await village.admit('Didac (2)', { by: 'Ana' });
  for (const of of ['Biel', 'Carme', 'Didac (2)']) {
    const vouch = { type: 'member.vouch', member: village.memberOf(of) } as const;
    must(await at('Ana').writer.append('ledger', vouch));
  }
  const three = ['Biel', 'Carme', 'Didac (2)'].map((name) => village.memberOf(name));
  expect(guardiansForThem(at('Ana'))).toEqual([...three].sort());
  // The circle comes first; whoever is written down on a phone keeps no key.
  must(
    await at('Ana').writer.append('ledger', { type: 'member.vouch', member: didac }),
  );
  const members = [didac, village.memberOf('Didac (2)')].sort();
  const motion = must(
    await at('Ana').writer.append('ledger', {
      type: 'motion.open',
      matter: {
        about: 'rule',
        key: 'circle',
        account: null,
        value: { threshold: 2, members },
      },
      replaces: [],
    }),
  ).id;
  for (const by of ['Biel', 'Carme']) {
    must(
      await at(by).writer.append('ledger', { type: 'motion.vote', motion, yes: true }),
    );
  }
  const [first, ...others] = guardiansForThem(at('Biel'));
  expect(first).toBe(village.memberOf('Didac (2)'));
  expect([...others].sort()).toEqual(
    ['Ana', 'Carme'].map(village.memberOf.bind(village)).sort(),
  );
});

test('[C22] what is erased of theirs leaves the agent’s disk', async () => {
  const place = await theirs('Biel');
  const [entry] = at('Ana').replica.board.entriesOf(didac);
  assert(entry, 'their profile stands');
  must(await place.writer.erase([entry]));
  const rows = must(await at('Biel').journalFor(didac).read());
  expect(
    rows.find(({ kind, seq }) => kind === 'board' && seq === 0)?.stored,
  ).toHaveLength(32);
});

test('[C22] an answer to a card of theirs waits for who writes for them', async () => {
  const place = await theirs('Biel');
  const street = {
    placeOf: () => place as VillagePlace,
    memberOf: (name: string) => (name === 'Didac' ? didac : village.memberOf(name)),
  };
  const name = await postFor(street, 'Didac', 'Ana');
  expect(waitingAt('Biel')).toEqual([]);
  const plan = { what: 'The hedge', day: null, minute: null, length: null, where: '' };
  must(await suggest(at('Ana'), name, plan, ''));
  await arrangementsRead(at('Biel'));
  await Promise.all([place, viewOf(at('Biel'), didac)].map(arrangementsRead));
  expect(waitingAt('Biel')).toMatchObject([{ kind: 'behalf', of: didac, count: 1 }]);
  expect(waitingAt('Carme')).toEqual([]);
  // What waits for them is counted for me once, and said in their place alone.
  expect(inboxOf(new OpenedCommunity(place))).toMatchObject([{ kind: 'plan' }]);
  const asked = must(await recordHelp(at('Ana'), helpWith(didac)));
  expect(waitingAt('Biel')).toMatchObject([{ of: didac, count: 2 }]);
  must(await sayYes(place, asked));
  expect(waitingAt('Biel')).toMatchObject([{ of: didac, count: 1 }]);
});

const waitingAt = (name: string) =>
  inboxOf(village.as(name)).filter(({ kind }) => kind === 'behalf');

test('[C23] their page lies in a log of theirs, where whoever comes back is told of it', async () => {
  const key = toHex((await recoveryKeyOf(words, village.id)).publicKey);
  expect(whoHolds(at('Ana').replica, key)).toMatchObject({ member: didac });
  // The page itself and the name, so that they are asked "Is this you?".
  expect(whoHolds(at('Ana').replica, key)?.statements).toHaveLength(2);
});

test('[L14] nobody becomes an agent by their own word', async () => {
  const { device, box } = boxOf('Biel');
  const key = await createSigningKey();
  for (const member of [village.memberOf('Ana'), didac]) {
    for (const role of [0, 2] as const) {
      const named = { member, device, box, role, version: 0 };
      const statement = deviceStatement({ community: village.id, ...named });
      const certSig = toHex(await key.sign(statement));
      const said = { type: 'device.enrol', ...named, by: null, certSig } as const;
      must(await at('Biel').writer.append('ledger', said));
    }
  }
  expect(agentsOf(ledger(), village.memberOf('Ana'))).toEqual([]);
  expect(writesFor(at('Biel'))).toEqual([didac]);
  expect(hasOwnPhone(ledger(), didac)).toBe(false);
});

/** One of theirs, as the record has it. */
function boxOf(name: string) {
  const { member, device } = at(name).membership;
  const found = ledger()
    .devicesOf(member)
    .find((each) => each.device === device);
  assert(found, 'it stands');
  return found;
}

test('[ledger/L12] a stolen page is outranked by those who keep a spare key', async () => {
  await village.admit('Didac (2)', { by: 'Ana' });
  must(await takeOver(at('Didac (2)'), words, { alone: true }));
  const thief = await theirs('Didac (2)');
  expect(agentsOf(ledger(), didac)).toEqual([village.memberOf('Didac (2)')]);
  const later = await newWords();
  const key = toHex((await recoveryKeyOf(later, village.id)).publicKey);
  for (const name of ['Ana', 'Carme']) {
    must(await sayItIsThem(at(name), { member: didac, key }));
  }
  expect(agentsOf(ledger(), didac)).toEqual([]);
  expect(await recordHelp(thief, helpWith(village.memberOf('Ana')))).toMatchObject({
    ok: false,
  });
  expect(await takeOver(at('Didac (2)'), words, { alone: true })).toMatchObject({
    error: { type: 'UnknownPage' },
  });
  must(await takeOver(at('Biel'), later, { alone: true }));
  expect(writesFor(at('Biel'))).toEqual([didac]);
  must(await recordHelp(await theirs('Biel'), helpWith(village.memberOf('Ana'))));
});
