import type { EntryId, MemberId, Minutes } from '@manyhands/base';
import type { DecidedCircle, Matter, MemberStanding } from '@manyhands/ledger';
import { askAll, sayIKnow, sayTo } from '../decisions/acts.ts';
import { decisionNotebookOf } from '../decisions/notebook.ts';
import { done } from './results.ts';
import type { Village } from './village.ts';

type Street = Pick<Village, 'admit' | 'memberOf' | 'placeOf' | 'goTo' | 'clock'>;

/** Biel and Carme come in, and Ana says that she knows them: three have a say, Didac none. */
export async function threeVoices(village: Street): Promise<void> {
  for (const name of ['Biel', 'Carme', 'Didac']) {
    await village.admit(name, { by: 'Ana' });
  }
  for (const name of ['Biel', 'Carme']) {
    done(await sayIKnow(village.placeOf('Ana'), village.memberOf(name)));
  }
}

/** `who` asks all. */
export const asksAll = async (
  village: Street,
  who: string,
  matter: Matter,
  text = '',
): Promise<EntryId> => done(await askAll(village.placeOf(who), matter, text));

export async function says(
  village: Street,
  who: string,
  motion: EntryId,
  yes = true,
): Promise<void> {
  done(await sayTo(village.placeOf(who), motion, yes));
}

/** Everybody's phone looks, as it does by itself while a place is open. */
export async function look(
  village: Street,
  ...names: readonly string[]
): Promise<void> {
  for (const name of names) await decisionNotebookOf(village.placeOf(name)).look();
}

export const limitMatter = (minutes: number): Matter => ({
  about: 'rule',
  key: 'limit',
  account: null,
  value: minutes as Minutes,
});

export const wordsMatter = (value: string): Matter => ({
  about: 'rule',
  key: 'words',
  account: null,
  value,
});

export const circleMatter = (
  threshold: number,
  members: readonly MemberId[],
): Matter => ({
  about: 'rule',
  key: 'circle',
  account: null,
  value: { threshold, members: [...members].sort() } satisfies DecidedCircle,
});

export const aboutPerson = (member: MemberId, standing: MemberStanding): Matter => ({
  about: 'member',
  member,
  standing,
});
