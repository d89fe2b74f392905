import { afterEach } from 'vitest';
import { channelContract } from '../testing/channelContract.ts';
import { closeConnections, meet } from '../testing/rtcPair.ts';

afterEach(closeConnections);

channelContract('a channel over WebRTC', async () => {
  const [here, there] = await meet();
  return [here.channel, there.channel];
});
