/** What a connection check found out about one thing. `hard`: without it little works. */
export type Finding =
  | { readonly topic: 'app'; readonly found: 'ready' | 'notYet' | 'cannot' }
  | {
      readonly topic: 'storage';
      readonly found: 'promised' | 'notPromised' | 'unknown';
    }
  | { readonly topic: 'network'; readonly found: 'online' | 'offline' }
  | {
      readonly topic: 'relay';
      readonly host: string;
      readonly found: 'answers' | 'silent' | 'blocked';
    }
  | { readonly topic: 'direct'; readonly found: 'works' | 'fails' | 'cannot' }
  | {
      readonly topic: 'stun' | 'turn';
      readonly host: string;
      readonly found: 'works' | 'fails';
    };

/** One thing that can be tried. It takes some seconds at most, and ends when told to. */
export type Check = (signal: AbortSignal) => Promise<Finding>;
