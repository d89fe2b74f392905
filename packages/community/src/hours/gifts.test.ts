import { assert, beforeEach, expect, test } from 'vitest';
import type { Day } from '@manyhands/base';
import { TestCommunity, createCast } from '@manyhands/testing';
import { silentPhone } from '../testing/silentPhone.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { sign, takeBackSigned } from './bySigning.ts';
import {
  giftDays,
  giftsByMe,
  giftsForMe,
  giveHelp,
  myGifts,
  sayThanksForGift,
  thanksForGift,
} from './gifts.ts';
import { yearOf } from './year.ts';

let anas: SilentPhone;
let biels: SilentPhone;
const day = 20_139 as Day;
const me = ({ place }: SilentPhone) => place.membership.member;

beforeEach(async () => {
  const [ana, biel, carme] = await createCast();
  const community = await TestCommunity.of(carme, [ana, biel]);
  [anas, biels] = [
    await silentPhone(ana, community),
    await silentPhone(biel, community),
  ];
});

async function tell(from: SilentPhone, to: SilentPhone): Promise<void> {
  const { replica, membership } = from.place;
  const asks = replica
    .wireVector()
    .map(({ log, length }) => ({ log, from: 0, max: length }));
  const { page } = replica.page(asks);
  assert(page);
  const source = { type: 'device', device: membership.device } as const;
  expect((await to.place.replica.receive(page, source)).refused).toBeNull();
}

test('help as a gift: both sign, it is tallied, and no balance moves', async () => {
  const said = { with: me(biels), iHelped: true, day };
  expect((await giveHelp(anas.place, said)).ok).toBe(true);
  await tell(anas, biels);
  expect(giftsByMe(anas.place)).toHaveLength(1);
  expect(giftDays(biels.place)).toEqual([]);
  const [gift] = giftsForMe(biels.place);
  assert(gift);
  expect(gift).toMatchObject({ other: me(anas), iHelped: false, day });
  expect((await sign(biels.place, gift.signed.content)).ok).toBe(true);
  expect(giftsForMe(biels.place)).toEqual([]);
  await tell(biels, anas);
  for (const { place } of [anas, biels]) {
    expect(giftDays(place)).toEqual([day]);
    expect(myGifts(place)).toHaveLength(1);
    for (const member of [me(anas), me(biels)])
      expect(place.replica.ledger.balanceOf(member)).toBe(0);
    const year = yearOf([], place.today(), myGifts(place));
    expect(year.people).toBe(1);
    expect(year.weeks.map(({ gift: isGift }) => isGift).lastIndexOf(true)).toBe(51);
    expect(year.weeks.filter(({ gift: isGift }) => isGift)).toHaveLength(1);
  }

  const [mine] = myGifts(biels.place);
  assert(mine);
  expect((await sayThanksForGift(biels.place, mine, 'You are kind')).ok).toBe(true);
  await tell(biels, anas);
  const [hers] = myGifts(anas.place);
  assert(hers);
  expect(thanksForGift(anas.place, hers)).toMatchObject([
    { member: me(biels), text: 'You are kind' },
  ]);
});

test('a gift that nobody has said yes to is taken back', async () => {
  await giveHelp(anas.place, { with: me(biels), iHelped: false, day });
  const [gift] = giftsByMe(anas.place);
  assert(gift);
  expect((await takeBackSigned(anas.place, gift.signed)).ok).toBe(true);
  await tell(anas, biels);
  expect(giftsForMe(biels.place)).toEqual([]);
});

test('nobody gives to themself, or on a day that is still to come', async () => {
  for (const said of [
    { with: me(anas), iHelped: true, day },
    { with: me(biels), iHelped: true, day: 20_141 as Day },
  ])
    expect(await giveHelp(anas.place, said)).toMatchObject({
      error: { type: 'Changed' },
    });
});
