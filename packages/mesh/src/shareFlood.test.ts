import { afterEach, expect, test, vi } from 'vitest';
import { Community, createCast, entriesOfMiB, writeMuch } from '@manyhands/testing';
import { closePhones, link, openPhone } from './testing/phones.ts';

afterEach(closePhones);
const [ana, biel, carme] = await createCast();

test('red: 40 MB', async () => {
  const community = await Community.of(ana, [biel, carme]);
  await writeMuch(community.boardOf(biel), 40 * entriesOfMiB);
  const his = await openPhone(community, biel);
  const hers = await openPhone(community, ana, { holds: [community.ledgerOf(ana)] });
  const began = performance.now();
  const [l] = await link(hers, his);
  await vi.waitFor(() => expect(hers.replica.shares.waiting()).not.toEqual([]), {
    timeout: 100_000,
    interval: 20,
  });
  console.log(
    'flood',
    performance.now() - began,
    hers.replica.shares.waiting(),
    l.bytesReceived,
    hers.replica.vector().map((x) => x.length),
    l.isOpen,
  );
  await new Promise((r) => setTimeout(r, 3000));
  console.log(
    'later',
    hers.replica.shares.waiting(),
    l.bytesReceived,
    l.bytesSent,
    hers.replica.vector().map((x) => x.length),
    l.isOpen,
    hers.mesh.isQuiet,
    his.mesh.isQuiet,
    his.mesh.peers(),
  );
}, 200_000);
