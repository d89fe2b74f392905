/** What a decision is about, by names that can be compared (L22). */
import type { AccountId, MemberId } from '@manyhands/base';
import type { LineName, Matter, RuleKey } from '../motionContent.ts';

export const restingSubject = 'rule/resting';
export const nameOfLine = ({ proposal, party }: LineName): string =>
  `line/${proposal}/${party}`;
export const memberSubject = (member: MemberId): string => `member/${member}`;
export const ruleSubject = (key: RuleKey, account: AccountId | null): string =>
  account === null ? `rule/${key}` : `rule/${key}/${account}`;

/** Of what a motion says something, in the order of its lines. */
export function subjectsOf(matter: Matter): string[] {
  switch (matter.about) {
    case 'member':
      return [memberSubject(matter.member)];
    case 'lines':
      return matter.lines.map(nameOfLine);
    case 'rule':
      return [ruleSubject(matter.key, matter.account)];
  }
}

/** Lines, and who signs for a contested account (L23). */
export const isAskedByTheFold = (matter: Matter): boolean =>
  matter.about === 'lines' || (matter.about === 'rule' && matter.key === 'signers');
