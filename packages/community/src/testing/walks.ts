/** A walk that Ana organises, and those who may come. */
import { assert } from '@manyhands/base';
import type { Day, GatheringId } from '@manyhands/base';
import { answerGathering, beginGathering } from '../gatherings/acts.ts';
import type { GatheringDraft } from '../gatherings/acts.ts';
import { zoneHere } from '../gatherings/calendar.ts';
import { Village, villageDay } from './village.ts';

/** Saturday 16 May 2026 at ten, by this machine's clock. */
export const walkDay = (villageDay + 4) as Day;

export const walkDraft = (): GatheringDraft => ({
  group: null,
  title: 'A walk to the mill',
  words: '',
  day: walkDay,
  minute: 600,
  length: 120,
  zone: zoneHere(),
  every: 'weekly',
  until: null,
  place: 'At the bridge',
  access: '',
  bring: '',
  seats: null,
});

export async function walkers(draft: Partial<GatheringDraft> = {}) {
  const village = await Village.found('Ana');
  for (const name of ['Biel', 'Carme', 'Didac'])
    await village.admit(name, { by: 'Ana' });
  const begun = await beginGathering(village.placeOf('Ana'), {
    ...walkDraft(),
    ...draft,
  });
  assert(begun.ok, 'what is sound is begun');
  const id: GatheringId = begun.value;
  return {
    village,
    id,
    ana: village.placeOf('Ana'),
    biel: village.placeOf('Biel'),
    carme: village.placeOf('Carme'),
    didac: village.placeOf('Didac'),
    says: async (
      name: string,
      what: 'yes' | 'maybe' | 'no',
      date: Day | null = walkDay,
      guests = 0,
    ) => {
      const said = await answerGathering(village.placeOf(name), id, date, {
        says: what,
        guests,
      });
      assert(said.ok, `${name} cannot answer`);
    },
    nameOf: (member: string) =>
      ['Ana', 'Biel', 'Carme', 'Didac'].find(
        (name) => village.memberOf(name) === member,
      ),
  };
}
