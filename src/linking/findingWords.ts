import type { Finding } from '@manyhands/community/opened';
import { later } from '../words/later.ts';

/** A finding as a line: whether it is well, what was found, what to try. */
export interface FindingLine {
  readonly mood: 'good' | 'fair' | 'bad';
  readonly what: string;
  readonly todo?: string;
}

export function lineOf(finding: Finding): FindingLine {
  const { check } = later();
  switch (finding.topic) {
    case 'app':
      return check.app[finding.found];
    case 'storage':
      return check.storage[finding.found];
    case 'network':
      return check.network[finding.found];
    case 'direct':
      return check.direct[finding.found];
    case 'relay':
      return check.relay[finding.found](finding.host);
    case 'stun':
    case 'turn':
      return check[finding.topic][finding.found](finding.host);
  }
}

/** Who is online with me now, which nobody has to be asked about. */
export const othersLine = (count: number): FindingLine =>
  count > 0 ? later().check.others.some(count) : later().check.others.none;

/** All of it as a text to send to whoever helps. */
export const textOf = (lines: readonly FindingLine[], version: string): string =>
  [
    later().check.copyHead(version),
    ...lines.map(({ mood, what }) => `${later().check.moods[mood]}: ${what}`),
  ].join('\n');
