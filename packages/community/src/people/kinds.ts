import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { ownCategories } from '@manyhands/ledger';
import type { CategoryName } from '@manyhands/ledger';
import type { ActRefused } from '../hours/index.ts';
import type { Place } from '../opened/index.ts';
import { replace, write } from '../opened/index.ts';

/** Bytes of UTF-8 in the name of a kind. */
export const kindLimit = 48;

/** Names one more kind of help for all; its number is by chance, so that two can at once. */
export async function nameKind(
  place: Place,
  name: string,
  parent: number | null,
): Promise<Result<number, ActRefused | { readonly type: 'KindsClosed' }>> {
  // What members decided, apps keep to; what was named before stays.
  if (place.replica.ledger.rule('areKindsOpen') === false) {
    return err({ type: 'KindsClosed' });
  }
  const taken = new Set(place.replica.board.categories().map(({ code }) => code));
  let code = randomCode(place);
  while (taken.has(code)) code = randomCode(place);
  const content = { type: 'category', code, rev: 0, parent, isShown: true } as const;
  const named = await write(place, 'board', { ...content, name: name.trim() });
  return named.ok ? ok(code) : named;
}

/** Renames, moves or hides a kind that I named; what it was before is erased. */
export async function changeKind(
  place: Place,
  code: number,
  change: Partial<Pick<CategoryName, 'name' | 'parent' | 'isShown'>>,
): Promise<Result<void, ActRefused>> {
  const { replica, membership } = place;
  const kind = replica.board.categories().find((each) => each.code === code);
  if (kind?.member !== membership.member) return err({ type: 'NotYours' });
  const older = replica.board
    .entriesOf(membership.member)
    .filter(({ content }) => content.type === 'category' && content.code === code);
  const { parent, isShown } = kind;
  const changed: CategoryName = {
    type: 'category',
    code,
    rev: kind.rev + 1,
    parent,
    isShown,
    ...change,
    name: (change.name ?? kind.name).trim(),
  };
  const written = await replace(place, changed, older);
  return written.ok ? ok(undefined) : written;
}

/** From 1,000 to 65,535, each as likely as the next. */
function randomCode(place: Place): number {
  const [high = 0, low = 0] = place.randomBytes(2);
  const number = high * 256 + low;
  return number >= ownCategories ? number : randomCode(place);
}
