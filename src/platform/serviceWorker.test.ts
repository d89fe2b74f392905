import { expect, test } from 'vitest';
import { watchUpdates } from './serviceWorker.ts';

/** A worker, whose state is told when the browser gets round to it. */
class Worker extends EventTarget {
  state: ServiceWorkerState = 'installing';

  tells(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

/** What a browser says of its workers, in whatever order; no engine can be made to choose one. */
class Browser {
  readonly registration = Object.assign(new EventTarget(), {
    installing: null as Worker | null,
    waiting: null as Worker | null,
    active: null as Worker | null,
  });
  readonly container = Object.assign(new EventTarget(), {
    controller: null as Worker | null,
  });
  readonly told: string[] = [];

  opens(): void {
    const updates = watchUpdates(
      this.registration as unknown as ServiceWorkerRegistration,
      this.container as unknown as ServiceWorkerContainer,
    );
    updates.onReady(() => this.told.push('ready'));
    updates.onTaken(() => this.told.push('taken'));
  }

  finds(worker: Worker): void {
    this.registration.installing = worker;
    this.registration.dispatchEvent(new Event('updatefound'));
  }

  controls(worker: Worker): void {
    Object.assign(this.registration, {
      installing: null,
      waiting: null,
      active: worker,
    });
    this.container.controller = worker;
    this.container.dispatchEvent(new Event('controllerchange'));
  }
}

test('the first visit tells of no new version, in the order of Chromium', () => {
  const browser = new Browser();
  const first = new Worker();
  browser.registration.installing = first;
  browser.opens();
  browser.finds(first);
  first.tells('installed');
  first.tells('activating');
  browser.controls(first);
  first.tells('activated');
  expect(browser.told).toEqual([]);
});

test('nor where installing is told of after the page is controlled, as in WebKit', () => {
  const browser = new Browser();
  const first = new Worker();
  browser.registration.installing = first;
  browser.opens();
  browser.controls(first);
  first.tells('installed');
  first.tells('activated');
  expect(browser.told).toEqual([]);
});

test('nor where the page controlled is heard of before what the registration holds', () => {
  const browser = new Browser();
  const first = new Worker();
  browser.registration.waiting = first;
  browser.opens();
  browser.container.controller = first;
  first.tells('installed');
  expect(browser.told).toEqual([]);
});

test('a newer one is told of, on that same first page and on later ones', () => {
  const browser = new Browser();
  const [first, second] = [new Worker(), new Worker()];
  browser.registration.installing = first;
  browser.opens();
  browser.controls(first);
  first.tells('installed');
  browser.finds(second);
  second.tells('installed');
  expect(browser.told).toEqual(['ready']);

  const later = new Browser();
  later.controls(first);
  later.registration.waiting = second;
  later.opens();
  expect(later.told).toEqual(['ready']);
  later.controls(second);
  expect(later.told).toEqual(['ready', 'taken']);
});
