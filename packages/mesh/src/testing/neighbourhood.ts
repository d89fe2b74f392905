/** Four members, links in memory and a clock that is moved by hand, new for each test. */
import { afterEach, beforeEach } from 'vitest';
import { TestCommunity, createCast } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { ManualTimers } from './manualTimers.ts';
import { MemoryConnections } from './memoryConnections.ts';
import { closePhones, openPhone } from './phones.ts';
import type { MeshPhone } from './phones.ts';

export const [ana, biel, carme, didac] = await createCast();

/** Each test's own. */
export let community: TestCommunity;
export let connections: MemoryConnections;
export let timers: ManualTimers;

/** To be called by each file: a hook of this one would run for the first that shares its worker. */
export function neighbourhoodForEachTest(): void {
  beforeEach(async () => {
    community = await TestCommunity.of(ana, [biel, carme, didac]);
    connections = new MemoryConnections();
    timers = new ManualTimers();
  });
  afterEach(closePhones);
}

export const open = (person: CastMember): Promise<MeshPhone> =>
  openPhone(community, person, { timers, connector: connections.connector });
