import { makeContext } from './context.ts';
import type { Phone } from './Phone.svelte.ts';

/** The phone as the person knows it whose door is open; `House.svelte` keys the app by it. */
export const { get: getPhone, provide: providePhone } = makeContext<Phone>('phone');
