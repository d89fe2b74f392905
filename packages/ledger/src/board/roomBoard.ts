/** What stands in rooms that all may read, and under any word (B21). */
import { listUnder, setUnder } from '@manyhands/base';
import type { EntryId, GroupId, ListingId, MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { ForGroup, RoomName, RoomWord, SignUnder } from '../groupContent.ts';
import { NewestOf } from './newest.ts';
import type { RoomsBoard, SaidInRoom, ShownSign } from './views.ts';

export class RoomBoard implements RoomsBoard {
  readonly #said = new Map<string, SaidInRoom[]>();
  readonly #signs = new NewestOf<SignUnder>();
  /** The names under which signs beneath a word are kept. */
  readonly #signsUnder = new Map<EntryId, Set<string>>();
  /** Those of each member that ask to keep a word. */
  readonly #keeps = new Map<MemberId, Set<string>>();
  readonly #forGroups = new NewestOf<ForGroup>();

  /** Takes what is of these kinds, and nothing else. */
  take(entry: Entry): void {
    const { content, log } = entry;
    switch (content.type) {
      case 'room.word':
        this.#takeWord(entry, content);
        break;
      case 'sign': {
        const name = `${log.member}/${content.about}/${content.sign}`;
        this.#signs.take(name, content, entry);
        setUnder(this.#signsUnder, content.about, name);
        if (content.sign === 'keep') setUnder(this.#keeps, log.member, name);
        break;
      }
      case 'for.group':
        this.#forGroups.take(`${log.member}/${content.listing}`, content, entry);
        break;
      default:
        break;
    }
  }

  #takeWord(entry: Entry, word: RoomWord): void {
    listUnder(this.#said, roomKey(word.room), { entry, word });
  }

  clear(): void {
    this.#said.clear();
    this.#signs.clear();
    this.#signsUnder.clear();
    this.#keeps.clear();
    this.#forGroups.clear();
  }

  /** In no order: the newest are by their places in logs, and what order they stand in B21. */
  saidIn(room: RoomName): readonly SaidInRoom[] {
    return this.#said.get(roomKey(room)) ?? [];
  }

  /** Those that are on, by member. */
  signsUnder(about: EntryId): ShownSign[] {
    return [...(this.#signsUnder.get(about) ?? [])]
      .flatMap((name) => this.#signs.get(name) ?? [])
      .filter(({ content }) => content.on)
      .map(({ content: { sign }, entry }) => ({
        member: entry.log.member,
        sign,
        entry,
      }))
      .sort((a, b) => (a.member < b.member ? -1 : 1));
  }

  keepsOf(member: MemberId, most: number): EntryId[] {
    return [...(this.#keeps.get(member) ?? [])]
      .flatMap((name) => this.#signs.get(name) ?? [])
      .filter(({ content }) => content.on)
      .sort((a, b) => b.entry.seq - a.entry.seq || (a.entry.id < b.entry.id ? -1 : 1))
      .slice(0, most)
      .map(({ entry }) => entry.id);
  }

  groupOf(member: MemberId, listing: ListingId): GroupId | null {
    return this.#forGroups.get(`${member}/${listing}`)?.content.group ?? null;
  }
}

const roomKey = ({ kind, of }: RoomName): string => `${kind}/${of ?? ''}`;
