import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { callerOf, whoseIs } from './addresses.ts';

const nobody = new Set<string>();

describe('[R9] whose a connection is', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7', '203.0.113'],
    ['::ffff:203.0.113.7', '203.0.113.7', '203.0.113'],
    ['::FFFF:cb00:7107', '203.0.113.7', '203.0.113'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0:0', '2001:db8:0'],
    ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0'],
    ['::1', '0:0:0:0', '0:0:0'],
    ['::', '0:0:0:0', '0:0:0'],
    ['', '', ''],
  ])('%s: address %s, block %s', (remote, address, block) => {
    expect(whoseIs(remote, nobody)).toEqual({ address, block, isProxy: false });
  });

  test('two spellings are one, two /64 and two /48 are two', () => {
    const [a, b, c, d] = [
      '2001:db8:1:2::1',
      '2001:db8:1:2::2',
      '2001:db8:1:3::1',
      '2001:db8:2:2::1',
    ].map((each) => whoseIs(each, nobody));
    expect(a).toEqual(b);
    expect([a?.address === c?.address, a?.block === c?.block]).toEqual([false, true]);
    expect(a?.block === d?.block).toBe(false);
  });
});

const asking = (remoteAddress: string, forwarded?: string | string[]) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('[R14] who asks through a proxy', () => {
  const proxies = new Set(['127.0.0.1', '10.0.0.2']);
  const addressOf = (request: IncomingMessage) => callerOf(request, proxies).address;

  test.each([
    ['one that is not ours is not believed', '203.0.113.9', '8.8.8.8', '203.0.113.9'],
    ['ours is', '127.0.0.1', '8.8.8.8', '8.8.8.8'],
    ['written as IPv6', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '8.8.8.8'],
    ['what the caller wrote is not', '127.0.0.1', '1.1.1.1, 8.8.8.8', '8.8.8.8'],
    ['of two of ours the first', '127.0.0.1', '1.1.1.1, 8.8.8.8, 10.0.0.2', '8.8.8.8'],
    ['with a port', '127.0.0.1', '8.8.8.8:443', '8.8.8.8'],
    ['with brackets', '127.0.0.1', '[2001:db8:1:2::1]:443', '2001:db8:1:2'],
    ['one that names nobody calls for itself', '127.0.0.1', '', '127.0.0.1'],
    ['nor does ours alone', '127.0.0.1', '10.0.0.2', '127.0.0.1'],
  ])('%s', (_, remote, forwarded, address) => {
    expect(addressOf(asking(remote, forwarded))).toBe(address);
  });

  test('several headers are read as one', () => {
    expect(addressOf(asking('127.0.0.1', ['1.1.1.1', '8.8.8.8']))).toBe('8.8.8.8');
  });

  test('without the header it is the proxy itself', () => {
    expect(callerOf(asking('127.0.0.1'), proxies)).toMatchObject({
      address: '127.0.0.1',
      isProxy: true,
    });
  });
});
