/**
 * Groups, who organises them and who is in them (B19, B20): a function of the set of what
 * stands.
 *
 * 1. The founder's name is in the group's: whatever stands, that much is known. From there on
 *    whoever is named by the newest header of one who counts counts too, so that what one
 *    person gave, they can take back, with all that came from it.
 * 2. Nobody is in a group but by their own word, and nobody's word takes another out of an open
 *    one. Of one that asks, those are in whom somebody who counts lets in.
 */
import { setUnder } from '@manyhands/base';
import type { CommunityId, GroupId, MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import { groupIdOf } from '../groupContent.ts';
import type { Belongs, GroupHeader, LetInGroup } from '../groupContent.ts';
import { NewestOf, newestAmong } from './newest.ts';
import type { GroupsBoard, ShownGroup } from './views.ts';

/** Whether somebody is a member whom nothing has ended; asked of the fold. */
export type IsAmong = (member: MemberId) => boolean;

export class BoardGroups implements GroupsBoard {
  readonly #community: CommunityId;
  readonly #isAmong: IsAmong;
  readonly #headers = new NewestOf<GroupHeader>();
  readonly #belongs = new NewestOf<Belongs>();
  readonly #letIn = new NewestOf<LetInGroup>();
  readonly #founders = new Map<GroupId, MemberId>();
  /** Who has a word on which group: many may, of one that is none. */
  readonly #wanting = new Map<GroupId, Set<MemberId>>();
  /** Whom a member's word on letting in is about. */
  readonly #groupsOf = new Map<MemberId, Set<GroupId>>();

  constructor(community: CommunityId, isAmong: IsAmong) {
    this.#community = community;
    this.#isAmong = isAmong;
  }

  /** Takes what is of these kinds, and nothing else. */
  take(entry: Entry): void {
    const { content, log } = entry;
    switch (content.type) {
      case 'group': {
        const id = groupIdOf(this.#community, content);
        this.#founders.set(id, content.founder);
        this.#headers.take(nameOf(log.member, id), content, entry);
        break;
      }
      case 'belongs':
        this.#belongs.take(nameOf(log.member, content.group), content, entry);
        setUnder(this.#wanting, content.group, log.member);
        setUnder(this.#groupsOf, log.member, content.group);
        break;
      case 'let.in':
        for (const member of content.members)
          this.#letIn.take(
            `${nameOf(log.member, content.group)}/${member}`,
            content,
            entry,
          );
        break;
      default:
        break;
    }
  }

  clear(): void {
    this.#headers.clear();
    this.#belongs.clear();
    this.#letIn.clear();
    this.#founders.clear();
    this.#wanting.clear();
    this.#groupsOf.clear();
  }

  /** Those of which a header stands that counts, in no order. */
  all(): ShownGroup[] {
    return [...this.#founders.keys()].flatMap((id) => this.get(id) ?? []);
  }

  ids(): Iterable<GroupId> {
    return this.#founders.keys();
  }

  get(id: GroupId): ShownGroup | null {
    const founder = this.#founders.get(id);
    if (founder === undefined) return null;
    const counted = this.#countedIn(id, founder);
    const newest = newestAmong(
      [...counted].map((member) => this.#headers.get(nameOf(member, id))),
    );
    if (newest === null) return null;
    const { content: header, entry } = newest;
    const organisers = [...counted].filter((each) => this.#organises(each, id)).sort();
    const wanting = [...(this.#wanting.get(id) ?? [])]
      .filter((member) => this.#isAmong(member) && this.#wants(member, id) === true)
      .concat(organisers.filter((each) => this.#wants(each, id) === undefined))
      .sort();
    const isIn = (member: MemberId): boolean =>
      !header.asks ||
      organisers.includes(member) ||
      [...counted].some((by) => this.#letsIn(by, id, member));
    return {
      id,
      founder,
      header,
      entry,
      organisers,
      members: wanting.filter(isIn),
      asking: wanting.filter((member) => !isIn(member)),
    };
  }

  /** The newest word of this member on each group, in no order: also of those nobody shows. */
  ofMember(member: MemberId): Belongs[] {
    return [...(this.#groupsOf.get(member) ?? [])].flatMap(
      (id) => this.#belongs.get(nameOf(member, id))?.content ?? [],
    );
  }

  /** The newest header of this member's own of a group. */
  headerBy(member: MemberId, id: GroupId): GroupHeader | null {
    return this.#headers.get(nameOf(member, id))?.content ?? null;
  }

  /** Everybody whose header of this group counts: from the founder on, by who names whom. */
  #countedIn(id: GroupId, founder: MemberId): Set<MemberId> {
    const counted = new Set([founder]);
    // A set is walked to its end, also what is added on the way.
    for (const member of counted) {
      const named = this.#headers.get(nameOf(member, id))?.content.organisers ?? [];
      for (const each of named) counted.add(each);
    }
    return counted;
  }

  /** By a word of their own as well: a header that names them, or that they are in the group. */
  #organises(member: MemberId, id: GroupId): boolean {
    const wants = this.#wants(member, id);
    if (wants === false || !this.#isAmong(member)) return false;
    const own = this.headerBy(member, id);
    return own === null ? wants === true : own.organisers.includes(member);
  }

  #wants(member: MemberId, id: GroupId): boolean | undefined {
    return this.#belongs.get(nameOf(member, id))?.content.on;
  }

  #letsIn(by: MemberId, id: GroupId, member: MemberId): boolean {
    return this.#letIn.get(`${nameOf(by, id)}/${member}`)?.content.on === true;
  }
}

const nameOf = (member: MemberId, group: GroupId): string => `${member}/${group}`;
