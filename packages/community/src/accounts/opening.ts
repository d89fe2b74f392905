/**
 * The account out of which members have the hours they bring along from before (C28). Anybody
 * may open one (ledger/L16); which one counts is what the founding log or a decision says.
 */
import { err, fewOfEach, ok } from '@manyhands/base';
import type { AccountId, EntryId, MemberId, Minutes, Result } from '@manyhands/base';
import { draftAccount, rivalsOf } from '@manyhands/ledger';
import type {
  AccountRefused,
  AccountView,
  DecidedMotion,
  Ledger,
  Matter,
} from '@manyhands/ledger';
import { askAll, hasVoice } from '../decisions/index.ts';
import type { DecisionRefused } from '../decisions/index.ts';
import { organisationsOfEach } from '../limits.ts';
import { write } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';

/** An opening, as everybody sees it. */
export interface Opening {
  readonly account: AccountId;
  readonly total: Minutes;
  readonly openedBy: MemberId;
  /** Who signs now, by their ids, and how many of them it takes. */
  readonly signers: readonly MemberId[];
  readonly threshold: number;
  readonly iSign: boolean;
  /** `counts`: hours leave it; `asked`: all are asked; `unasked`; `before`: another counts now. */
  readonly stage: 'counts' | 'asked' | 'unasked' | 'before';
  /** The question to all that names it, if there is one. */
  readonly motion: EntryId | null;
}

type Here = Pick<Place, 'replica' | 'membership'>;

/** How many sign, and how many it takes: any two of three, so that nobody signs their own. */
export const openingSigners = { least: 3, threshold: 2 } as const;

/** Minutes of one opening at most: a hundred thousand hours. */
export const openingLimit = 6_000_000;

/** The account that counts: as decided, else the first that the founding log opens in its beginning. */
function openingAccount({ replica }: Pick<Place, 'replica'>): AccountId | null {
  const { ledger } = replica;
  const decided = ledger.rule('opening');
  if (decided !== null && ledger.account(decided)?.kind === 'opening') return decided;
  const [first] = ledger
    .accounts()
    .flatMap(({ account, kind }) => {
      const seq = kind === 'opening' ? foundingSeq(replica, account) : null;
      return seq === null ? [] : [{ account, seq }];
    })
    .sort((a, b) => a.seq - b.seq);
  return first?.account ?? null;
}

/** The one that counts. */
export function openingHere(place: Here): Opening | null {
  const account = openingAccount(place);
  const view = account === null ? null : place.replica.ledger.account(account);
  return view === null ? null : describe(place, view, account);
}

/** Where the founding log opens it while it may by itself: below `circle` and any second history. */
function foundingSeq(replica: Place['replica'], account: AccountId): number | null {
  const { ledger } = replica;
  const charter = ledger.charter();
  const opened = replica.entry(account as string as EntryId);
  if (charter === null || opened === null) return null;
  const { log, seq } = opened;
  if (log.device !== charter.device || log.member !== charter.founder) return null;
  const cut = ledger.cutOf(log);
  return seq < charter.circle && (cut === null || seq < cut) ? seq : null;
}

/**
 * All that are shown, the one that counts first: what all are asked of, what I sign for, and
 * whatever hours have left; of one opener so many.
 */
export function openingsHere(place: Here): Opening[] {
  const { ledger } = place.replica;
  const counts = openingAccount(place);
  const all = ledger
    .accounts()
    .filter(({ kind }) => kind === 'opening')
    .map((view) => ({ view, of: describe(place, view, counts) }))
    .filter(({ of }) => of.stage !== 'unasked' || of.iSign || hasLeft(ledger, of))
    .sort(
      (a, b) => rankOf(a.of) - rankOf(b.of) || (a.of.account < b.of.account ? -1 : 1),
    )
    .map(({ of }) => of);
  return fewOfEach(
    all,
    organisationsOfEach,
    ({ openedBy }) => openedBy,
    ({ stage }) => stage === 'counts',
  );
}

const stages: readonly Opening['stage'][] = ['counts', 'asked', 'before', 'unasked'];
const rankOf = ({ stage }: Opening): number => stages.indexOf(stage);

/** Whether hours have left it. */
const hasLeft = (ledger: Ledger, { account }: Pick<Opening, 'account'>): boolean =>
  ledger.transfersOf(account).some(({ status }) => status === 'exists');

const matterOf = (account: AccountId): Matter => ({
  about: 'rule',
  key: 'opening',
  account: null,
  value: account,
});

function describe(
  { replica: { ledger }, membership }: Here,
  { account, total, openedBy, newest }: AccountView,
  counts: AccountId | null,
): Opening {
  const signers = [...new Set(newest.flatMap((each) => each.signers))].sort();
  const motion = motionOn(ledger, account);
  const agreed = ledger.charter()?.openingTotal ?? null;
  const own = total ?? (0 as Minutes);
  return {
    account,
    openedBy,
    signers,
    total: agreed !== null && agreed < own ? agreed : own,
    threshold: Math.min(...newest.map(({ threshold }) => threshold)),
    iSign: signers.includes(membership.member),
    stage: account === counts ? 'counts' : stageOf(motion),
    motion: motion?.motion ?? null,
  };
}

const stageOf = (motion: DecidedMotion | null): Opening['stage'] =>
  motion === null ? 'unasked' : motion.isTaken ? 'before' : 'asked';

/** The question that names it: what is taken first, then what most say yes to. */
const motionOn = (ledger: Ledger, account: AccountId): DecidedMotion | null =>
  rivalsOf(ledger, matterOf(account))
    .filter(({ matter }) => matter.about === 'rule' && matter.value === account)
    .sort(
      (a, b) =>
        Number(b.isTaken) - Number(a.isTaken) ||
        b.yes.length - a.yes.length ||
        (a.motion < b.motion ? -1 : 1),
    )[0] ?? null;

/** Whether what I opened now would count without asking: the founding log, in its beginning. */
export function countsAtOnce({ replica, membership }: Here): boolean {
  const { ledger, community } = replica;
  const charter = ledger.charter();
  if (charter === null || openingAccount({ replica }) !== null) return false;
  const { founder, device, circle } = charter;
  if (membership.member !== founder || membership.device !== device) return false;
  const log = { community, member: founder, device, kind: 'ledger' } as const;
  return replica.head(log).length < circle && ledger.cutOf(log) === null;
}

export type OpeningRefused =
  | AccountRefused
  | DecisionRefused
  | { readonly type: 'TooFewSigners'; readonly least: number };

/**
 * We bring hours along: opens what they come out of, signed by me and `others`. It counts at once where
 * `countsAtOnce` says so; else all are asked, which takes a voice. Should only the opening be
 * written, its page asks all.
 */
export async function bringAlong(
  place: Place,
  { others, total, why }: NewOpening,
): Promise<Result<AccountId, OpeningRefused>> {
  const { member } = place.membership;
  const signers = [member, ...others];
  const { least, threshold } = openingSigners;
  if (new Set(signers).size < least) return err({ type: 'TooFewSigners', least });
  if (!(total > 0 && total <= openingLimit)) return err({ type: 'Total' });
  const { ledger } = place.replica;
  const draft = { kind: 'opening', threshold, signers, total } as const;
  const decided = draftAccount(ledger, member, draft);
  if (!decided.ok) return decided;
  const atOnce = countsAtOnce(place);
  if (!atOnce && !hasVoice(place)) return err({ type: 'NoVoice' });
  const opened = await write(place, 'ledger', decided.value);
  if (!opened.ok) return opened;
  const account = opened.value.id as string as AccountId;
  if (atOnce) return ok(account);
  const asked = await askForOpening(place, account, why);
  return asked.ok ? ok(account) : asked;
}

/** What is brought along, and who signs beside me. */
export interface NewOpening {
  readonly others: readonly MemberId[];
  readonly total: Minutes;
  /** What is said to all of it; may be empty. */
  readonly why: string;
}

/** Asks all whether hours may come out of it. */
export const askForOpening = (
  place: Place,
  account: AccountId,
  why: string,
): Promise<Result<EntryId, DecisionRefused>> => askAll(place, matterOf(account), why);
