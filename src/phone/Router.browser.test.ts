import { expect, test } from 'vitest';
import { hashOf } from './route.ts';
import { Router } from './Router.svelte.ts';

const welcome = { name: 'welcome' } as const;
const paste = { name: 'paste' } as const;
const lost = { name: 'lost' } as const;

const moved = (): Promise<unknown> =>
  new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));

test.each(['go', 'replace'] as const)(
  'whoever is still there when it is done is led on (%s)',
  async (way) => {
    const router = new Router();
    router.replace(welcome);
    const onward = router.fromHere();
    router.remember(paste);
    const isOn = way === 'go' ? moved() : null;
    onward[way](lost);
    await isOn;
    expect(router.route).toEqual(lost);
    expect(location.hash).toBe(hashOf(lost));
  },
);

test.each(['go', 'replace'] as const)(
  'whoever has left meanwhile stays where they are, and their address too (%s)',
  async (way) => {
    const router = new Router();
    router.replace(welcome);
    const onward = router.fromHere();
    const hasLeft = moved();
    router.go(paste);
    await hasLeft;
    onward[way](lost);
    expect(router.route).toEqual(paste);
    expect(location.hash).toBe(hashOf(paste));
    // Who came back looks at another screen than the one that was left.
    const isBack = moved();
    history.back();
    await isBack;
    onward[way](lost);
    expect(router.route).toEqual(welcome);
  },
);
