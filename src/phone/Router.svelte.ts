import { Depths } from './Depths.ts';
import { hashOf, readRoute } from './route.ts';
import type { Route } from './route.ts';

/** The address bar as state: going somewhere is writing a hash, the back button works. */
export class Router {
  #route = $state.raw<Route>(readRoute(location.hash));

  readonly #depths = new Depths();

  constructor() {
    addEventListener('hashchange', () => {
      this.#depths.moved();
      this.#route = readRoute(location.hash);
    });
  }

  get route(): Route {
    return this.#route;
  }

  /** Whether the app was opened by its own address, with no place in it named. */
  get isBare(): boolean {
    return this.#route.name === 'welcome' && location.hash === '';
  }

  go(route: Route): void {
    location.hash = hashOf(route);
  }

  /** Writes down where a reload leads, and stays where it is. */
  remember(route: Route): void {
    history.replaceState(history.state, '', hashOf(route));
  }

  /** Goes on without leaving a step to come back to: after a form that is done. */
  replace(route: Route): void {
    history.replaceState(history.state, '', hashOf(route));
    this.#depths.begin();
    this.#route = route;
  }
}
