import { assert, ok, minutesPerDay } from '@manyhands/base';
import type { EntryId, MemberId, MinuteOfTime, Result } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import type { KnownContent } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import { showMyself } from '@manyhands/community/people';
import type { ActRefused } from '@manyhands/community/hours';
import type { OwnCertificate } from '@manyhands/door';
import type { Place, CommunitySecret } from '@manyhands/community/opened';
import { demoCards } from './cards.ts';
import { planYear } from './planYear.ts';
import type { PlannedExchange } from './planYear.ts';
import { admitting, copy, foundVillage, helpOf, writeAs } from './village.ts';
import type { DemoClock, DemoVillage } from './village.ts';
import { fetchLaterWords } from '../words/words.ts';
import { founderOfDemo } from './neighbours.ts';
import { keepDemoSeed } from './seed.ts';

/** A place the demo fills; it can also take the community's secret. */
interface DemoPlace extends Place {
  takeSecret(secret: CommunitySecret): Promise<void>;
}

export interface Demo {
  readonly village: DemoVillage;
  /** Fills the visitor's place with a year in which they took part. */
  fill(
    place: DemoPlace,
    certificate: OwnCertificate,
  ): Promise<Result<unknown, ActRefused | AppendRefused>>;
}

/** The founding, in days before today: a little more than the year that follows. */
const foundedDaysAgo = 372;

/**
 * Prepares a made-up community. Every entry of its year is signed by the key of the one
 * who writes it and goes through the same `append` and the same gate as any other.
 */
export async function makeDemo(
  visitor: string,
  now: MinuteOfTime,
  report: (done: number, of: number) => void,
): Promise<Demo> {
  await fetchLaterWords();
  const seed = randomBytes(32);
  const clock: DemoClock = { now: daysBefore(now, foundedDaysAgo) };
  const village = await foundVillage(seed, clock);
  return {
    village,
    async fill(place, certificate) {
      const kept = await keepDemoSeed(place.notes, seed);
      if (!kept.ok) return kept;
      const founder = village.neighbours[founderOfDemo];
      await writeAs(founder, 'ledger', admitting(certificate));
      await copy(village.replica, place.replica);
      await place.takeSecret({ epoch: 0, secret: randomBytes(32) });
      const shown = await showMyself(place, { name: visitor, skills: [] });
      if (!shown.ok) return shown;
      const plan = planYear(new DataView(seed.buffer).getUint32(0));
      for (const [i, help] of plan.entries()) {
        clock.now = daysBefore(now, help.daysAgo);
        const lived = await live(village, place, help);
        if (!lived.ok) return lived;
        report(i + 1, plan.length);
      }
      for (const { who, daysAgo, card } of demoCards(place.today())) {
        clock.now = daysBefore(now, daysAgo);
        await writeAs(village.neighbours[who], 'board', card);
      }
      clock.now = now;
      await leaveCards(village, place);
      await copy(village.replica, place.replica);
      return ok(undefined);
    },
  };
}

const daysBefore = (now: MinuteOfTime, days: number): MinuteOfTime =>
  (now - days * minutesPerDay) as MinuteOfTime;

/** One exchange: whoever helped asks, whoever was helped says yes. */
async function live(
  village: DemoVillage,
  place: DemoPlace,
  { helper, helped, minutes, daysAgo }: PlannedExchange,
): Promise<Result<unknown, AppendRefused>> {
  const day = place.today() - daysAgo;
  const asked = await write(village, place, helper, () =>
    helpOf({ with: memberOf(village, place, helped), gave: true, minutes }, day),
  );
  return asked.ok ? write(village, place, helped, () => yesTo(asked.value)) : asked;
}

/** What is still open when the visitor arrives: two neighbours wait for a yes. */
async function leaveCards(village: DemoVillage, place: DemoPlace): Promise<void> {
  const visitor = place.membership.member;
  const [, ana, biel] = village.neighbours;
  await writeAs(
    ana,
    'ledger',
    helpOf({ with: visitor, gave: false, minutes: 90 }, place.today() - 1),
  );
  await writeAs(
    biel,
    'ledger',
    helpOf({ with: visitor, gave: true, minutes: 45 }, place.today()),
  );
}

const yesTo = (proposal: EntryId): KnownContent => ({
  type: 'transfer.confirm',
  proposal,
  as: null,
});

/** Person 0 of the plan is the visitor; the others are the neighbours in their order. */
function memberOf(village: DemoVillage, place: DemoPlace, who: number): MemberId {
  if (who === 0) return place.membership.member;
  const neighbour = village.neighbours[who - 1];
  assert(neighbour, 'the plan names twelve people');
  return neighbour.member;
}

async function write(
  village: DemoVillage,
  place: DemoPlace,
  who: number,
  content: () => KnownContent,
): Promise<Result<EntryId, AppendRefused>> {
  if (who > 0) {
    return ok((await writeAs(village.neighbours[who - 1], 'ledger', content())).id);
  }
  const written = await place.writer.append('ledger', content());
  return written.ok ? ok(written.value.id) : written;
}
