/** Whether this browser has a share sheet of its own. */
export const canShare = (): boolean => 'share' in navigator;

/**
 * Hands a text to the phone's share sheet. Closing that without choosing anything is
 * no failure; where sharing is refused, the text is still there to be copied.
 */
export async function shareText(text: string): Promise<'shared' | 'notShared'> {
  try {
    await navigator.share({ text });
    return 'shared';
  } catch {
    return 'notShared';
  }
}
