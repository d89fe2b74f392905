import { keepChoice, readChoice } from '../phone/keptChoice.ts';

/**
 * Whether this phone says something when it is in a pocket. Off until somebody switches
 * it on; the browser is asked for leave then and never before.
 */
class TellMe {
  #isWanted = $state(readChoice('tell') === 'on');
  /** The browser has said no, and asking again would not help. */
  isRefused = $state(false);

  /** Whether this browser can say anything at all while it is not looked at. */
  get isPossible(): boolean {
    return 'Notification' in globalThis && 'serviceWorker' in navigator;
  }

  get isOn(): boolean {
    return this.#isWanted && this.isPossible && Notification.permission === 'granted';
  }

  /** Whether nobody has yet said yes or no to it, here or to the browser. */
  get isOpen(): boolean {
    return (
      this.isPossible &&
      Notification.permission === 'default' &&
      readChoice('tell') === null
    );
  }

  async turnOn(): Promise<void> {
    this.#isWanted = true;
    const answer = await Notification.requestPermission();
    this.isRefused = answer !== 'granted';
    this.#keep(answer === 'granted');
  }

  turnOff(): void {
    this.#keep(false);
  }

  /** Says it, unless somebody is looking, or has not asked for it. */
  async say(
    title: string,
    { tag, hash }: { tag: string; hash: string },
  ): Promise<void> {
    if (!this.isOn || !document.hidden) return;
    const worker = await navigator.serviceWorker.getRegistration();
    // What was said of the same place before makes room.
    await worker?.showNotification(title, { tag, data: hash, icon: '/icon.svg' });
  }

  #keep(isOn: boolean): void {
    this.#isWanted = isOn;
    keepChoice('tell', isOn ? 'on' : 'off');
  }
}

export const tellMe = new TellMe();
