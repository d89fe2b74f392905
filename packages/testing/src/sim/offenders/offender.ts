import type { Chance } from '../../chance.ts';
import type { RoguePhone } from '../rogue.ts';
import type { World } from '../world.ts';
import { FormerSigner } from './formerSigner.ts';
import { Opener } from './opener.ts';
import { Voucher } from './voucher.ts';
import { Crowder } from './crowder.ts';
import { Ended } from './ended.ts';
import { SingleGuardian } from './guardian.ts';
import type { Offender, OffenderKind } from './kinds.ts';
import { Liar } from './liar.ts';
import { Loud } from './loud.ts';
import { Outranked } from './outranked.ts';
import { Spoiler } from './spoiler.ts';
import { Unheard } from './unheard.ts';

type Make = (world: World, chance: Chance, by: RoguePhone) => Offender;

const makers: Record<Exclude<OffenderKind, 'nobody'>, Make> = {
  outranked: (...all) => new Outranked(...all),
  ended: (...all) => new Ended(...all),
  guardian: (...all) => new SingleGuardian(...all),
  unheard: (...all) => new Unheard(...all),
  spoiler: (world, chance) => new Spoiler(world, chance),
  loud: (...all) => new Loud(...all),
  crowder: (...all) => new Crowder(...all),
  liar: (...all) => new Liar(...all),
  dropped: (...all) => new FormerSigner(...all, false),
  sole: (...all) => new FormerSigner(...all, true),
  opener: (...all) => new Opener(...all),
  voucher: (...all) => new Voucher(...all),
};

/** The one of this world; `by`: the member who does it, or helps. */
export function offenderIn(world: World, by: RoguePhone | null): Offender | null {
  const { offender } = world.trouble;
  if (offender === 'nobody' || by === null) return null;
  return makers[offender](world, world.chance.branch(offender), by);
}
