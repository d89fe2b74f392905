import type { DeviceKey, MemberId } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { ByNeighbours } from '../byNeighbours.ts';
import { channelPair } from '../channel.ts';
import type { Channel } from '../channel.ts';
import { GoBetween } from '../goBetween.ts';
import type { Introduction } from '../introducer.ts';
import { linkOf } from '../link.ts';
import type { Link } from '../link.ts';
import { readMessage } from '../messages.ts';
import { openPipe } from '../pipe.ts';
import { realTimers } from '../timers.ts';
import type { MeetingPoint } from './introducerContract.ts';
import { looker } from './looker.ts';
import { ManualTimers } from './manualTimers.ts';
import { MemoryConnections } from './memoryConnections.ts';

const deviceOf = (name: string) => toHex(sha256(utf8Bytes(name))) as DeviceKey;

/** Devices that have one neighbour in common, whom they are all linked with, and no room. */
export function amongNeighbours(): MeetingPoint {
  const timers = new ManualTimers();
  const { connector } = new MemoryConnections();
  const links: Link[] = [];
  const looking: ByNeighbours[] = [];
  const between = new GoBetween(timers, () => links);

  /** Links a device with the neighbour; answers its own end. */
  const linkWith = (device: DeviceKey): Link => {
    const [here, there] = channelPair().map((end, at) => {
      const peer = at === 0 ? deviceOf('Didac') : device;
      return linkOf(openPipe(end, realTimers), {
        device: peer,
        member: '' as MemberId,
      });
    }) as [Link, Link];
    there.onmessage = (bytes) => {
      const message = readMessage(bytes);
      if (!message.ok || message.value === null) return;
      if (message.value.type === 'seek') between.announce(there);
      if (message.value.type === 'call') between.pass(there, message.value.payload);
    };
    links.push(there);
    return here;
  };

  return {
    // As the mesh does, each of them looks again and again.
    pass() {
      timers.pass(2_500);
      for (const each of looking) each.seek();
    },
    enter(name) {
      const own = deviceOf(name);
      const neighbour = linkWith(own);
      const met = new Map<DeviceKey, Channel>();
      return looker((onintroduction) => {
        const introducer = new ByNeighbours({
          own,
          connector,
          timers,
          random: Math.random,
          links: () => [neighbour],
          mayMeet: (device) => met.get(device)?.isOpen !== true,
          onintroduction: (introduction: Introduction) => {
            const { promised, channel } = introduction;
            if (promised !== undefined) met.set(promised, channel);
            onintroduction(introduction);
          },
        });
        neighbour.onmessage = (bytes) => {
          const message = readMessage(bytes);
          if (!message.ok || message.value === null) return;
          const { type, payload } = message.value;
          if (type === 'near') introducer.receiveNear(neighbour, payload);
          if (type === 'called') introducer.receiveCalled(neighbour, payload);
        };
        looking.push(introducer);
        introducer.seek();
        return Promise.resolve(introducer);
      });
    },
  };
}
