/** [mesh/M2] whom the members decided to let go is linked with nobody, and told why. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import type { EntryId, MemberId } from '@manyhands/base';
import { readTravelling } from '@manyhands/ledger';
import type { KnownContent } from '@manyhands/ledger';
import { TestCommunity, createPerson, helped } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { encodeMessage } from './messages.ts';
import type { Secret } from './messages.ts';
import { Refusals, removalOf } from './removed.ts';
import { closePhones, join, link, openPhone } from './testing/phones.ts';
import type { MeshPhone, PhoneOptions } from './testing/phones.ts';

const of = (epoch: number, byte: number): Secret => ({
  epoch,
  secret: new Uint8Array(32).fill(byte),
});
const first = of(0, 7);

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let didac: CastMember;
let community: TestCommunity;
/** That Didac leaves; Ana asks. */
let question: EntryId;

beforeEach(async () => {
  const cast = await Promise.all(
    ['Ana', 'Biel', 'Carme', 'Didac'].map((name) => createPerson(name)),
  );
  [ana, biel, carme, didac] = cast as [CastMember, CastMember, CastMember, CastMember];
  community = await TestCommunity.of(ana, [biel, carme, didac]);
  for (const member of [biel, carme]) {
    await community.ledgerOf(ana).add({ type: 'member.vouch', member: member.member });
  }
  const opened = await community.ledgerOf(ana).add({
    type: 'motion.open',
    replaces: [],
    matter: { about: 'member', member: didac.member, standing: 'removed' },
  });
  question = opened.id;
});
afterEach(closePhones);

const yes = (): KnownContent => ({ type: 'motion.vote', motion: question, yes: true });
const decided = () => community.ledgerOf(biel).add(yes());
const membersOf = ({ mesh }: MeshPhone) => mesh.peers().map(({ member }) => member);
const isDidac = (member: MemberId) => member === didac.member;

async function open(person: CastMember, options: PhoneOptions = {}) {
  const kept: Secret[] = [];
  const onsecret = (given: Secret) => void kept.push(given);
  return { ...(await openPhone(community, person, { onsecret, ...options })), kept };
}

async function write(phone: MeshPhone, content: KnownContent): Promise<EntryId> {
  const written = await phone.writer.append('ledger', content);
  assert(written.ok, 'a phone writes');
  return written.value.id;
}

describe('[mesh/M2] a removed member', () => {
  test('is refused, and given the question and its yeses', async () => {
    const logs = community.logs();
    await decided();
    const hers = await open(ana, { isRemoved: isDidac });
    const his = await open(didac, { holds: logs });
    expect(his.replica.ledger.standingOf(didac.member)).toBe('among us');
    const [, theirs] = await join(hers, his);
    assert(!theirs.ok && 'verdict' in theirs.error, 'he is refused');
    expect(theirs.error).toMatchObject({ type: 'Refused', verdict: 'Removed' });
    await vi.waitFor(() =>
      expect(his.replica.ledger.standingOf(didac.member)).toBe('removed'),
    );
  });

  test('loses the link as soon as this phone acts on it, and hears nothing more', async () => {
    await decided();
    let acts = false;
    const isRemoved = (member: MemberId) => acts && isDidac(member);
    const hers = await open(ana, { isRemoved });
    const his = await open(didac);
    const [, line] = await link(hers, his);
    await link(hers, await open(carme));
    acts = true;
    hers.mesh.removalsMoved();
    expect(membersOf(hers)).toEqual([carme.member]);
    await line.ended;
    const later = await write(hers, helped(carme, 60));
    await hers.replica.settled();
    expect(his.replica.entry(later)).toBeNull();
  });

  test('comes back once this phone acts on it no more', async () => {
    await decided();
    let acts = true;
    const hers = await open(ana, { isRemoved: (each) => acts && isDidac(each) });
    const his = await open(didac);
    expect((await join(hers, his))[0].ok).toBe(false);
    acts = false;
    hers.mesh.removalsMoved();
    his.mesh.reconnect();
    expect((await join(hers, his))[0].ok).toBe(true);
  });

  test('is told nothing where their device is not theirs: a name is anybody’s', async () => {
    await decided();
    const hers = await open(ana, { isRemoved: isDidac });
    const stranger = await createPerson('Didac', 'another phone');
    const his = await open({
      ...didac,
      signing: stranger.signing,
      device: stranger.device,
    });
    const [, theirs] = await join(hers, his);
    assert(!theirs.ok, 'refused');
    expect(theirs.error).toMatchObject({ verdict: 'InviteClosed' });
  });

  test('that one phone says so without a decision changes nothing here', async () => {
    const hers = await open(ana, { isRemoved: isDidac });
    const his = await open(didac);
    const [, theirs] = await join(hers, his);
    expect(theirs).toMatchObject({ error: { verdict: 'Removed' } });
    expect(his.replica.ledger.standingOf(didac.member)).toBe('among us');
    await link(his, await open(carme));
    expect(membersOf(his)).toEqual([carme.member]);
  });
});

test('[mesh/M2] of a device that nobody is known by nothing is known', async () => {
  const { replica } = await open(ana);
  const refusals = new Refusals(replica, () => true);
  const stranger = await createPerson('Didac', 'another phone');
  expect(refusals.isKnown(didac.device)).toBe(true);
  expect(refusals.isKnown(stranger.device)).toBe(false);
});

describe('[mesh/M2] what shows it', () => {
  const asksFor = (
    { member }: CastMember,
    standing: 'paused' | 'removed',
    replaces: readonly EntryId[] = [],
  ): KnownContent => ({
    type: 'motion.open',
    replaces,
    matter: { about: 'member', member, standing },
  });
  const votes = (person: CastMember, motion: EntryId, yes = true) =>
    community.ledgerOf(person).add({ type: 'motion.vote', motion, yes });

  /** What the proof says of motions: which were opened, and who voted. */
  async function saidOf(person: CastMember): Promise<(string | boolean)[][]> {
    const { replica } = await open(ana);
    return removalOf(replica, person).flatMap((bytes) => {
      const entry = readTravelling(community.id, bytes);
      assert(entry.ok, 'an entry');
      const { content, id, log } = entry.value;
      if (content.type === 'motion.open') return [[id, log.member]];
      if (content.type === 'motion.vote') {
        return [[content.motion, log.member, content.yes]];
      }
      return [];
    });
  }

  test('is the question of whoever it is, and the yeses to it', async () => {
    const other = await community.ledgerOf(ana).add(asksFor(carme, 'removed'));
    await votes(biel, question);
    await votes(biel, other.id);
    await votes(carme, question, false);
    const both = (motion: EntryId) => [
      [motion, ana.member],
      [motion, biel.member, true],
    ];
    const inOrder = (said: unknown[][]) => said.map((each) => each.join()).sort();
    expect(inOrder(await saidOf(didac))).toEqual(inOrder(both(question)));
    expect(inOrder(await saidOf(carme))).toEqual(inOrder(both(other.id)));
    expect(await saidOf(biel)).toEqual([]);
  });

  test('is nothing where another decision of them holds in its place', async () => {
    const rest = await community
      .ledgerOf(ana)
      .add(asksFor(didac, 'paused', [question]));
    await votes(biel, question);
    await votes(biel, rest.id);
    const { replica } = await open(ana);
    const holding = replica.ledger.secondedMotions().map((each) => ({
      motion: each.motion,
      holds: each.holds.some(Boolean),
    }));
    expect(holding).toContainEqual({ motion: question, holds: false });
    expect(holding).toContainEqual({ motion: rest.id, holds: true });
    expect(await saidOf(didac)).toEqual([]);
  });
});

describe('[mesh/M12] a later secret', () => {
  test('is taken once so many removals were taken, also if it was said before', async () => {
    const hers = await open(ana, { secret: first });
    const his = await open(biel, { secret: first });
    const next = of(1, 9);
    const [, line] = await link(hers, his);
    void line.send(encodeMessage('secret', next));
    const last = await write(his, helped(ana, 30));
    await vi.waitFor(() => expect(hers.replica.entry(last)).not.toBeNull());
    expect(hers.kept).toEqual([]);
    await write(his, yes());
    await vi.waitFor(() => expect(hers.kept).toEqual([next]));
  });

  test('is never of a later epoch than that, and an old one moves nobody back', async () => {
    await decided();
    const hers = await open(ana, { secret: of(1, 9) });
    const his = await open(biel, { secret: first });
    const [line] = await link(his, hers);
    for (const lie of [of(2, 0), of(2 ** 32 - 1, 0), of(0, 0), first]) {
      void line.send(encodeMessage('secret', lie));
    }
    const last = await write(his, helped(ana, 30));
    await vi.waitFor(() => expect(hers.replica.entry(last)).not.toBeNull());
    expect(hers.kept).toEqual([]);
    await vi.waitFor(() => expect(his.kept).toEqual([of(1, 9)]));
  });

  test('is neither told to whom it is decided of, nor taken from them', async () => {
    await decided();
    const hers = await open(ana, { secret: of(1, 9), secretsBefore: [first] });
    const his = await open(didac, { secret: first });
    const [line] = await link(his, hers);
    void line.send(encodeMessage('secret', of(1, 0)));
    const last = await write(his, helped(ana, 30));
    await vi.waitFor(() => expect(hers.replica.entry(last)).not.toBeNull());
    const answer = await write(hers, helped(didac, 30));
    await vi.waitFor(() => expect(his.replica.entry(answer)).not.toBeNull());
    expect(hers.kept).toEqual([]);
    expect(his.kept).toEqual([]);
    // What was decided is lifted: he is among us, and told what all hold.
    const motion = await write(hers, {
      type: 'motion.open',
      replaces: [question],
      matter: { about: 'member', member: didac.member, standing: 'among us' },
    });
    const hisFriend = await open(biel, { secret: first });
    await link(hisFriend, hers);
    await write(hisFriend, { type: 'motion.vote', motion, yes: true });
    await vi.waitFor(() => expect(his.kept).toEqual([of(1, 9)]));
  });
});
