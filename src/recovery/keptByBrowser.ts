import type { Community } from '../phone/Community.svelte.ts';
import { keepChoice, readChoice } from '../phone/keptChoice.ts';

/** The answer to the one question, while this page is open. */
let answer: Promise<boolean> | null = null;

/** The name under which it is kept that the promise was asked for. */
const asked = 'askedToKeep';

/**
 * Whether the browser has promised to keep what is written here; null where it promises nothing.
 * Asks it for that once: with the first hour of help that both have signed, which is what a
 * promise is worth asking for. It may ask the person in turn.
 */
export async function keptByBrowser(community: Community): Promise<boolean | null> {
  const storage = storageHere();
  if (!storage) return null;
  const isKept = await storage.persisted();
  if (isKept || community.membership.demo) return isKept;
  // Who comes a moment later hears what the first one hears.
  if (readChoice(asked) !== null) return answer ?? false;
  if (earnedBy(community) < 60) return false;
  keepChoice(asked, 'yes');
  return (answer = storage.persist());
}

/** Asks the browser to keep what is written here, with something that was just made safe. */
export const askToKeep = async (): Promise<boolean | null> =>
  (await storageHere()?.persist()) ?? null;

/** Only a secure page has it, whatever the types say. */
const storageHere = (): StorageManager | undefined =>
  (navigator as Partial<Navigator>).storage;

/** Minutes of help given that both have signed. */
export const earnedBy = ({ hours, me }: Community): number =>
  hours
    .map(({ transfer }) => transfer)
    .filter(({ status, helper }) => status === 'exists' && helper === me.id)
    .reduce((sum, { minutes }) => sum + minutes, 0);
