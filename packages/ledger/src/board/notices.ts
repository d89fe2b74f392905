import { listUnder } from '@manyhands/base';
import type { EntryId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import { earliestFirst } from './earlier.ts';
import { openInvite, openPoster, thanksGiven } from './shown.ts';
import type { OpenInvite, OpenPoster, ThanksGiven } from './views.ts';

/** What stands for as long as its entry does: invites, posters, words of thanks. */
export class Notices {
  readonly #invites: OpenInvite[] = [];
  readonly #posters: OpenPoster[] = [];
  readonly #thanks = new Map<EntryId, ThanksGiven[]>();

  /** Takes what is of these kinds, and nothing else. */
  take(entry: Entry): void {
    const { content } = entry;
    switch (content.type) {
      case 'invite.open':
        this.#invites.push(openInvite(entry, content));
        break;
      case 'poster.open':
        this.#posters.push(openPoster(entry, content));
        break;
      case 'thanks':
        listUnder(this.#thanks, content.proposal, thanksGiven(entry, content));
        break;
      default:
        break;
    }
  }

  clear(): void {
    this.#invites.length = 0;
    this.#posters.length = 0;
    this.#thanks.clear();
  }

  openInvites(): OpenInvite[] {
    return this.#invites.toSorted(earliestFirst);
  }

  openPosters(): OpenPoster[] {
    return this.#posters.toSorted(earliestFirst);
  }

  thanksFor(proposal: EntryId): ThanksGiven[] {
    return (this.#thanks.get(proposal) ?? []).toSorted(earliestFirst);
  }
}
