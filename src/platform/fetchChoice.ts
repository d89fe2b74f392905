import { encodeAs, integer, tuple } from '@manyhands/codec';
import type { HeldBack, Mesh, PullMode } from '@manyhands/mesh';
import type { Notes } from '@manyhands/replica';
import type { Fetching } from '@manyhands/community/opened';
import { readNoteAs } from '@manyhands/community/opened';
import { mayCost, onLineChange } from './line.ts';

const wordShape = tuple({ isLater: integer(0, 1) });
const name = 'fetch';

/**
 * Whether a large pull waits: by what somebody has said of it, until it is here, and before
 * that by what the line is like.
 */
export class FetchChoice implements Fetching {
  readonly #notes: Notes;
  readonly #tell: () => void;
  #word: 'now' | 'later' | null = null;
  #mesh: Mesh | null = null;

  constructor(notes: Notes, tell: () => void) {
    this.#notes = notes;
    this.#tell = tell;
  }

  get heldBack(): HeldBack | null {
    return this.#mesh?.pull.heldBack ?? null;
  }

  get isLater(): boolean {
    return this.#word === 'later';
  }

  get mode(): PullMode {
    if (this.#word !== null) return this.#word === 'now' ? 'free' : 'later';
    return mayCost() ? 'asking' : 'free';
  }

  now(): void {
    this.#say('now');
  }

  later(): void {
    this.#say('later');
  }

  /** What was said before this page. */
  async remember(): Promise<void> {
    const kept = await readNoteAs(this.#notes, name, wordShape, { bytes: 8, depth: 1 });
    if (!kept.ok || !kept.value) return;
    this.#word ??= kept.value.isLater === 1 ? 'later' : 'now';
  }

  /** From now on this is what the mesh keeps to. Returns its end. */
  follow(mesh: Mesh): () => void {
    this.#mesh = mesh;
    const apply = () => mesh.pull.setMode(this.mode);
    apply();
    const stopListening = mesh.subscribe((news) => {
      const isHere = news.type === 'progress' && news.progress === null;
      if (isHere && mesh.pull.heldBack === null && mesh.isQuiet) this.#forget(apply);
    });
    const stopWatching = onLineChange(() => {
      apply();
      this.#tell();
    });
    return () => {
      stopListening();
      stopWatching();
    };
  }

  #say(word: 'now' | 'later'): void {
    this.#word = word;
    const isLater = word === 'later' ? 1 : 0;
    void this.#notes.put(name, encodeAs(wordShape, { isLater }));
    this.#mesh?.pull.setMode(this.mode);
    this.#tell();
  }

  /** All of it has come: the next time somebody is asked anew. */
  #forget(apply: () => void): void {
    if (this.#word === null) return;
    this.#word = null;
    void this.#notes.delete(name);
    apply();
    this.#tell();
  }
}
