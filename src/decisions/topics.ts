import type { AccountId, Hex, MemberId, Minutes } from '@manyhands/base';
import { iceWays, isWay, relayWays } from '@manyhands/community/decisions';
import type { Decision } from '@manyhands/community/decisions';
import { ownKinds } from '@manyhands/community/people';
import type { DecidedKind, Matter, RuleKey } from '@manyhands/ledger';
import type { Community } from '../phone/Community.svelte.ts';
import type { DecideTopic } from '../phone/route.ts';

/** What somebody has filled in, whatever the topic. */
export interface FilledTopic {
  text: string;
  threshold: number;
  members: MemberId[];
  isOpen: boolean;
  account: AccountId | null;
  /** Who signs, of an organisation of which two groups say differently. */
  mandate: Hex | null;
  /** Own kinds of help that are shown. */
  codes: number[];
}

const keyOf: Partial<Record<DecideTopic, RuleKey>> = {
  limit: 'limit',
  unit: 'unit',
  words: 'words',
  kinds: 'areKindsOpen',
  circle: 'circle',
  resting: 'resting',
  pot: 'pot',
  hours: 'firstHours',
  relays: 'relays',
  ice: 'ice',
  ownKinds: 'kinds',
  accountLimit: 'accountLimit',
  signers: 'signers',
};

/** Own kinds that one decision names at most (ledger/F5). */
export const kindsAtMost = 24;

/** Where a topic begins: as it is now, and with who is to be chosen too. */
export function filledNow(
  community: Community,
  topic: DecideTopic,
  also: MemberId | null = null,
): FilledTopic {
  const { ledger } = community.place.replica;
  const circle = ledger.rule('circle');
  const hours = (minutes: number | null) =>
    minutes === null ? '' : String(Math.round((minutes / 60) * 100) / 100);
  const text: Partial<Record<DecideTopic, string>> = {
    limit: hours(community.limit),
    unit: community.unit,
    words: community.agreement,
    hours: hours(ledger.rule('firstHours')),
    relays: (ledger.rule('relays') ?? []).join('\n'),
    ice: (ledger.rule('ice') ?? []).join('\n'),
  };
  const members: Partial<Record<DecideTopic, readonly MemberId[]>> = {
    circle: circle?.members ?? [],
    resting: ledger.rule('resting') ?? [],
  };
  return {
    text: text[topic] ?? '',
    threshold: circle?.threshold ?? 2,
    members: [
      ...new Set([...(members[topic] ?? []), ...(also === null ? [] : [also])]),
    ],
    isOpen: ledger.rule('areKindsOpen') ?? true,
    account: topic === 'pot' ? ledger.rule('pot') : null,
    mandate: null,
    codes: ownKinds(community.place)
      .filter(({ isShown }) => isShown)
      .map(({ code }) => code),
  };
}

/** "10", "7.5" or "7,5" hours; null for anything else. */
function readHours(text: string): Minutes | null {
  const typed = text.trim().replace(',', '.');
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(typed)) return null;
  return Math.round(Number(typed) * 60) as Minutes;
}

const standings = { pause: 'paused', leave: 'removed', back: 'among us' } as const;
/** One address to a line; null where one is none, or there are too many. */
function readWays(text: string, ways: readonly string[]): string[] | null {
  const lines = text.split(/\s+/).filter((line) => line !== '');
  const all = lines.every((line) => isWay(line, ways));
  return all && lines.length <= 8 ? lines : null;
}

/** How members' own kinds are to be called by all, and which are shown. */
function decidedKinds(community: Community, codes: readonly number[]): DecidedKind[] {
  return ownKinds(community.place)
    .slice(0, kindsAtMost)
    .map(({ code, name, parent }) => ({
      code,
      name,
      parent,
      isShown: codes.includes(code),
    }));
}

/** What is asked of all; null while something is missing. */
export function matterOf(
  community: Community,
  topic: DecideTopic,
  { text, threshold, members, isOpen, account, mandate, codes }: FilledTopic,
  member: MemberId | null,
): Matter | null {
  const rule = { about: 'rule', account: null } as const;
  const sorted = members.toSorted();
  switch (topic) {
    case 'limit':
    case 'hours': {
      const value = readHours(text);
      if (value === null) return null;
      return topic === 'limit'
        ? { ...rule, key: 'limit', value }
        : { ...rule, key: 'firstHours', value };
    }
    case 'unit':
    case 'words':
      return { ...rule, key: topic, value: text.trim() };
    case 'kinds':
      return { ...rule, key: 'areKindsOpen', value: isOpen };
    case 'circle':
      return sorted.length < threshold
        ? null
        : { ...rule, key: 'circle', value: { threshold, members: sorted } };
    case 'resting':
      return { ...rule, key: 'resting', value: sorted };
    case 'pot':
      return account === null ? null : { ...rule, key: 'pot', value: account };
    case 'relays':
    case 'ice': {
      const value = readWays(text, topic === 'relays' ? relayWays : iceWays);
      return value === null ? null : { ...rule, key: topic, value };
    }
    case 'ownKinds': {
      const value = decidedKinds(community, codes);
      return value.length === 0 ? null : { ...rule, key: 'kinds', value };
    }
    case 'accountLimit': {
      const value = readHours(text);
      if (value === null || account === null) return null;
      return { ...rule, key: 'accountLimit', account, value };
    }
    case 'signers':
      return account === null || mandate === null
        ? null
        : { ...rule, key: 'signers', account, value: mandate };
    case 'pause':
    case 'leave':
    case 'back': {
      const standing = standings[topic];
      return member === null ? null : { about: 'member', member, standing };
    }
  }
}

/** Whether a question is about the same as this topic. */
export function isAbout(
  { matter }: Pick<Decision, 'matter'>,
  topic: DecideTopic,
  member: MemberId | null,
): boolean {
  if (matter.about === 'member') return member !== null && matter.member === member;
  return matter.about === 'rule' && matter.key === keyOf[topic];
}
