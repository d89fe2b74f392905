import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { whoHolds } from '@manyhands/door';
import { recoveryKeyOf } from '@manyhands/keys';
import { beforeEach, expect, test } from 'vitest';
import { recordHelp, sayYes } from '../hours/index.ts';
import { inboxOf } from '../inbox.ts';
import { OpenedCommunity } from '../openedCommunity.ts';
import { agentsOf, hasOwnPhone, writesFor } from '../opened/index.ts';
import { arrangementsRead, suggest } from '../talk/index.ts';
import { PaperVillage } from '../testing/paperVillage.ts';
import { done } from '../testing/results.ts';
import { postFor } from '../testing/posting.ts';
import type { VillagePlace } from '../testing/villagePlace.ts';
import { viewOf } from './behalf.ts';
import { guardiansForThem } from './letIn.ts';

let it: PaperVillage;
beforeEach(async () => {
  it = await PaperVillage.begin();
});

test('[ledger/L14] somebody without a phone is let in with a page of their own', () => {
  expect(it.ledger.isEverMember(it.didac)).toBe(true);
  expect(it.at('Ana').replica.board.profileOf(it.didac)?.name).toBe('Didac');
  expect(it.ledger.identityOf(it.didac)).toMatchObject({
    version: 1,
    g: 2,
    guardians: [it.village.memberOf('Ana'), it.village.memberOf('Carme')].sort(),
  });
  expect(writesFor(it.at('Biel'))).toEqual([it.didac]);
  expect(writesFor(it.at('Ana'))).toEqual([]);
  expect(agentsOf(it.ledger, it.didac)).toEqual([it.village.memberOf('Biel')]);
  expect(hasOwnPhone(it.ledger, it.didac)).toBe(false);
  expect(hasOwnPhone(it.ledger, it.village.memberOf('Biel'))).toBe(true);
});

test('[C22] what their agent writes for them says so, on every phone', async () => {
  const asked = done(
    await recordHelp(await it.theirs('Biel'), it.helpWith(it.village.memberOf('Ana'))),
  );
  done(await sayYes(it.at('Ana'), asked));
  await it.village.help('Carme', 'Ana', 30);
  const carmesAsked = done(await recordHelp(it.at('Carme'), it.helpWith(it.didac)));
  done(await sayYes(await it.theirs('Biel'), carmesAsked));
  expect(it.ledger.balanceOf(it.didac)).toBe(0);
  const seen = (name: string) =>
    it.village
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
  const asThem = new OpenedCommunity(await it.theirs('Biel'));
  expect(asThem.hours.map(({ behind }) => behind[0]?.by.name)).toEqual([
    'Biel',
    'Biel',
  ]);
});

test('[C22] an answer to a card of theirs waits for who writes for them', async () => {
  const place = await it.theirs('Biel');
  const street = {
    placeOf: () => place as VillagePlace,
    memberOf: (name: string) =>
      name === 'Didac' ? it.didac : it.village.memberOf(name),
  };
  const name = await postFor(street, 'Didac', 'Ana');
  expect(waitingAt('Biel')).toEqual([]);
  const plan = { what: 'The hedge', day: null, minute: null, length: null, where: '' };
  done(await suggest(it.at('Ana'), name, plan, ''));
  await arrangementsRead(it.at('Biel'));
  await Promise.all([place, viewOf(it.at('Biel'), it.didac)].map(arrangementsRead));
  expect(waitingAt('Biel')).toMatchObject([{ kind: 'behalf', of: it.didac, count: 1 }]);
  expect(waitingAt('Carme')).toEqual([]);
  // What waits for them is counted for me once, and said in their place alone.
  expect(inboxOf(new OpenedCommunity(place))).toMatchObject([{ kind: 'plan' }]);
  const asked = done(await recordHelp(it.at('Ana'), it.helpWith(it.didac)));
  expect(waitingAt('Biel')).toMatchObject([{ of: it.didac, count: 2 }]);
  done(await sayYes(place, asked));
  expect(waitingAt('Biel')).toMatchObject([{ of: it.didac, count: 1 }]);
});

const waitingAt = (name: string) =>
  inboxOf(it.village.as(name)).filter(({ kind }) => kind === 'behalf');

test('[C22] what is erased of theirs leaves the agent’s disk', async () => {
  const place = await it.theirs('Biel');
  const [entry] = it.at('Ana').replica.board.entriesOf(it.didac);
  assert(entry, 'their profile stands');
  done(await place.writer.erase([entry]));
  const rows = done(await it.at('Biel').journalFor(it.didac).read());
  expect(
    rows.find(({ kind, seq }) => kind === 'board' && seq === 0)?.stored,
  ).toHaveLength(32);
});

test('[C23] their page lies in a log of theirs, where whoever comes back is told of it', async () => {
  const key = toHex((await recoveryKeyOf(it.words, it.village.id)).publicKey);
  expect(whoHolds(it.at('Ana').replica, key)).toMatchObject({ member: it.didac });
  // The page itself and the name, so that they are asked "Is this you?".
  expect(whoHolds(it.at('Ana').replica, key)?.statements).toHaveLength(2);
});

test('[C23] the ones who keep a spare key are three with a phone, never who writes', async () => {
  expect(guardiansForThem(it.at('Ana'))).toEqual([]);
  await it.village.admit('Didac (2)', { by: 'Ana' });
  for (const of of ['Biel', 'Carme', 'Didac (2)']) {
    const vouch = { type: 'member.vouch', member: it.village.memberOf(of) } as const;
    done(await it.at('Ana').writer.append('ledger', vouch));
  }
  const three = ['Biel', 'Carme', 'Didac (2)'].map((name) => it.village.memberOf(name));
  expect(guardiansForThem(it.at('Ana'))).toEqual([...three].sort());
  // The circle comes first; whoever is written down on a phone keeps no key.
  done(
    await it
      .at('Ana')
      .writer.append('ledger', { type: 'member.vouch', member: it.didac }),
  );
  const members = [it.didac, it.village.memberOf('Didac (2)')].sort();
  const motion = done(
    await it.at('Ana').writer.append('ledger', {
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
    done(
      await it
        .at(by)
        .writer.append('ledger', { type: 'motion.vote', motion, yes: true }),
    );
  }
  const [first, ...others] = guardiansForThem(it.at('Biel'));
  expect(first).toBe(it.village.memberOf('Didac (2)'));
  expect([...others].sort()).toEqual(
    ['Ana', 'Carme'].map((name) => it.village.memberOf(name)).sort(),
  );
});
