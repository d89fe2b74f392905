import type { Chance } from '../chance.ts';
import type { Phone } from './phone.ts';
import type { World } from './world.ts';

/**
 * How phones of a world come to each other. `anybody`: whoever is brought together links.
 * `rooms`: they find each other in rooms on a relay, which may die (halls.ts).
 * `neighbours`: links breed links (M6); only now and then two meet face to face (M7), and
 * whoever introduced two may leave.
 */
export type Reach = 'anybody' | 'rooms' | 'neighbours';

/** Of a hundred who would like to, so many stand beside each other. */
const faceToFace = 8;

/** Brings two together, if in this world there is a way from one to the other. */
export function bringTogether(
  world: World,
  from: Phone,
  to: Phone,
  chance: Chance,
): void {
  const { reach } = world.trouble;
  const areHonest = from.soul.isHonest && to.soul.isHonest;
  if (reach === 'rooms' && areHonest) return;
  const isIntroduced = reach !== 'neighbours' || isReached(world, from, to);
  if (isIntroduced || chance.percent(faceToFace)) world.dial(from, to);
}

/**
 * Whether offers travel from one to the other inside links of phones that both trust: a
 * rogue may pass them on or not, so they are not counted on.
 */
function isReached(world: World, from: Phone, to: Phone): boolean {
  const byDevice = new Map(world.honestPhones().map((phone) => [phone.device, phone]));
  const seen = new Set([from]);
  // A worklist: everybody whom somebody seen has a link with.
  for (const phone of seen) {
    if (phone === to) return true;
    for (const { device } of phone.running?.mesh.peers() ?? []) {
      const next = byDevice.get(device);
      if (next?.running != null && !next.isFrozen) seen.add(next);
    }
  }
  return false;
}

/** Everybody looks for everybody, as far as this world lets them. */
export function meetAll(world: World, chance: Chance): void {
  const phones = world.honestPhones().filter(({ isUp }) => isUp);
  for (const [i, phone] of phones.entries()) {
    for (const other of phones.slice(i + 1)) {
      if (world.isApart(phone.name, other.name)) continue;
      const peers = phone.running?.mesh.peers() ?? [];
      if (peers.some(({ device }) => device === other.device)) continue;
      const [one, two] = chance.percent(50) ? [phone, other] : [other, phone];
      bringTogether(world, one, two, chance);
    }
  }
}
