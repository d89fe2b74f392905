import { expect, test } from 'vitest';
import { toHex } from '@manyhands/codec';
import { createSigningKey } from '@manyhands/keys';
import { inviteStatement } from '@manyhands/ledger';
import type { JoinRequest } from '@manyhands/ledger';
import { Community, createCast } from '@manyhands/testing';
import { isProven } from './requestProofs.ts';

test('[M12] a request is its caller’s own: their device and their member, as they call themselves', async () => {
  const [ana, biel, carme] = await createCast();
  const community = await Community.of(ana, []);
  const invite = await createSigningKey();
  const { member, device, box, certSig } = await community.admitContent(biel);
  const statement = inviteStatement({ community: community.id, member, device });
  const proof = toHex(await invite.sign(statement));
  const invitePub = toHex(invite.publicKey);
  const names = { type: 'join', member, device, role: 0 } as const;
  const request: JoinRequest = { ...names, box, certSig, invitePub, proof };
  const isTaken = (peer: { member: typeof member; device: typeof device }) =>
    isProven(request, peer, community.id);

  expect(await isTaken({ member, device })).toBe(true);
  expect(await isTaken({ member: carme.member, device })).toBe(false);
  expect(await isTaken({ member, device: carme.device })).toBe(false);
});
