import { err } from '@manyhands/base';
import type { Connector } from './connector.ts';

/** Whether this browser makes lines at all: some are told not to, and some never learned. */
export const hasWebRtc = (): boolean => typeof RTCPeerConnection !== 'undefined';

/**
 * The browser's WebRTC, whose code arrives when it is first needed; null where there is
 * none. Code that does not arrive makes nobody reachable, now.
 */
export function browserConnector(rtc: RTCConfiguration | undefined): Connector | null {
  if (!hasWebRtc()) return null;
  const load = async (): Promise<Connector> => {
    try {
      const { rtcConnector } = await import('./rtc/rtcConnector.ts');
      return rtcConnector(rtc);
    } catch {
      return nowhere;
    }
  };
  return {
    dial: async () => (await load()).dial(),
    answer: async (offer) => (await load()).answer(offer),
  };
}

const unreachable = () => Promise.resolve(err({ type: 'Unreachable' as const }));
const nowhere: Connector = { dial: unreachable, answer: unreachable };
