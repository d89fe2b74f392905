/** Carers against whoever would write for somebody who has not asked them, or any more. */
import type { MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSigningKey } from '@manyhands/keys';
import { deviceStatement } from '@manyhands/ledger';
import type { DeviceEnrol, KnownLedgerContent } from '@manyhands/ledger';
import { beforeEach, expect, test } from 'vitest';
import { recordHelp, sayYes } from '../hours/index.ts';
import { inboxOf } from '../inbox.ts';
import { carersOf, ownReadersOf, readersOf, writesFor } from '../opened/index.ts';
import { makeKit, newWords } from '../recovery/index.ts';
import { tellAbout } from '../safety/index.ts';
import { wordsOf, writingTo } from '../talk/index.ts';
import { CarerVillage } from '../testing/carerVillage.ts';
import { done } from '../testing/results.ts';
import { begin } from './behalf.ts';
import { askToWrite, layDown, takeUp } from './carers.ts';
import { endAgent } from './endAgent.ts';

let it: CarerVillage;
beforeEach(async () => {
  it = await CarerVillage.begin();
});

const say = async (name: string, content: KnownLedgerContent) =>
  done(await it.at(name).writer.append('ledger', content)).id;
const carers = () =>
  carersOf(it.at('Ana').replica, it.id('Carme')).map(({ stage }) => stage);
const phone = (name: string) => it.at(name).membership.device;

/** What somebody says of a phone, with a key of their own. */
async function enrolment(member: MemberId, of: string): Promise<DeviceEnrol> {
  const key = await createSigningKey();
  const device = phone(of);
  const box =
    it.ledger.devicesOf(it.id(of)).find((each) => each.device === device)?.box ?? '';
  const named = { member, device, box, role: 2, version: 0 } as const;
  const statement = deviceStatement({ community: it.village.id, ...named });
  const certSig = toHex(await key.sign(statement));
  return { type: 'device.enrol', ...named, by: null, certSig };
}

/** The certificate of Biel's phone, as it lies in her log. */
function asked(): DeviceEnrol {
  const { replica, membership } = it.at('Carme');
  const { head } = replica.head({ ...membership, kind: 'ledger' });
  const content = replica.entry(head)?.content;
  if (content?.type !== 'device.enrol') throw new Error('Bug: she has just asked');
  return content;
}

test('[C26] [ledger/L14] nobody makes themself somebody’s carer', async () => {
  const forged = await enrolment(it.id('Carme'), 'Biel');
  await say('Biel', forged);
  expect(carers()).toEqual([]);
  expect(await takeUp(it.at('Biel'), it.id('Carme'))).toMatchObject({
    error: { type: 'NotTheirAgent' },
  });
  // By an altered program, in the log that it is for.
  const hers = done(await begin(it.at('Biel'), it.id('Carme')));
  await hers.writer.append('ledger', forged);
  expect(carers()).toEqual([]);
  expect(await recordHelp(hers, it.helpWith('Ana'))).toMatchObject({ ok: false });
});

test('[C26] an ask names a phone, and whose it is the record says', async () => {
  await it.ask();
  expect(inboxOf(it.village.as('Didac'))).toEqual([]);
  expect(await takeUp(it.at('Didac'), it.id('Carme'))).toMatchObject({
    error: { type: 'NotTheirAgent' },
  });
  // Her certificate is of Biel's phone alone: Didac's log is nobody's.
  const hers = done(await begin(it.at('Didac'), it.id('Carme')));
  await hers.writer.append('ledger', asked());
  expect(writesFor(it.at('Didac'))).toEqual([]);
  expect(carersOf(it.at('Ana').replica, it.id('Carme'))).toEqual([
    { carer: it.id('Biel'), stage: 'asked' },
  ]);
});

test('[C26] nobody says yes for another: not who asks, and not by repeating it', async () => {
  await it.ask();
  await say('Carme', asked());
  await say('Ana', asked());
  expect(carers()).toEqual(['asked']);
  // Nor no, once they said yes: a freeze of his phone in another log is not his word.
  await it.sayYes();
  await say('Ana', { type: 'device.freeze', device: phone('Biel') });
  expect(carers()).toEqual(['writes']);
});

test('[C26] [ledger/L12] an old ask is not taken up again once it was ended', async () => {
  await it.ask();
  const old = asked();
  done(await endAgent(it.at('Carme'), it.id('Biel'), null));
  await say('Biel', old);
  expect(await takeUp(it.at('Biel'), it.id('Carme'))).toMatchObject({
    error: { type: 'NotTheirAgent' },
  });
  expect(await begin(it.at('Biel'), it.id('Carme'))).toMatchObject({
    error: { type: 'JournalBehind' },
  });
  expect(carers()).toEqual([]);
  expect(writesFor(it.at('Biel'))).toEqual([]);
});

test('[C26] an ask by a page that another has taken the place of is none', async () => {
  const [first, second] = [await newWords(), await newWords()];
  done(await makeKit(it.at('Carme'), first));
  done(await makeKit(it.at('Carme'), second, { old: first }));
  expect(await askToWrite(it.at('Carme'), it.id('Biel'), first)).toEqual({
    ok: false,
    error: { type: 'KeyElsewhere' },
  });
  done(await askToWrite(it.at('Carme'), it.id('Biel'), second));
  expect(carers()).toEqual(['asked']);
});

test('[C26] ended by a tap, an altered phone asks, and nobody’s phone says yes to it', async () => {
  const words = await newWords();
  done(await makeKit(it.at('Carme'), words));
  done(await askToWrite(it.at('Carme'), it.id('Biel'), words));
  await it.sayYes();
  const hers = await it.hers();
  done(await endAgent(it.at('Carme'), it.id('Biel'), null));
  const lines = [{ party: it.id('Ana'), minutes: 60 }] as never;
  const day = it.at('Ana').today();
  const { id } = done(
    await hers.writer.append('ledger', {
      type: 'transfer.propose',
      gave: false,
      day,
      kind: 'help',
      lines,
      ref: null,
      note: null,
      as: null,
    }),
  );
  expect(await sayYes(it.at('Ana'), id)).toEqual({
    ok: false,
    error: { type: 'WritesNoMore' },
  });
  // He lifts nothing by saying yes again.
  await hers.writer.append('ledger', { ...carersEnrolment() });
  expect(carers()).toEqual(['ended']);
});

/** The same certificate, found in whichever log. */
function carersEnrolment(): DeviceEnrol {
  const { replica } = it.at('Biel');
  for (const { head } of replica.vector()) {
    for (let at = replica.entry(head); at !== null; at = replica.entry(at.prev)) {
      if (at.content.type === 'device.enrol' && at.content.role === 2)
        return at.content;
    }
  }
  throw new Error('Bug: she asked him');
}

test('[C26] [ledger/L14] a carer adds no phone, ends nothing, lets nobody go, and has no second voice', async () => {
  await it.ask();
  await it.sayYes();
  const hers = await it.hers();
  const before = it.ledger.devicesOf(it.id('Carme'));
  const box = before[0]?.box ?? '';
  const acts: KnownLedgerContent[] = [
    { type: 'device.add', device: phone('Didac'), box, role: 0 },
    { type: 'device.freeze', device: phone('Carme') },
    { type: 'member.leave' },
    { type: 'member.vouch', member: it.id('Biel') },
  ];
  for (const act of acts) await hers.writer.append('ledger', act);
  expect(it.ledger.devicesOf(it.id('Carme'))).toEqual(before);
  expect(it.ledger.member(it.id('Carme'))?.left).toBe(false);
  expect(it.ledger.vouchersOf(it.id('Biel'))).toEqual([]);
  // Having frozen her phone there is not his no.
  expect(carers()).toEqual(['writes']);
});

test('[C26] [ledger/L3] a carer is not the other side of her hours', async () => {
  await it.ask();
  await it.sayYes();
  const refused = { ok: false, error: { type: 'WritesForThem' } };
  const hers = await it.hers();
  expect(await recordHelp(hers, it.helpWith('Biel'))).toEqual(refused);
  const mine = done(await recordHelp(it.at('Biel'), it.helpWith('Carme')));
  expect(await sayYes(hers, mine)).toEqual(refused);
  const confirm = { type: 'transfer.confirm', proposal: mine, as: null } as const;
  await hers.writer.append('ledger', confirm);
  expect(it.ledger.transfer(mine, it.id('Carme'))?.status).toBe('open');
  // She says it herself, on her own phone.
  done(await sayYes(it.at('Carme'), mine));
  expect(it.ledger.balanceOf(it.id('Biel'))).toBe(60);
});

test('[C26] of two carers each is ended by themself', async () => {
  await it.ask();
  await it.ask('Didac');
  await it.sayYes();
  await it.sayYes('Didac');
  done(await endAgent(it.at('Carme'), it.id('Biel'), null));
  expect(writesFor(it.at('Biel'))).toEqual([]);
  expect(writesFor(it.at('Didac'))).toEqual([it.id('Carme')]);
  expect(carers()).toEqual(['writes']);
  done(await recordHelp(await it.hers('Didac'), it.helpWith('Ana')));
});

test('[C26] what is told to her in confidence is not for who writes for her', async () => {
  await it.ask();
  await it.sayYes();
  const about = { about: it.id('Biel'), listing: null };
  done(await tellAbout(it.at('Ana'), about, 'He is too loud.', [it.id('Carme')]));
  const { replica } = it.at('Ana');
  const [report] = replica.board
    .entriesOf(it.id('Ana'))
    .filter(({ content }) => content.type === 'sealed');
  if (report?.content.type !== 'sealed') throw new Error('Bug: it is sealed');
  const hints = report.content.wraps.map(({ hint }) => hint);
  expect(hints.some((hint) => phone('Carme').startsWith(hint))).toBe(true);
  expect(hints.some((hint) => phone('Biel').startsWith(hint))).toBe(false);
  expect(ownReadersOf(replica, it.id('Carme'))).toHaveLength(1);
  expect(readersOf(replica, it.id('Carme'))).toHaveLength(2);
  // Nor does he say her words to anybody.
  const said = await wordsOf(await it.hers()).say(it.id('Ana'), 'It is me.');
  expect(said).toMatchObject({ ok: false });
  expect(writingTo(await it.hers(), it.id('Ana'))).toEqual({ is: 'theirs' });
});

test('[C26] who writes for somebody without a phone does not lay them down', async () => {
  await it.ask();
  expect(await layDown(it.at('Didac'), it.id('Carme'))).toMatchObject({
    error: { type: 'NotTheirAgent' },
  });
});
