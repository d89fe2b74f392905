import { err, ok } from '@manyhands/base';
import type { CommunityId } from '@manyhands/base';
import { malformed } from '@manyhands/codec';
import { PairingCodes, readConnectionCode, shortOf } from '@manyhands/mesh';
import type { Mesh, PairingFailed, ShownCode } from '@manyhands/mesh';
import type {
  FirstPairCode,
  PairCodes,
  PairRefused,
  ShownPairCode,
} from '@manyhands/community/opened';
import { nowInMinutes } from './clock.ts';

/** The codes by which this phone links with one beside it, over its own mesh. */
export function pairCodesOf(
  mesh: Mesh,
  { community, rtc }: { community: CommunityId; rtc: RTCConfiguration },
): PairCodes & { readonly close: () => void } {
  const pairing = new PairingCodes({ community, mesh, rtc, now: nowInMinutes });
  const shown = new Set<ShownCode>();
  return {
    async show() {
      const first = await pairing.show();
      if (!first.ok) return first;
      shown.add(first.value);
      const accept: FirstPairCode['accept'] = (answer) => first.value.accept(answer);
      return ok({ ...shownOf(first.value), accept });
    },
    read(text) {
      const code = readConnectionCode(text);
      if (!code.ok) return code;
      const isOurs = code.value.community === shortOf(community);
      return isOurs ? code : err({ type: 'AnotherCommunity' });
    },
    async answer(first) {
      if (first.answers !== null) return err(malformed('an answer'));
      const second = await pairing.answer(first);
      if (!second.ok) return second;
      shown.add(second.value);
      return ok(shownOf(second.value));
    },
    close() {
      for (const each of shown) each.cancel();
    },
  };
}

const shownOf = (code: ShownCode): ShownPairCode => ({
  text: code.text,
  linked: code.linked.then((link) =>
    link.ok ? ok(link.value.peer.member) : err(refusalOf(link.error)),
  ),
  cancel: () => code.cancel(),
});

function refusalOf({ type }: PairingFailed): PairRefused {
  switch (type) {
    case 'Oneself':
      return { type };
    case 'Refused':
    case 'Refuses':
    case 'Banned':
    case 'SomebodyElse':
    case 'OtherVersion':
      return { type: 'NotLetIn' };
    default:
      return { type: 'NoConnection' };
  }
}
