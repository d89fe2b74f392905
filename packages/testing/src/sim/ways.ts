import type { MeshOptions } from '@manyhands/mesh';

/**
 * How phones of a world come to each other. `anybody`: whoever is brought together links.
 * `rooms`: they find each other in rooms on a relay, which may die (halls.ts).
 * `neighbours`: links breed links, by the mesh's own doing (mesh/M6, connections.ts); only now
 * and then two meet face to face (mesh/M7), and whoever introduced two may leave.
 */
export type SimReach = 'anybody' | 'rooms' | 'neighbours';

/** What an app's mesh is given to find others with. */
export type SimWays = Pick<MeshOptions, 'relays' | 'openIntroducer' | 'connector'>;
