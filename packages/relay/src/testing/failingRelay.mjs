// A relay as `npm run relay` starts it, in which something goes wrong whenever its parent says
// how: it is thrown, or rejected and waited for by nobody.
import { startRelayHere } from '../../../../scripts/relay.mjs';

const relay = await startRelayHere({ port: 0, strict: true, app: false });
process.on('message', (how) => {
  if (how === 'well?') {
    process.send?.('well');
    return;
  }
  const bug = new Error(`Bug: ${String(how)} at 10.1.2.3 in ${'ab'.repeat(32)}`);
  if (how === 'thrown') throw bug;
  void Promise.reject(bug);
});
process.send?.(relay.port);
