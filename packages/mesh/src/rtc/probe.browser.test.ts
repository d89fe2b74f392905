import { afterEach, describe, expect, test, vi } from 'vitest';
import { probeDirect } from './probe.ts';

const never = new AbortController().signal;
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('[M13] a line within this page', () => {
  test('stands, and its ways are told', async () => {
    const found = await probeDirect({ iceServers: [] }, never);
    expect(found).toMatchObject({ can: true, stood: true });
    expect([...found.ways]).toContain('host');
  });

  test('a way that is not there is waited for, and not for ever', async () => {
    const found = await probeDirect({ iceServers: [] }, never, 'relay');
    expect(found.stood).toBe(true);
    expect(found.ways.has('relay')).toBe(false);
  }, 20_000);

  test('does not stand where only a way that is not there may be used', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const probing = probeDirect({ iceTransportPolicy: 'relay' }, never);
    expect(vi.getTimerCount()).toBe(1);
    vi.runAllTimers();
    expect((await probing).stood).toBe(false);
  });

  test('where lines are switched off that is said', async () => {
    vi.stubGlobal('RTCPeerConnection', undefined);
    expect(await probeDirect({}, never)).toMatchObject({ can: false, stood: false });
  });

  test('a server that the browser refuses breaks nothing', async () => {
    const iceServers = [{ urls: 'turn:turn.example' }];
    expect(await probeDirect({ iceServers }, never)).toMatchObject({ stood: false });
  });

  test('ends when it is told to', async () => {
    // So that nothing but the signal ends it.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const ended = new AbortController();
    const probing = probeDirect({ iceTransportPolicy: 'relay' }, ended.signal);
    ended.abort();
    expect((await probing).stood).toBe(false);
    const late = await probeDirect({ iceTransportPolicy: 'relay' }, ended.signal);
    expect(late.stood).toBe(false);
  });
});
