import type { MemberId, Minutes } from '@manyhands/base';
import { askToWrite, behalfOf, takeUp } from '../agents/index.ts';
import type { HelpSaid } from '../hours/index.ts';
import type { Place } from '../opened/index.ts';
import { done } from './results.ts';
import { Village } from './village.ts';

/** Carme, who has a phone of her own, asks Biel to write for her too. */
export class CarerVillage {
  readonly village: Village;

  private constructor(village: Village) {
    this.village = village;
  }

  static async begin(): Promise<CarerVillage> {
    const village = await Village.found('Ana');
    for (const name of ['Biel', 'Carme', 'Didac']) {
      await village.admit(name, { by: 'Ana' });
    }
    return new CarerVillage(village);
  }

  at = (name: string) => this.village.placeOf(name);
  id = (name: string): MemberId => this.village.memberOf(name);

  get ledger() {
    return this.at('Ana').replica.ledger;
  }

  ask = async (carer = 'Biel'): Promise<void> =>
    done(await askToWrite(this.at('Carme'), this.id(carer), null));

  sayYes = async (carer = 'Biel'): Promise<void> =>
    done(await takeUp(this.at(carer), this.id('Carme')));

  /** Hers on the phone of `carer`. */
  hers = async (carer = 'Biel'): Promise<Place> =>
    done(await behalfOf(this.at(carer), this.id('Carme')));

  helpWith = (other: string, minutes = 60): HelpSaid => ({
    with: this.id(other),
    iHelped: true,
    minutes: minutes as Minutes,
    day: this.at('Ana').today(),
    category: null,
    text: '',
    instead: null,
  });
}
