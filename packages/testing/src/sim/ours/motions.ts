/** What a member may write about decisions, and on the board about these and accounts. */
import type { Hex, ListingId, Minutes } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { erasedPositionOf } from '@manyhands/ledger';
import type { LineName, Matter, MotionVote } from '@manyhands/ledger';
import { membersIn } from './drafts.ts';
import type { At, SharedDraft } from './drafts.ts';

const fewMotions = 30;

export const openOneMotion: SharedDraft = (at) => {
  const { replica, chance } = at;
  const known = replica.ledger.motions();
  if (known.length >= fewMotions) return null;
  const matter = matterFor(at);
  if (matter === null) return null;
  const named = chance.percent(30) ? chance.shuffled(known).slice(0, 2) : [];
  const replaces = named.map(({ motion }) => motion).sort();
  return { type: 'motion.open', matter, replaces };
};

function matterFor(at: At): Matter | null {
  const { replica, chance } = at;
  const { ledger } = replica;
  switch (
    chance.weighted({ marked: 40, line: 12, member: 18, signers: 12, rule: 18 })
  ) {
    case 'marked': {
      const marked = [...ledger.transfers()].filter(({ mark }) => mark !== null);
      return aboutLines(at, marked, chance.percent(20)) ?? aboutRule(at);
    }
    case 'line':
      return aboutLines(at, [...ledger.transfers()], chance.percent(50));
    case 'member': {
      const member = chance.pick(membersIn(ledger));
      const standing = chance.pick(['among us', 'paused', 'removed'] as const);
      return member && standing ? { about: 'member', member, standing } : null;
    }
    case 'signers': {
      const account = chance.pick(ledger.accounts().filter((each) => each.isContested));
      const value = chance.pick(account?.newest ?? [])?.id;
      if (account === undefined || value === undefined) return aboutRule(at);
      return { about: 'rule', key: 'signers', account: account.account, value };
    }
    case 'rule':
      return aboutRule(at);
  }
}

function aboutLines(
  { chance }: At,
  all: readonly LineName[],
  stands: boolean,
): Matter | null {
  const some = chance.shuffled(all).slice(0, chance.between(1, 3));
  if (some.length === 0) return null;
  const lines = some.map(({ proposal, party }) => ({ proposal, party }));
  lines.sort((a, b) => (a.proposal + a.party < b.proposal + b.party ? -1 : 1));
  return { about: 'lines', lines, stands };
}

function aboutRule({ replica: { ledger }, chance }: At): Matter | null {
  const [account] = chance.shuffled(ledger.accounts());
  const some = chance.shuffled(membersIn(ledger)).slice(0, chance.between(0, 2)).sort();
  const limit = chance.between(0, 3) as Minutes;
  const about = 'rule';
  const matters: readonly (Matter | null)[] = [
    { about, key: 'limit', account: null, value: limit },
    { about, key: 'resting', account: null, value: some },
    { about, key: 'resting', account: null, value: some },
    { about, key: 'unit', account: null, value: chance.percent(50) ? 'hour' : 'hora' },
    account
      ? { about, key: 'accountLimit', account: account.account, value: limit }
      : null,
    account ? { about, key: 'pot', account: null, value: account.account } : null,
    some.length < 2
      ? null
      : { about, key: 'circle', account: null, value: { threshold: 2, members: some } },
  ];
  return chance.pick(matters) ?? null;
}

/** A word where one has none yet, on hours and signers first; now and then another than before. */
export const voteOnOne: SharedDraft = ({ replica: { ledger }, member, chance }) => {
  const motions = ledger.motions().filter(({ isShown }) => isShown);
  const silent = motions.filter(
    ({ yes, no }) => !yes.includes(member) && !no.includes(member),
  );
  const urgent = silent.filter(
    ({ matter }) =>
      matter.about === 'lines' || (matter.about === 'rule' && matter.account),
  );
  const lists = [urgent, silent, motions].filter(({ length }) => length > 0);
  const one = chance.pick((chance.percent(80) ? lists[0] : motions) ?? []);
  if (one === undefined) return null;
  const yes = chance.percent(80);
  return { type: 'motion.vote', motion: one.motion, yes } satisfies MotionVote;
};

/** "I know them." */
export const vouchInOurs: SharedDraft = ({ replica: { ledger }, member, chance }) => {
  const silent = ledger.members().filter((each) => each.everMember && !each.voice);
  const whom = chance.pick(silent)?.member;
  return whom === undefined || whom === member
    ? null
    : { type: 'member.vouch', member: whom };
};

/** A card of an account, rightly or not. */
export const showAccount: SharedDraft = ({ replica: { ledger, board }, chance }) => {
  const account = chance.pick(ledger.accounts())?.account;
  if (account === undefined) return null;
  const rev = (board.accountCard(account)?.rev ?? -1) + chance.between(0, 1);
  const words = `Rehearsals on ${chance.between(0, 99)}`;
  return {
    type: 'account.card',
    account,
    rev: Math.max(0, rev),
    name: 'Clinic',
    words,
    photo: null,
  };
};

export const sayWhatFor: SharedDraft = ({ replica: { ledger }, chance }) => {
  const about: Hex | undefined = chance.percent(60)
    ? chance.pick(ledger.motions())?.motion
    : chance.pick([...ledger.transfers()])?.proposal;
  if (about === undefined) return null;
  const rev = chance.between(0, 5);
  return { type: 'words', about, rev, text: `For the garden ${rev}` };
};

export const coverCard: SharedDraft = ({ replica: { ledger, board }, chance }) => {
  const whose = chance.pick(membersIn(ledger));
  const entry = whose === undefined ? undefined : chance.pick(board.entriesOf(whose));
  if (whose === undefined || entry === undefined) return null;
  return {
    type: 'cover',
    member: whose,
    bodyHash: erasedPositionOf(entry).bodyHash,
    turn: chance.between(0, 4),
    on: chance.percent(70),
  };
};

export const giveCardAway: SharedDraft = ({ replica: { ledger }, chance }) => {
  const account = chance.pick(ledger.accounts())?.account ?? null;
  const listing = toHex(new Uint8Array(16).fill(chance.between(1, 4))) as ListingId;
  const rev = chance.between(0, 4);
  return {
    type: 'behalf',
    listing,
    rev,
    account: chance.percent(80) ? account : null,
  };
};
