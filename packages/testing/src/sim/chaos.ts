/** What happens to phones, disks and networks. Each seed has its own mixture. */
import type { Chance } from '../chance.ts';
import { enrol, invite } from './honest.ts';
import type { SimPhone } from './phone.ts';
import { bringTogether } from './reach.ts';
import type { World } from './world.ts';

const weights = {
  dial: 40,
  drop: 6,
  rift: 4,
  join: 3,
  crash: 5,
  boot: 12,
  fill: 4,
  free: 4,
  rot: 1,
  backup: 3,
  restore: 3,
  freeze: 3,
  clock: 2,
  newPhone: 1,
  newcomer: 6,
};
type Blow = keyof typeof weights;

export function strike(world: World, chance: Chance): void {
  const blow = chance.weighted(weights);
  const phone = chance.pick(world.honestPhones());
  if (phone === undefined) return;
  world.note(`chaos: ${blow} ${phone.name}`);
  blows[blow](world, phone, chance);
}

const blows: Record<Blow, (world: World, phone: SimPhone, chance: Chance) => void> = {
  dial(world, phone, chance) {
    const other = chance.pick(world.phones.filter((each) => each !== phone));
    if (other !== undefined) bringTogether(world, phone, other, chance);
  },
  drop(world, _, chance) {
    if (world.trouble.drops) world.network.drop(chance);
  },
  rift(world, _, chance) {
    if (!world.trouble.rifts) return;
    for (const each of world.phones) world.sides.set(each.name, chance.between(0, 1));
  },
  join(world) {
    world.sides.clear();
  },
  crash(world, phone) {
    if (world.trouble.crashes && !phone.isOff) phone.crash();
  },
  boot(_, phone) {
    if (phone.isExpected) phone.boot();
  },
  fill(world, phone) {
    if (world.trouble.fullDisks) phone.disk.fill();
  },
  free(_, phone) {
    phone.disk.free();
  },
  rot(world, phone, chance) {
    if (!world.trouble.rot) return;
    if (!phone.isOff) phone.crash();
    if (phone.disk.rot(chance)) world.witness.rotted(phone);
  },
  backup(world) {
    if (!world.trouble.backups) return;
    for (const each of world.honestPhones()) each.disk.keepBackup();
  },
  restore(world, phone) {
    if (!world.trouble.backups || phone.wasRestored) return;
    // Somebody has to be left who can sign the others in again.
    const isLast = world.writers().every((each) => each === phone || each.wasRestored);
    if (isLast) return;
    if (!phone.isOff) phone.crash();
    if (!phone.disk.restore()) return;
    phone.wasRestored = true;
    world.note(`${phone.name} is put back to an earlier day`);
    world.witness.restored(phone);
    phone.boot();
  },
  freeze(world, phone, chance) {
    if (world.trouble.frozen) phone.freeze(chance.between(1_000, 30_000));
  },
  clock(world, phone, chance) {
    if (!world.trouble.clocks) return;
    phone.ahead += chance.between(0, 3_600_000);
    phone.minutesAhead =
      chance.pick([-60, 60, -4_320, 4_320, -5_256_000, 5_256_000]) ?? 0;
  },
  newPhone(world, phone, chance) {
    if (!world.trouble.newPhones || world.honestPhones().length > 8) return;
    replace(world, phone, chance);
  },
  newcomer(world, phone, chance) {
    const newcomer = chance.pick(world.honestPhones().filter(isNewcomer));
    if (newcomer === undefined || newcomer === phone) return;
    if (!world.trouble.newcomers || !world.writers().includes(phone)) return;
    if (newcomer.invite === null) world.watch(invite(phone, newcomer));
    else newcomer.boot();
  },
};

/** Nobody has let them in by hand, and they have no app yet, or an invite and no luck. */
const isNewcomer = (phone: SimPhone): boolean =>
  phone.isOff && !phone.isKeeper && (phone.invite !== null || !phone.isExpected);

/**
 * The app says that this phone fell silent: it begins anew as another device, with all
 * that it knew but the journal (replica/R10). Somebody signs it in.
 */
export async function renew(
  world: World,
  phone: SimPhone,
  host: SimPhone,
): Promise<void> {
  const settled = await phone.running?.replica.settled();
  if (settled?.ok !== true || phone.isRetired) return;
  const next = world.phoneFor(phone.soul, phone.isKeeper);
  next.disk.inherit(phone.disk);
  phone.retire();
  if ((await enrol(next, host)) === null) next.welcome = null;
  next.boot();
}

/** The owner of `phone` takes another one into use; somebody signs it in. */
function replace(world: World, phone: SimPhone, chance: Chance): void {
  const host = chance.pick(world.writers());
  if (host === undefined) return;
  const next = world.phoneFor(phone.soul);
  world.watch(
    enrol(next, host).then((entry) => {
      if (entry === null) next.isRetired = true;
      else next.boot();
    }),
  );
}
