/** Whether this browser draws it: rubbish behind a good head is not shown as a torn picture. */
export async function canDraw(blob: Blob): Promise<boolean> {
  try {
    (await createImageBitmap(blob)).close();
    return true;
  } catch {
    return false;
  }
}
