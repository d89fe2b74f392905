/** Whether the honest phones of a world hold the same, and what they differ in. */
import type { MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Replica } from '@manyhands/replica';
import type { SimPhone } from './phone.ts';
import { gatheredIn } from './ours/gathered.ts';
import { isObservedSigned } from './observed.ts';
import type { World } from './world.ts';

/** Phones that belong to the community by the word of any of them, and are heard. */
export const honestPhones = (world: World): SimPhone[] => belonging(world, 'speaks');

/**
 * `speaks`: no word of any of them ends it. `silenced`: a rival's claim does, while nobody
 * can say whose counts (ledger/L12, T13). It is linked with like any other; but what it alone knows from
 * beyond its end it can write nowhere, and others never hear of it.
 */
function belonging(world: World, as: 'speaks' | 'silenced'): SimPhone[] {
  const phones = world.honestPhones().filter(({ hasLived }) => hasLived);
  const ledgers = phones.flatMap(({ running }) => running?.replica.ledger ?? []);
  return phones.filter(({ soul: { member }, device }) => {
    if (isLetGo(phones, member)) return false;
    const heard = ledgers.filter((ledger) => ledger.hasStanding(member, device));
    if (heard.length === 0 || heard.some((ledger) => ledger.isOut(member, device)))
      return false;
    return heard.every((ledger) => ledger.speaks(member, device)) === (as === 'speaks');
  });
}

/** Whether it is decided of somebody that they leave, or a phone refuses them as their guest. */
export const isLetGo = (phones: readonly SimPhone[], member: MemberId): boolean =>
  phones.some(
    ({ running }) =>
      running !== null &&
      running.lettingGo !== null &&
      (running.replica.ledger.standingOf(member) === 'removed' ||
        running.lettingGo.isRemoved(member)),
  );

/** In what honest phones differ, or what they still owe; null when they agree. */
export function differencesOf(world: World): string | null {
  const phones = honestPhones(world);
  // They have all let each other go, or are ended: nobody is left to agree with anybody.
  if (phones.length === 0) return null;
  const spent = phones.filter(mayRenew);
  if (spent.length > 0) return `still spent: ${namesOf(spent)}`;
  const states = new Map<string, SimPhone[]>();
  const plain = phones.find((phone) => !showsAlone(phone)) ?? null;
  for (const phone of phones) {
    const state = agreedStateOf(phone, showsAlone(phone) ? plain : phone);
    states.set(state, [...(states.get(state) ?? []), phone]);
  }
  if (states.size === 1 && !states.has('off'))
    return (
      hoursToCarry(phones) ??
      missedBy(belonging(world, 'silenced'), phones) ??
      dueToRemovals(phones)
    );
  return [...states]
    .map(([state, [first, ...others]]) => {
      if (first === undefined) return state;
      return `${namesOf([first, ...others])}: ${state} ${detachedIn(world, first)}`;
    })
    .join(' | ');
}

/**
 * What every phone does once the days are over after which it acts on a removal (community/C24, mesh/M12):
 * it refuses whom it is decided of, and all come to one secret, of as many removals as there are.
 */
function dueToRemovals(phones: readonly SimPhone[]): string | null {
  const isActing = phones.filter(({ running }) => running?.lettingGo != null);
  const secrets = new Set(
    isActing.map(({ secret }) => secret && `${secret.epoch} ${toHex(secret.secret)}`),
  );
  if (secrets.size > 1) return `secrets differ: ${[...secrets].join(', ')}`;
  for (const { name, running, secret } of isActing) {
    if (running === null) continue;
    const { ledger } = running.replica;
    const toLeave = ledger
      .members()
      .map(({ member }) => member)
      .filter((member) => ledger.standingOf(member) === 'removed');
    const spared = toLeave.find(
      (member) => running.lettingGo?.isRemoved(member) !== true,
    );
    if (spared !== undefined) return `${name} does not act on a removal yet`;
    const isLinked = running.mesh
      .peers()
      .some(({ member }) => toLeave.includes(member));
    if (isLinked) return `${name} is linked with somebody who was let go`;
    if (toLeave.length > 0 && secret?.epoch !== ledger.removals())
      return `${name} holds a secret of epoch ${secret?.epoch}, not ${ledger.removals()}`;
  }
  return null;
}

/** Hours that two had signed, beyond a cut, that somebody could carry and nobody has (ledger/L9). */
function hoursToCarry(phones: readonly SimPhone[]): string | null {
  for (const { name, running } of phones) {
    const due = (running?.replica.ledger.unwitnessed() ?? [])
      .map((id) => running?.replica.entry(id))
      .filter((act) => act != null && isObservedSigned(act));
    if (due.length > 0) return `${name} knows of ${due.length} acts nobody carried`;
  }
  return null;
}

/** What everybody has they have too. */
function missedBy(
  silenced: readonly SimPhone[],
  phones: readonly SimPhone[],
): string | null {
  const digest = phones[0]?.running?.replica.digest();
  const behind = silenced.filter(({ running }) => running?.replica.digest() !== digest);
  return behind.length > 0 ? `not heard, and behind: ${namesOf(behind)}` : null;
}

const namesOf = (phones: readonly SimPhone[]): string =>
  phones.map(({ name }) => name).join(', ');

/** Enough of everything that must be equal. `shown`: whose board stands for this one's. */
export function agreedStateOf(phone: SimPhone, shown: SimPhone | null = phone): string {
  const { running } = phone;
  if (running === null) return 'off';
  const { replica } = running;
  const { ledger, board } = replica;
  const hashes = [replica.digest(), ledger.stateHash(), board.boardHash()];
  const said = shown?.running ? boardOf(shown.running.replica) : 'alone';
  const parts = [...hashes, said, restsOf(replica), sharedOf(replica)];
  return parts.map((part) => part.slice(0, 8)).join(' ');
}

/**
 * Of a board it has an entry without its chain: what that says is shown here and nowhere
 * else, since nobody carries it (decision 0010). Whoever wrote it has forgotten it, or keeps
 * its chain back: else the digests would differ.
 */
const showsAlone = ({ running }: SimPhone): boolean =>
  [...(running?.replica.detached() ?? [])].some(
    ({ log, content }) => log.kind === 'board' && content.type !== 'erase',
  );

/** What a replica holds without its chain: the usual reason why two differ. */
function detachedIn(world: World, { running }: SimPhone): string {
  const nameOf = (device: string): string =>
    world.phones.find((phone) => phone.device === device)?.name ?? 'a puppet';
  const detached = [...(running?.replica.detached() ?? [])].map(
    ({ log, seq, content }) =>
      `${nameOf(log.device)}/${log.kind}/${seq}/${content.type}`,
  );
  return detached.length > 0 ? `(detached: ${detached.join(' ')})` : '';
}

/** All that a board says, in few letters. */
function boardOf(replica: Replica): string {
  const { board, ledger } = replica;
  const profiles = ledger.members().map(({ member }) => board.profileOf(member));
  const invites = board.openInvites().map(({ entry }) => entry.id);
  const thanks = [...ledger.transfers()].map(
    ({ proposal }) => board.thanksFor(proposal).length,
  );
  const said = [profiles, invites, thanks.sort((a, b) => a - b)];
  const accounts = ledger.accounts().map(({ account }) => board.accountCard(account));
  // Of a spoilt copy the bytes are others, and the words the same.
  const words = ledger
    .motions()
    .flatMap(({ motion }) => board.wordsAbout(motion))
    .map(({ member, text, entry }) => [member, text, entry.id]);
  const shared = [...accounts, ...words, ...gatheredIn(replica)].filter(
    (each) => each !== null,
  );
  return inFewLetters(shared.length > 0 ? [...said, shared] : said);
}

/**
 * Which transfers are said to rest on a witness. No hash has it: a yes that came alone may
 * show otherwise, until whoever holds it has carried it (decision 0010).
 */
function restsOf({ ledger }: Replica): string {
  const carried = [...ledger.transfers()].filter(
    ({ status, rests }) => status === 'exists' && rests === 'witness',
  );
  return inFewLetters(carried.map((each) => `${each.proposal}/${each.party}`).sort());
}

/**
 * How many are asked on each motion, and what is marked: no hash has it either, and a vouch from
 * beyond a cut moves the first until whoever holds it has said it again.
 */
function sharedOf({ ledger }: Replica): string {
  const motions = ledger.motions();
  if (motions.length === 0 && ledger.accounts().length === 0) return '';
  const asked = motions.map(({ motion, of }) => [motion, of]);
  const marks = [...ledger.transfers()]
    .filter(({ mark }) => mark !== null)
    .map(({ proposal, party, mark }) => `${proposal}/${party}/${mark}`);
  return inFewLetters([asked, marks.sort()]);
}

function inFewLetters(value: unknown): string {
  let hash = 0;
  for (const letter of JSON.stringify(value)) {
    hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  }
  return (hash >>> 0).toString(16);
}

/**
 * Fell silent, and can begin anew: not whose words somebody else has spoken with last, or
 * against them. With another key than the one that counts a device ends as it is named (ledger/L12).
 */
export function mayRenew({ isSpent, running, soul }: SimPhone): boolean {
  const ledger = running?.replica.ledger;
  if (!isSpent || ledger?.isContested(soul.member) === true) return false;
  return (ledger?.identityOf(soul.member).version ?? 0) <= (soul.later?.version ?? 0);
}
