/**
 * What the oracle says of single devices (ledger/L12): where each of their logs ends, who is out
 * and who speaks, and whose logs there is a reason to keep (replica/A15). Without packages/ledger.
 */
import type { RawCharter } from './rawEntries.ts';
import { wasClaimed } from './rawIdentities.ts';
import { rawOwnersOf } from './rawLines.ts';
import { lastsIn } from './rawStanding.ts';
import type { RawStanding } from './rawStanding.ts';
import type { RawAttestation, Statements } from './rawStatements.ts';

export interface DeviceTruth {
  readonly member: string;
  readonly device: string;
  readonly role: number;
  /** Where the member's identity ends its logs; null for nowhere. */
  readonly ends: { readonly ledger: number | null; readonly board: number | null };
  readonly isOut: boolean;
  readonly speaks: boolean;
}

const never = Number.POSITIVE_INFINITY;

/** Every device that stands. */
export function rawDevicesIn(
  standing: RawStanding,
  written: ReadonlySet<string>,
): DeviceTruth[] {
  const { roles, ends } = standing;
  return [...roles].map(([name, role]) => {
    const [member, device] = [name.slice(0, 64), name.slice(64)];
    const owners =
      role === 2 ? rawOwnersOf({ member, device }, { roles, written }) : [];
    const behind = [name, ...owners.map((owner) => owner + device)];
    const shown = (end = never): number | null => (end === never ? null : end);
    return {
      member,
      device,
      role,
      ends: {
        ledger: shown(ends.ledger.get(name)),
        board: shown(ends.board.get(name)),
      },
      isOut: behind.some((each) => isEnded(each, standing)),
      speaks: behind.every((each) => shown(ends.ledger.get(each)) === null),
    };
  });
}

/** Whether the newest counted identity itself ends it, and not only a rival of the next. */
function isEnded(name: string, { chains, sure }: RawStanding): boolean {
  const chain = chains.get(name.slice(0, 64));
  if (chain === undefined) return false;
  const listed = chain.newest.devices.find(({ device }) => device === name.slice(64));
  if (listed !== undefined) return listed.ledgerCut !== null;
  return !chain.isContested && !lastsIn(chain, sure.get(name) ?? []);
}

/**
 * Whose logs may be kept: who founded, whom a claimed key certifies, and whom a device
 * that is one of these adds, wherever that stands. What they may say is another question.
 */
export function keptIn(
  charter: RawCharter | null,
  said: Statements,
  factRoles: RawStanding['factRoles'],
): Set<string> {
  const kept = new Set<string>(charter ? [charter.founder + charter.device] : []);
  const isReason = ({ member, version, key, by }: RawAttestation): boolean =>
    key === null
      ? kept.has(by.member + by.device)
      : wasClaimed(said, factRoles, { member, version, key });
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const attestation of said.attestations) {
      if (isReason(attestation)) kept.add(attestation.member + attestation.device);
    }
  }
  return kept;
}
