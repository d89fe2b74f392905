/** What stands on the boards about gatherings: who is heard, of what, and what it comes to. */
import { setUnder } from '@manyhands/base';
import type { CommunityId, Day, GatheringId, MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import { gatheringIdOf, seenOf } from '../gatheringContent.ts';
import type {
  DateChange,
  Gathering,
  GatheringAnswer,
  SeatList,
} from '../gatheringContent.ts';
import { NewestOf, newestAmong } from './newest.ts';
import type { NewestVersion } from './newest.ts';
import { inSeatOrder, seatsGivenTo } from './seats.ts';
import type {
  AnswerHeard,
  Coming,
  DateNow,
  GatheringBoard,
  Seats,
  ShownGathering,
} from './gatheringViews.ts';

export class Gatherings implements GatheringBoard {
  readonly #community: CommunityId;
  readonly #headers = new NewestOf<Gathering>();
  readonly #founders = new Map<GatheringId, MemberId>();
  readonly #changes = new NewestOf<DateChange>();
  readonly #changedDays = new Map<GatheringId, Set<Day>>();
  readonly #answers = new NewestOf<GatheringAnswer>();
  /** Who has answered for a date, or for all of them. */
  readonly #answerers = new Map<string, Set<MemberId>>();
  /** For what each member has answered. */
  readonly #answered = new Map<MemberId, Set<string>>();
  readonly #lists = new NewestOf<SeatList>();
  /** Of each date the logs in which somebody lists who has a place. */
  readonly #listers = new Map<string, Set<string>>();

  constructor(community: CommunityId) {
    this.#community = community;
  }

  /** Takes what is of these kinds, and nothing else. */
  take(entry: Entry): void {
    const { content, log } = entry;
    const by = log.member;
    switch (content.type) {
      case 'gathering': {
        const id = gatheringIdOf(this.#community, content);
        this.#headers.take(`${id}/${by}`, content, entry);
        // The name covers the founder: whoever writes first, it is one and the same.
        this.#founders.set(id, content.founder);
        break;
      }
      case 'gathering.date': {
        const id = gatheringIdOf(this.#community, content);
        this.#changes.take(`${id}/${content.date}/${by}`, content, entry);
        setUnder(this.#changedDays, id, content.date);
        break;
      }
      case 'gathering.answer': {
        const id = gatheringIdOf(this.#community, content);
        const name = `${id}/${content.date}/${by}`;
        this.#answers.take(name, content, entry);
        setUnder(this.#answered, by, name);
        setUnder(this.#answerers, `${id}/${content.date}`, by);
        break;
      }
      case 'gathering.seats': {
        const id = gatheringIdOf(this.#community, content);
        const name = `${id}/${content.date}/${entry.logId}`;
        this.#lists.take(name, content, entry);
        setUnder(this.#listers, `${id}/${content.date}`, name);
        break;
      }
      default:
        break;
    }
  }

  clear(): void {
    for (const each of [this.#headers, this.#changes, this.#answers, this.#lists])
      each.clear();
    this.#founders.clear();
    this.#changedDays.clear();
    this.#answerers.clear();
    this.#answered.clear();
    this.#listers.clear();
  }

  all(): ShownGathering[] {
    return [...this.#founders.keys()]
      .map((id) => this.named(id))
      .filter((found) => found !== null);
  }

  named(id: GatheringId): ShownGathering | null {
    const founder = this.#founders.get(id);
    if (founder === undefined) return null;
    const own = this.#headers.get(`${id}/${founder}`);
    // Of a gathering whose founder says nothing, nobody else says anything.
    if (own === undefined) return null;
    const organisers = [
      founder,
      ...own.content.organisers.filter((each) => each !== founder),
    ];
    const newest = newestAmong(
      organisers.map((each) => this.#headers.get(`${id}/${each}`)),
    );
    const { content: gathering, entry } = newest ?? own;
    return { id, founder, organisers, gathering, entry };
  }

  changedDates(id: GatheringId): Day[] {
    return [...(this.#changedDays.get(id) ?? [])].sort((a, b) => a - b);
  }

  dateOf(id: GatheringId, date: Day): DateNow | null {
    const shown = this.named(id);
    return shown && this.#dateIn(shown, date);
  }

  #dateIn({ id, organisers, gathering }: ShownGathering, date: Day): DateNow {
    const change = newestAmong(
      organisers.map((each) => this.#changes.get(`${id}/${date}/${each}`)),
    );
    const { minute, length, place } = gathering;
    const planned = { day: date, minute, length, place };
    return {
      date,
      ...planned,
      ...change?.content.moved,
      isMoved: Boolean(change?.content.moved),
      isOut: gathering.isOff || (change?.content.isOut ?? false),
      note: change?.content.note ?? '',
      rev: change?.content.rev ?? null,
      entry: change?.entry ?? null,
    };
  }

  answerOf(id: GatheringId, date: Day | null, member: MemberId): AnswerHeard | null {
    const held = this.#answers.get(`${id}/${date}/${member}`);
    return held ? { member, answer: held.content, entry: held.entry } : null;
  }

  answersOf(member: MemberId): AnswerHeard[] {
    return [...(this.#answered.get(member) ?? [])].flatMap((name): AnswerHeard[] => {
      const held = this.#answers.get(name);
      return held ? [{ member, answer: held.content, entry: held.entry }] : [];
    });
  }

  idsAnsweredBy(member: MemberId): GatheringId[] {
    return this.answersOf(member).map(({ answer }) =>
      gatheringIdOf(this.#community, answer),
    );
  }

  comingTo(id: GatheringId, date: Day): Coming[] {
    const shown = this.named(id);
    if (!shown) return [];
    const ofDate = this.#answerers.get(`${id}/${date}`) ?? new Set<MemberId>();
    const ofAll = this.#answerers.get(`${id}/null`) ?? new Set<MemberId>();
    const heard = this.#listener(shown, date);
    return [...new Set([...ofDate, ...ofAll])]
      .sort()
      .map(heard)
      .filter((each) => each !== null);
  }

  saysOf(id: GatheringId, date: Day, member: MemberId): Coming | null {
    const shown = this.named(id);
    return shown && this.#listener(shown, date)(member);
  }

  /** What each says of a date: of it alone, else of all; and whether it is as they read it. */
  #listener(shown: ShownGathering, date: Day): (member: MemberId) => Coming | null {
    const { id, gathering } = shown;
    const now = this.#dateIn(shown, date);
    // Hashed for who asks, once: lists ask about many dates that nobody has answered.
    const seenNow = once(() => seenOf({ ...gathering, ...now, every: null }));
    const seenOfAll = once(() => seenOf(gathering));
    return (member) => {
      const own = this.answerOf(id, date, member);
      const heard = own ?? this.answerOf(id, null, member);
      if (!heard) return null;
      const { says, guests, seen } = heard.answer;
      const isAsWas = own ? seen === seenNow() : seen === seenOfAll() && !now.isMoved;
      const isAskedAgain = says !== 'no' && !isAsWas;
      return { member, says, guests, isAskedAgain, entry: heard.entry };
    };
  }

  seatsOn(id: GatheringId, date: Day, isHere: (member: MemberId) => boolean): Seats {
    const shown = this.named(id);
    const coming = shown ? this.comingTo(id, date) : [];
    const yes = coming.filter(({ member, says }) => says === 'yes' && isHere(member));
    return seatsGivenTo(yes, {
      seats: shown?.gathering.seats ?? null,
      lists: shown ? this.#listsOf(shown, date) : [],
    });
  }

  listOf(id: GatheringId, date: Day): SeatList | null {
    const shown = this.named(id);
    return (shown && this.#listsOf(shown, date)[0]?.content) ?? null;
  }

  /** What organisers' phones have listed, what counts first before what it has not heard. */
  #listsOf({ id, organisers }: ShownGathering, date: Day): NewestVersion<SeatList>[] {
    return [...(this.#listers.get(`${id}/${date}`) ?? [])]
      .map((name) => this.#lists.get(name))
      .filter((list) => list !== undefined)
      .filter(({ entry }) => organisers.includes(entry.log.member))
      .sort(inSeatOrder);
  }
}

function once(find: () => string): () => string {
  let found: string | undefined;
  return () => (found ??= find());
}
