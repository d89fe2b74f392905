import { assert } from 'vitest';
import type { EntryId, Minutes, PartyId } from '@manyhands/base';
import {
  myPartOf,
  sessionParts,
  planSession,
  sessionNamed,
} from '../sessions/index.ts';
import type { InSession, SessionHere, SessionSaid } from '../sessions/index.ts';
import type { Place } from '../opened/index.ts';
import { done } from './results.ts';
import type { Village } from './village.ts';
import { smallVillage } from './villages.ts';

export function sessionAt(place: Place, name: EntryId): SessionHere {
  const session = sessionNamed(place, name);
  assert(session, 'it is here');
  return session;
}

/** Ana organises: Biel and Carme cooked, she and Didac ate. */
export class Evening {
  readonly at;
  readonly id;
  readonly village: Village;

  constructor(village: Village) {
    this.village = village;
    this.at = (name: string) => village.placeOf(name);
    this.id = (name: string) => village.memberOf(name);
  }

  static async begin(): Promise<Evening> {
    return new Evening(await smallVillage());
  }

  people = (all: Readonly<Record<string, number>>): InSession[] =>
    Object.entries(all).map(([name, minutes]) => ({
      party: this.id(name) as PartyId,
      minutes: minutes as Minutes,
    }));

  said = (more: Partial<SessionSaid> = {}): SessionSaid => ({
    title: 'Cookery evening',
    words: '',
    day: this.at('Ana').today(),
    category: null,
    helpers: more.helpers ?? this.people({ Biel: 120, Carme: 60 }),
    helped: more.helped ?? this.people({ Ana: 90, Didac: 90 }),
    source: 'each',
    account: null,
    ...more,
  });

  plan = async (more: Partial<SessionSaid> = {}): Promise<EntryId> =>
    done(await planSession(this.at('Ana'), this.said(more)));

  stage = (name: string, of: EntryId) => {
    const session = sessionNamed(this.at(name), of);
    return session && (myPartOf(this.at(name), session)?.stage ?? null);
  };
  standings = (of: EntryId) => {
    const session = sessionNamed(this.at('Ana'), of);
    return session
      ? sessionParts(this.at('Ana'), session)
          .map(({ standing }) => standing)
          .sort()
      : [];
  };
  balances = () =>
    ['Ana', 'Biel', 'Carme', 'Didac'].map((name) =>
      this.at('Ana').replica.ledger.balanceOf(this.id(name)),
    );
  proposals = (name: string) =>
    new Set(
      this.at('Ana')
        .replica.ledger.transfersOf(this.id(name))
        .filter(({ proposer }) => proposer === this.id(name))
        .map(({ proposal }) => proposal),
    ).size;
}

/** Biel helped Didac for so long, as Ana wrote down. */
export async function quietEvening(minutes = 60): Promise<[Evening, EntryId]> {
  const here = await Evening.begin();
  const name = await here.plan({
    helpers: here.people({ Biel: minutes }),
    helped: here.people({ Didac: minutes }),
  });
  return [here, name];
}
