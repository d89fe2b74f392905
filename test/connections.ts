/**
 * What a page's links carried, counted where they are made: a connection that has closed
 * tells nothing any more, so the page is watched from its first script on.
 * `watchConnections` goes into its context, `linkTraffic` asks later.
 */
import type { BrowserContext, Page } from '@playwright/test';

declare global {
  interface Window {
    /** What each Link of this page has carried, in the order they were made. */
    linkTraffic?: LinkTraffic[];
  }
}

/** The Link's own data channel, beside y-webrtc's on the same connection (mesh/M1). */
const linkChannel = 'manyhands';

/** What one connection's Link has carried: bytes of application messages. */
export interface LinkTraffic {
  readonly isOpen: boolean;
  readonly sent: number;
  readonly received: number;
}

export async function watchConnections(context: BrowserContext): Promise<void> {
  await context.addInitScript((linkChannel) => {
    const traffic: LinkTraffic[] = [];
    window.linkTraffic = traffic;

    function watch(channel: RTCDataChannel): void {
      const link = {
        sent: 0,
        received: 0,
        get isOpen() {
          return channel.readyState === 'open';
        },
      };
      traffic.push(link);
      channel.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
        link.received += data.byteLength;
      });
      const send = channel.send.bind(channel);
      Object.assign(channel, {
        send(data: ArrayBufferView<ArrayBuffer>) {
          send(data);
          link.sent += data.byteLength;
        },
      });
    }

    window.RTCPeerConnection = class extends RTCPeerConnection {
      override createDataChannel(
        label: string,
        init?: RTCDataChannelInit,
      ): RTCDataChannel {
        const channel = super.createDataChannel(label, init);
        if (label === linkChannel) watch(channel);
        return channel;
      }
    };
  }, linkChannel);
}

/** Takes WebRTC away from a context, as from iOS in lockdown mode, before any script of the page. */
export const withoutLines = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection'])
      Reflect.deleteProperty(window, name);
  });

export const linkTraffic = (page: Page): Promise<LinkTraffic[]> =>
  page.evaluate(() => (window.linkTraffic ?? []).map((link) => ({ ...link })));

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
