import { ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { replace } from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';

/** Whether I let those write to me first with whom I share nothing: so it is at first. */
export const mayStrangersWrite = ({ replica, membership }: Place): boolean =>
  replica.board.mayStrangersWrite(membership.member);

/**
 * Says so for all to read. No phone shows me words of theirs from then on, unless I have said a
 * word to them; who shares something with me, or has an answer of mine, writes on.
 */
export async function letStrangersWrite(
  place: Place,
  mayWrite: boolean,
): Promise<Result<void, WriteRefused>> {
  if (mayStrangersWrite(place) === mayWrite) return ok(undefined);
  const older = place.replica.board
    .entriesOf(place.membership.member)
    .flatMap((entry) =>
      entry.content.type === 'strangers' ? [{ entry, rev: entry.content.rev }] : [],
    );
  const rev = Math.max(-1, ...older.map((each) => each.rev)) + 1;
  const said = await replace(
    place,
    { type: 'strangers', rev, mayWrite },
    older.map(({ entry }) => entry),
  );
  return said.ok ? ok(undefined) : said;
}
