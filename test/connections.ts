/**
 * What a page's WebRTC connections carried. The page has to be watched from its first
 * script on: `watchConnections` goes into its context, `linkTraffic` asks later.
 */
import type { BrowserContext, Page } from '@playwright/test';

declare global {
  interface Window {
    /** Every connection this page has made since it was loaded. */
    connections?: RTCPeerConnection[];
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
  readonly isOpen: boolean;
  readonly sent: number;
  readonly received: number;
}

export async function watchConnections(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const connections: RTCPeerConnection[] = [];
    window.connections = connections;
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    };
  });
}

/** By the page's connections, in the order in which it made them. */
export function linkTraffic(page: Page): Promise<LinkTraffic[]> {
  return page.evaluate(
    ({ label, dataChannelIdentifier }) =>
      Promise.all(
        (window.connections ?? []).map(async (connection) => {
          const report = await connection.getStats();
          const all = [
            ...(report as unknown as Map<string, RTCDataChannelStats>).values(),
          ];
          const link = all.find(
            (stats) =>
              stats.type === 'data-channel' &&
              stats.label === label &&
              stats.dataChannelIdentifier === dataChannelIdentifier,
          );
          return {
            isOpen: link?.state === 'open',
            sent: link?.bytesSent ?? 0,
            received: link?.bytesReceived ?? 0,
          };
        }),
      ),
    linkChannel,
  );
}

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
