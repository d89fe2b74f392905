import { toHex } from '@manyhands/codec';
import { recoveryKeyOf } from '@manyhands/keys';
import { beforeEach, expect, test } from 'vitest';
import { recordHelp } from '../hours/index.ts';
import { agentsOf, writesFor } from '../opened/index.ts';
import { makeKit, newWords, sayItIsThem } from '../recovery/index.ts';
import { PaperVillage } from '../testing/paperVillage.ts';
import { done } from '../testing/results.ts';
import { behalfOf } from './behalf.ts';
import { askWithNewPage, becomeAgent, whosePage } from './becomeAgent.ts';

let it: PaperVillage;
beforeEach(async () => {
  it = await PaperVillage.begin();
});

test('[C23] handed over with the page, what the old agent writes counts no more', async () => {
  done(
    await recordHelp(await it.theirs('Biel'), it.helpWith(it.village.memberOf('Ana'))),
  );
  const before = await it.theirs('Biel');
  expect(done(await whosePage(it.at('Carme'), it.words))).toBe(it.didac);
  done(await becomeAgent(it.at('Carme'), it.words, { alone: true }));
  expect(agentsOf(it.ledger, it.didac)).toEqual([it.village.memberOf('Carme')]);
  expect(writesFor(it.at('Biel'))).toEqual([]);
  expect(await behalfOf(it.at('Biel'), it.didac)).toMatchObject({
    error: { type: 'NotTheirAgent' },
  });
  // The one he had opened before is silent as well.
  expect(
    await recordHelp(before, it.helpWith(it.village.memberOf('Ana'))),
  ).toMatchObject({
    ok: false,
  });
  done(
    await recordHelp(await it.theirs('Carme'), it.helpWith(it.village.memberOf('Ana'))),
  );
  expect(it.ledger.askedBy(it.didac)).toHaveLength(2);
  // And back again, in the same log.
  done(await becomeAgent(it.at('Biel'), it.words, { alone: true }));
  expect(agentsOf(it.ledger, it.didac)).toEqual([it.village.memberOf('Biel')]);
  done(
    await recordHelp(await it.theirs('Biel'), it.helpWith(it.village.memberOf('Ana'))),
  );
  expect(it.ledger.askedBy(it.didac)).toHaveLength(3);
});

test('[C23] without the page those who keep a spare key give a new one their word', async () => {
  const later = await newWords();
  const link = await askWithNewPage(it.at('Carme'), it.didac, later);
  expect(link).not.toBe('');
  expect(await becomeAgent(it.at('Carme'), later, { alone: true })).toMatchObject({
    error: { type: 'UnknownPage' },
  });
  const key = toHex((await recoveryKeyOf(later, it.village.id)).publicKey);
  done(await sayItIsThem(it.at('Ana'), { member: it.didac, key }));
  expect(agentsOf(it.ledger, it.didac)).toEqual([it.village.memberOf('Biel')]);
  done(await sayItIsThem(it.at('Carme'), { member: it.didac, key }));
  expect(agentsOf(it.ledger, it.didac)).toEqual([]);
  // The lost page opens nothing any more.
  expect(await becomeAgent(it.at('Biel'), it.words, { alone: true })).toMatchObject({
    error: { type: 'UnknownPage' },
  });
  done(await becomeAgent(it.at('Carme'), later, { alone: true }));
  expect(agentsOf(it.ledger, it.didac)).toEqual([it.village.memberOf('Carme')]);
  done(
    await recordHelp(await it.theirs('Carme'), it.helpWith(it.village.memberOf('Ana'))),
  );
});

test('[C23] nobody is taken over who signs on a phone of their own', async () => {
  const anas = await newWords();
  done(await makeKit(it.at('Ana'), anas));
  expect(await becomeAgent(it.at('Biel'), anas, { alone: true })).toEqual({
    ok: false,
    error: { type: 'HasPhone' },
  });
  expect(agentsOf(it.ledger, it.village.memberOf('Ana'))).toEqual([]);
});
