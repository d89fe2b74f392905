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

/** Whether the share sheet takes this file: messengers do, and some browsers have none. */
export const canShareFile = (file: File): boolean =>
  // Not every browser with a share sheet can be asked.
  (navigator as Partial<Navigator>).canShare?.({ files: [file] }) === true;

/** Hands a file to the share sheet. */
export async function shareFile(file: File): Promise<'shared' | 'notShared'> {
  try {
    await navigator.share({ files: [file] });
    return 'shared';
  } catch {
    return 'notShared';
  }
}
