/** Referral slips: an invite from an organisation, known as such on the signer's phone alone. */
import { assert, beforeEach, expect, test } from 'vitest';
import type { AccountId, Minutes } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { inviteKeyOf } from '@manyhands/door';
import { readInvite } from '@manyhands/ledger';
import { openOne } from './accounts/index.ts';
import { sayYes } from './hours/index.ts';
import { slipsKept } from './limits.ts';
import { Slips, slipsOf } from './slips.ts';
import { done } from './testing/results.ts';
import { Village } from './testing/village.ts';

let village: Village;
/** Ana signs for it, and Biel. */
let clinic: AccountId;
const at = (name: string) => village.placeOf(name);
const sentOn = (name: string) => slipsOf(at(name)).sentHere();
/** The key that whoever reads the paper holds. */
const keyIn = (text: string) => inviteKeyOf(fromHex(done(readInvite(text)).seed));
const balanceOf = (party: string) =>
  at('Ana').replica.ledger.balanceOf(party as AccountId);

beforeEach(async () => {
  village = await Village.found('Ana');
  for (const name of ['Biel', 'Carme']) await village.admit(name, { by: 'Ana' });
  const draft = { kind: 'organisation', name: 'Clinic', words: '' } as const;
  const others = [village.memberOf('Biel')];
  clinic = done(await openOne(at('Ana'), { ...draft, threshold: 1, others }));
});

test('[C25] who signs makes one; only that phone knows whose it is, also when opened anew', async () => {
  const refused = await slipsOf(at('Carme')).make(clinic);
  expect(refused).toEqual({ ok: false, error: { type: 'NotASigner' } });
  const { invitePub } = done(await slipsOf(at('Ana')).make(clinic));
  const opened = at('Biel').replica.board.openInvites();
  const [open] = opened.filter((each) => each.invitePub === invitePub);
  expect(open?.label).toBe('');
  expect(slipsOf(at('Biel')).from(invitePub)).toBeNull();
  const anew = new Slips(at('Ana'));
  await anew.loaded();
  expect(anew.from(invitePub)?.who.name).toBe('Clinic');
});

test('[C25] who comes by it is offered a first hour, given as the organisation, once', async () => {
  const { invitePub, text } = done(await slipsOf(at('Ana')).make(clinic));
  expect(sentOn('Ana')).toEqual([]);
  await village.admit('Didac', { by: 'Ana', invite: await keyIn(text) });
  const [sent] = sentOn('Ana');
  assert(sent);
  expect(sent.member).toBe(village.memberOf('Didac'));
  expect(sentOn('Biel')).toEqual([]);
  done(await slipsOf(at('Ana')).give(sent, 60 as Minutes));
  expect(sentOn('Ana')).toEqual([]);
  expect(slipsOf(at('Ana')).from(invitePub)).toBeNull();
  expect(balanceOf(sent.member)).toBe(0);
  const [asked] = at('Didac').replica.ledger.transfersOf(sent.member);
  assert(asked);
  expect(asked).toMatchObject({ kind: 'gift', helped: clinic, minutes: 60 });
  done(await sayYes(at('Didac'), asked.proposal));
  expect(balanceOf(sent.member)).toBe(60);
  expect(balanceOf(clinic)).toBe(-60);
});

test('[C25] whoever gives none is not asked again, and the latest are remembered', async () => {
  const slips = slipsOf(at('Ana'));
  const { invitePub, text } = done(await slips.make(clinic));
  await village.admit('Didac', { by: 'Ana', invite: await keyIn(text) });
  done(await slips.drop(invitePub));
  const anew = new Slips(at('Ana'));
  await anew.loaded();
  expect(anew.sentHere()).toEqual([]);
  const first = done(await slips.make(clinic));
  for (let i = 0; i < slipsKept; i += 1) done(await slips.make(clinic));
  expect(slips.from(first.invitePub)).toBeNull();
});
