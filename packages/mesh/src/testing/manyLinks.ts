/** A phone that is introduced to many devices, one after the other. */
import { assert } from '@manyhands/base';
import { TestCommunity, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { channelPair } from '../channel.ts';
import type { Dismissal, Introduction } from '../introducer.ts';
import type { Link } from '../link.ts';
import { ManualTimers } from './manualTimers.ts';
import { openPhone } from './phones.ts';
import type { MeshPhone } from './phones.ts';

export interface CrowdedPhone {
  readonly phone: MeshPhone;
  readonly timers: ManualTimers;
  /** In the order in which they were met. */
  readonly met: readonly Met[];
  /** What the introducer was told to forgive. */
  readonly forgiven: string[];
  /** How often it was told to say that it is there. */
  announced(): number;
  meet(person: CastMember): Promise<void>;
  open(): Met[];
}

interface Met {
  readonly person: CastMember;
  readonly link: Link;
  readonly dismissed: Dismissal[];
}

export interface CrowdOptions {
  /** How many of Biel's devices there are to be met. */
  readonly devices: number;
  /** Those of them that are keepers. */
  readonly keepers?: readonly number[];
  readonly random?: () => number;
}

/** Ana's phone, and Biel's many devices; whoever is to be met comes through a room. */
export async function openCrowd({
  devices,
  keepers = [],
  random = () => 0,
}: CrowdOptions): Promise<[CrowdedPhone, CastMember[]]> {
  const [ana, biel] = await Promise.all([createPerson('Ana'), createPerson('Biel')]);
  const community = await TestCommunity.of(ana, [biel]);
  const his: CastMember[] = [];
  for (let i = 0; i < devices; i++) {
    const device = await createPerson('Biel', `device ${i}`);
    const role = keepers.includes(i) ? 1 : 0;
    await community.ledgerOf(biel).add(await community.enrolContent(device, role));
    his.push(device);
  }
  let introduce: (introduction: Introduction) => void = () => undefined;
  const timers = new ManualTimers();
  const forgiven: string[] = [];
  let announced = 0;
  const phone = await openPhone(community, ana, {
    timers,
    random,
    relays: ['wss://relay.example/relay'],
    lobby: new Uint8Array(16),
    openIntroducer: (_, onintroduction) => {
      introduce = onintroduction;
      const quiet = () => undefined;
      const forgive = (which: string) => void forgiven.push(which);
      const announce = () => void (announced += 1);
      return Promise.resolve({ forgive, announce, wake: quiet, close: quiet });
    },
  });
  const met: Met[] = [];
  const crowd: CrowdedPhone = {
    phone,
    timers,
    met,
    forgiven,
    announced: () => announced,
    async meet(person) {
      const other = await openPhone(community, person, { timers });
      const [here, there] = channelPair();
      const dismissed: Dismissal[] = [];
      introduce({
        channel: here,
        role: 'dialler',
        dismiss: (why) => dismissed.push(why),
      });
      const known = new Promise<void>((resolve) => {
        const end = phone.mesh.subscribe(() => {
          if (!phone.mesh.peers().some(({ device }) => device === person.device))
            return;
          end();
          resolve();
        });
      });
      const linked = await other.mesh.connectChannel(there, 'answerer');
      await known;
      assert(linked.ok, 'a member is let in');
      met.push({ person, link: linked.value, dismissed });
    },
    open: () => {
      const devicesHere = new Set(phone.mesh.peers().map(({ device }) => device));
      return met.filter(({ person }) => devicesHere.has(person.device));
    },
  };
  return [crowd, his];
}
