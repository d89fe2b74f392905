import { expect, test } from 'vitest';
import { toHex } from '@manyhands/codec';
import { createSigningKey } from '@manyhands/keys';
import { inviteStatement } from '@manyhands/ledger';
import type { JoinRequest } from '@manyhands/ledger';
import { TestCommunity, createCast } from '@manyhands/testing';
import { isProvenRequest } from './requestProofs.ts';

test('[M12] a request is its caller’s own: their device and their member, as they call themselves', async () => {
  const [ana, biel, carme] = await createCast();
  const community = await TestCommunity.of(ana, []);
  const invite = await createSigningKey();
  const { member, device, box, certSig } = await community.admitContent(biel);
  const statement = inviteStatement({ community: community.id, member, device });
  const proof = toHex(await invite.sign(statement));
  const linkPub = toHex(invite.publicKey);
  const common = { member, device, box, certSig, proof, role: 0 } as const;
  const requests: JoinRequest[] = [
    { ...common, type: 'join', invitePub: linkPub },
    { ...common, type: 'knock', posterPub: linkPub, name: 'Biel', line: '' },
    { type: 'device', member, device, box, proof, linkPub },
  ];
  for (const request of requests) {
    const isTaken = (peer: { member: typeof member; device: typeof device }) =>
      isProvenRequest(request, peer, community.id);
    expect(await isTaken({ member, device }), request.type).toBe(true);
    expect(await isTaken({ member: carme.member, device }), request.type).toBe(false);
    expect(await isTaken({ member, device: carme.device }), request.type).toBe(false);
  }
});
