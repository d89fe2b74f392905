import type { MemberId, Minutes } from '@manyhands/base';
import type { RecoveryWords } from '@manyhands/keys';
import { behalfOf, letInOnPaper } from '../agents/index.ts';
import type { HelpSaid } from '../hours/index.ts';
import type { Place } from '../opened/index.ts';
import { newWords } from '../recovery/index.ts';
import { done } from './results.ts';
import { Village } from './village.ts';

/** Didac has no phone: Biel writes for him. Ana and Carme keep a spare key. */
export class PaperVillage {
  readonly village: Village;
  readonly words: RecoveryWords;
  readonly didac: MemberId;

  private constructor(village: Village, words: RecoveryWords, didac: MemberId) {
    this.village = village;
    this.words = words;
    this.didac = didac;
  }

  static async begin(): Promise<PaperVillage> {
    const village = await Village.found('Ana');
    await village.admit('Biel', { by: 'Ana' });
    await village.admit('Carme', { by: 'Ana' });
    const words = await newWords();
    const guardians = [village.memberOf('Ana'), village.memberOf('Carme')];
    const said = { name: 'Didac', skills: [], guardians };
    const letIn = await letInOnPaper(village.placeOf('Biel'), said, words);
    return new PaperVillage(village, words, done(letIn));
  }

  at = (name: string) => this.village.placeOf(name);

  get ledger() {
    return this.at('Ana').replica.ledger;
  }

  /** His place on the phone of `name`. */
  theirs = async (name: string): Promise<Place> =>
    done(await behalfOf(this.at(name), this.didac));

  helpWith = (other: MemberId): HelpSaid => ({
    with: other,
    iHelped: true,
    minutes: 60 as Minutes,
    day: this.at('Ana').today(),
    category: null,
    text: '',
    instead: null,
  });
}

/** What it came to; a refusal is a bug of the test. */
