/**
 * What a page's WebRTC connections carried, by their own `getStats`. A connection that
 * closes forgets its numbers, so the page is watched from its first script on:
 * `watchConnections` goes into its context, `linkTraffic` asks later.
 */
import type { BrowserContext, Page } from '@playwright/test';

declare global {
  interface Window {
    /** What each Link of this page has carried, in the order they were made. */
    linkTraffic?: LinkTraffic[];
  }
}

/** The Link's own data channel, beside y-webrtc's on the same connection (mesh M1). */
const linkChannel = { label: 'manyhands', dataChannelIdentifier: 100 };

/** https://w3c.github.io/webrtc-stats/#dcstats-dict* */
interface RTCDataChannelStats extends RTCStats {
  readonly label: string;
  readonly dataChannelIdentifier: number;
  readonly state: RTCDataChannelState;
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

/** What one connection's Link has carried: bytes of application messages. */
export interface LinkTraffic {
  isOpen: boolean;
  sent: number;
  received: number;
}

export async function watchConnections(context: BrowserContext): Promise<void> {
  await context.addInitScript(({ label, dataChannelIdentifier }) => {
    const traffic: LinkTraffic[] = [];
    window.linkTraffic = traffic;

    async function look(connection: RTCPeerConnection, link: LinkTraffic) {
      const report = await connection.getStats();
      const all = [...(report as unknown as Map<string, RTCDataChannelStats>).values()];
      const stats = all.find(
        (each) =>
          each.type === 'data-channel' &&
          each.label === label &&
          each.dataChannelIdentifier === dataChannelIdentifier,
      );
      // The last report of a connection that closed meanwhile still says "open".
      const isClosed = connection.connectionState === 'closed';
      link.isOpen = !isClosed && stats?.state === 'open';
      link.sent = Math.max(link.sent, stats?.bytesSent ?? 0);
      link.received = Math.max(link.received, stats?.bytesReceived ?? 0);
      if (!isClosed) setTimeout(() => void look(connection, link), 50);
    }

    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        const link = { isOpen: false, sent: 0, received: 0 };
        traffic.push(link);
        void look(this, link);
      }
    };
  }, linkChannel);
}

export const linkTraffic = (page: Page): Promise<LinkTraffic[]> =>
  page.evaluate(() => window.linkTraffic ?? []);

/** What crossed the links since `before`; one that has closed meanwhile counts nothing. */
export function crossedSince(
  before: readonly LinkTraffic[],
  after: readonly LinkTraffic[],
): { sent: number; received: number } {
  let [sent, received] = [0, 0];
  for (const [i, link] of after.entries()) {
    sent += Math.max(0, link.sent - (before[i]?.sent ?? 0));
    received += Math.max(0, link.received - (before[i]?.received ?? 0));
  }
  return { sent, received };
}
