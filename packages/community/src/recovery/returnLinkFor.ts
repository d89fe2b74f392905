import type { MemberId } from '@manyhands/base';
import { utf8Bytes } from '@manyhands/codec';
import { encodeReturnLink, guardianNameBytes } from '@manyhands/ledger';
import { lobbyAddressOf } from '../admission/index.ts';
import type { Place } from '../opened/index.ts';

/**
 * The link that any member can show to one who has lost everything; null before anybody
 * has let this phone in. It holds the other's hours, for them to see and nobody else here.
 */
export function returnLinkFor(place: Place, member: MemberId): string | null {
  const address = lobbyAddressOf(place);
  if (!address) return null;
  const { ledger, board } = place.replica;
  const called = (id: MemberId) => board.profileOf(id)?.name ?? '';
  const { g, guardians } = ledger.identityOf(member);
  return encodeReturnLink({
    ...address,
    member,
    called: called(member),
    minutes: ledger.hidesSumsOf(member) ? null : ledger.balanceOf(member),
    g,
    guardians: guardians
      .map((each) => beginningOf(called(each), guardianNameBytes))
      .sort((a, b) => a.localeCompare(b)),
  });
}

/** As much of a text as fits, whole letters alone. */
function beginningOf(text: string, bytes: number): string {
  let fits = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (utf8Bytes(fits + segment).length > bytes) break;
    fits += segment;
  }
  return fits;
}
