import type { Hex, MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { PlannedSession, SessionReminder } from '../sessionContent.ts';
import { NewestOf } from './newest.ts';
import type { NewestVersion } from './newest.ts';
import type { SessionsShown, ShownSession } from './views.ts';

/** Sessions by who organises them and their name, and how often they asked again (B25). */
export class SessionsHeld implements SessionsShown {
  readonly #plans = new NewestOf<PlannedSession>();
  readonly #reminders = new NewestOf<SessionReminder>();

  take(entry: Entry): void {
    const { content } = entry;
    if (content.type === 'session')
      this.#plans.take(nameOf(entry.log.member, content.session), content, entry);
    if (content.type === 'session.reminder')
      this.#reminders.take(nameOf(entry.log.member, content.session), content, entry);
  }

  clear(): void {
    this.#plans.clear();
    this.#reminders.clear();
  }

  all(): ShownSession[] {
    return this.#plans.all().map((each) => this.#shown(each));
  }

  get(organiser: MemberId, session: Hex): ShownSession | null {
    const held = this.#plans.get(nameOf(organiser, session));
    return held ? this.#shown(held) : null;
  }

  #shown({ content, entry }: NewestVersion<PlannedSession>): ShownSession {
    const organiser = entry.log.member;
    const asked = this.#reminders.get(nameOf(organiser, content.session));
    return { organiser, session: content, reminders: asked?.content.rev ?? 0, entry };
  }
}

const nameOf = (organiser: MemberId, session: Hex): string => `${organiser}/${session}`;
