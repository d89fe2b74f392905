import { keepChoice, readChoice } from './keptChoice.ts';

/** Whether this device may buzz when halves meet. It may, until the person says no. */
class Vibration {
  #isOn = $state(readChoice('vibrate') !== 'off');

  get isOn(): boolean {
    return this.#isOn;
  }

  set isOn(isOn: boolean) {
    this.#isOn = isOn;
    keepChoice('vibrate', isOn ? 'on' : 'off');
  }
}

/** One for the whole page, as there is one motor. */
export const vibration = new Vibration();
