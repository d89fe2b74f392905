/** An event that remembers whether a listener has kept it from the others. */
class StoppableEvent extends Event {
  isStopped = false;

  override stopImmediatePropagation(): void {
    this.isStopped = true;
    super.stopImmediatePropagation();
  }
}

/**
 * An event target as browsers have it: listeners in order, then what was set as `on…`,
 * unless a listener stopped it. The library's own calls everybody, and its events cannot
 * be stopped; the guards of the mesh rest on both.
 */
export class Emitter extends EventTarget {
  protected emit(type: string, more: object = {}): void {
    const event = Object.assign(new StoppableEvent(type), more);
    this.dispatchEvent(event);
    const listener: unknown = Reflect.get(this, `on${type}`);
    if (!event.isStopped && typeof listener === 'function') listener.call(this, event);
  }
}
