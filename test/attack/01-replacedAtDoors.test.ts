/**
 * Class 1 at the doors of the mesh: an old page of words, and what it certifies, as a link, a
 * parcel and a go-between.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { encodeTravelling } from '@manyhands/ledger';
import { openBundle, sealBundle, weighBundle } from '@manyhands/mesh';
import { pageOf } from '@manyhands/replica';
import { additionOf } from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { call, say, welcome } from './kit/caller.ts';
import type { Call } from './kit/caller.ts';
import { enrolled } from './kit/entries.ts';
import { closeMeshed, openMeshed } from './kit/meshed.ts';
import type { Meshed } from './kit/meshed.ts';
import {
  ana,
  anasOther,
  biel,
  carme,
  didac,
  firstPage,
  found,
  newPage,
  oldPage,
} from './kit/stories.ts';

afterEach(closeMeshed);

/** All that shows that `device` is Ana's, as whoever holds it would show it. */
function groundsOf(community: TestCommunity, device: CastMember): Uint8Array[] {
  const named = community
    .logs()
    .flatMap(({ entries }) => entries)
    .filter(({ content }) => 'device' in content || content.type === 'identity.set')
    .filter(({ content }) => content.type !== 'fork.proof');
  const about = named.filter(
    ({ content }) =>
      content.type === 'identity.set' ||
      ('device' in content && content.device === device.device),
  );
  return about.map(encodeTravelling);
}

const callAs = (
  phone: Meshed,
  device: CastMember,
  evidence: Uint8Array[],
): Promise<Call> =>
  call(phone, { member: ana.member, signing: device.signing, evidence });

describe('an old page of words', () => {
  test('[findings/H1] is not linked under her name, and shown why', async () => {
    const { community, second } = await oldPage();
    const enrols = await anasOther('enrolled by the old page');
    await community
      .ledgerOf(found)
      .add(await enrolled(community, enrols, 1, firstPage));
    const adds = await anasOther('added by the old page');
    await community.ledgerOf(found).add(additionOf(adds));
    const phone = await openMeshed(community, biel);
    for (const device of [found, enrols, adds]) {
      const { verdict, told } = await callAs(
        phone,
        device,
        groundsOf(community, device),
      );
      expect(verdict).not.toBe(welcome);
      expect(told.map(toHex)).toContain(toHex(encodeTravelling(second)));
    }
    expect(phone.mesh.peers()).toEqual([]);
  });

  test('[findings/H1] loses its links when the new page is heard of', async () => {
    const { community, second } = await oldPage();
    const early = [
      ...[biel, carme, didac, found].map((each) => community.ledgerOf(each)),
      community.ledgerOf(ana).branch(ana, second.seq),
    ];
    const phone = await openMeshed(community, biel, { holds: early });
    const { verdict, line } = await callAs(phone, found, groundsOf(community, found));
    expect(verdict).toBe(welcome);
    await phone.replica.receive(pageOf([encodeTravelling(second)]), {
      type: 'message',
    });
    expect(phone.mesh.peers()).toEqual([]);
    phone.timers.pass(5_000);
    await line.ended();
    expect(line.of(say.news).length).toBeGreaterThan(0);
  });

  test('[findings/H1] is called by nobody through a neighbour, nor answered', async () => {
    const { community } = await oldPage();
    const dialled: string[] = [];
    const refuse = (how: string) => () => {
      dialled.push(how);
      return Promise.resolve({ ok: false, error: { type: 'Unreachable' } } as const);
    };
    const connector = { dial: refuse('dial'), answer: refuse('answer') };
    const phone = await openMeshed(community, biel, { connector });
    const { line } = await call(phone, {
      member: didac.member,
      signing: didac.signing,
    });
    line.say(say.near, [found.signing.publicKey]);
    line.say(say.called, [found.signing.publicKey, 1, 0, Uint8Array.of(1, 2, 3)]);
    await line.read();
    expect(dialled).toEqual([]);
  });

  test('[findings/H1] its parcels are left alone', async () => {
    const { community } = await oldPage();
    const phone = await openMeshed(community, biel);
    const lock = { community: community.id, secret: new Uint8Array(32) };
    const content = { acks: [], pages: [pageOf(groundsOf(community, found))] };
    const bundle = await sealBundle(content, lock, found.signing);
    const opened = await openBundle(bundle, [lock]);
    assert(opened.ok, 'it is well sealed');
    const weight = await weighBundle(phone.replica, opened.value);
    expect(['member', 'new']).not.toContain(weight?.from.type);
  });
});

describe('a device of hers that the door does not know yet', () => {
  test('[findings/H1] shows its grounds, and is let in', async () => {
    const { community } = await oldPage();
    const tablet = await anasOther('tablet');
    const holds = community.logs();
    const certificate = await community
      .ledgerOf(carme)
      .add(await enrolled(community, tablet, 2, newPage));
    const phone = await openMeshed(community, biel, {
      holds: holds.filter(({ log }) => log.device !== carme.device),
    });
    const { verdict } = await callAs(phone, tablet, [encodeTravelling(certificate)]);
    expect(verdict).toBe(welcome);
  });

  test('[findings/H1] is not refused for good when a statement came before its certificate', async () => {
    const { community } = await oldPage();
    // Certified by the page before, and by the new one: the door knows the first alone.
    const tablet = await anasOther('tablet');
    await community.ledgerOf(ana).add(await enrolled(community, tablet, 1, firstPage));
    const phone = await openMeshed(community, biel);
    expect((await callAs(phone, tablet, [])).verdict).not.toBe(welcome);
    const later = await community
      .ledgerOf(ana)
      .add(await enrolled(community, tablet, 2, newPage));
    const again = await callAs(phone, tablet, [encodeTravelling(later)]);
    expect(again.verdict).toBe(welcome);
  });
});
