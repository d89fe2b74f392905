import { Depths } from './Depths.ts';
import { hashOf, readRoute } from './route.ts';
import type { Route } from './route.ts';

/** The address bar as state: going somewhere is writing a hash, the back button works. */
export class Router {
  #route = $state.raw<Route>(readRoute(location.hash));
  #cameFrom = $state.raw<Route | null>(readCameFrom());

  readonly #depths = new Depths();

  /** It follows the address bar until the signal says that it is over. */
  constructor(signal = new AbortController().signal) {
    const follow = () => {
      keepCameFrom(this.#route);
      this.#cameFrom = readCameFrom();
      this.#depths.moved();
      this.#route = readRoute(location.hash);
    };
    addEventListener('hashchange', follow, { signal });
  }

  get route(): Route {
    return this.#route;
  }

  /** The screen of a community that led to this one when it was first come to. */
  get cameFrom(): Route | null {
    return this.#cameFrom;
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

  /**
   * The ways on from the screen that is there now; asked for before what takes its time, as
   * a signature. Whoever has left meanwhile is not drawn away from where they are, and their
   * address stays.
   */
  fromHere(): Onward {
    const here = this.#route;
    const isHere = () => this.#route === here;
    return {
      go: (route) => {
        if (isHere()) this.go(route);
      },
      replace: (route) => {
        if (isHere()) this.replace(route);
      },
      remember: (route) => {
        if (isHere()) this.remember(route);
      },
    };
  }
}

/** The ways on from one screen. */
export type Onward = Pick<Router, 'go' | 'remember' | 'replace'>;

/** What each entry of the browser's history keeps, also over a reload. */
interface Step {
  readonly step?: string;
  readonly from?: string;
}

/** Written once, on the way there: a step come back to has its own. */
function keepCameFrom(route: Route): void {
  const state = history.state as Step | null;
  // What a link that somebody gave leads to may be secret, and is kept nowhere.
  if (state?.step !== undefined || !('place' in route)) return;
  history.replaceState({ ...state, from: hashOf(route) }, '');
}

function readCameFrom(): Route | null {
  const { from } = (history.state ?? {}) as Step;
  return from === undefined ? null : readRoute(from);
}
