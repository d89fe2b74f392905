import type { Chance } from '../chance.ts';
import type { SimPhone } from './phone.ts';
import type { World } from './world.ts';

/** Of a hundred who would like to, so many stand beside each other. */
const faceToFace = 8;

/** Brings two together, if in this world somebody may. Rogues do as they please. */
export function bringTogether(
  world: World,
  from: SimPhone,
  to: SimPhone,
  chance: Chance,
): void {
  const { reach } = world.trouble;
  const areHonest = from.soul.isHonest && to.soul.isHonest;
  if (reach === 'rooms' && areHonest) return;
  if (reach === 'neighbours' && areHonest && !chance.percent(faceToFace)) return;
  world.dial(from, to);
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
