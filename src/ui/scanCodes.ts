/** Milliseconds: a picture is read in a tenth of a second, on a slow phone in one. */
const patience = 5_000;

/**
 * Looks through the camera for QR codes. Resolves once the camera runs, to a function
 * that lets it go; rejects when there is none or it may not be used.
 */
export async function scanCodes(
  video: HTMLVideoElement,
  onread: (text: string) => void,
): Promise<() => void> {
  // The reader is 12 kB and a camera is rarely used: both come when asked for.
  const { QRCamera, QRCanvas, frameLoop } = await import('qr/dom.js');
  const stream = await navigator.mediaDevices.getUserMedia({
    // The back of a phone; a laptop has only the one in front.
    // Unasked, a camera gives 640 × 480: too coarse for the dots of a long code.
    video: {
      facingMode: { ideal: 'environment' },
      width: { ideal: 1_280 },
      height: { ideal: 960 },
    },
  });
  let camera = new QRCamera(video, stream);
  let canvas = new QRCanvas();
  /** The picture that is being read, and since when. */
  let current: { readonly since: number } | null = null;
  let stopped = false;

  async function readOne(): Promise<void> {
    const reading = { since: performance.now() };
    current = reading;
    try {
      // All that the camera sees: by itself it reads only as many dots as are drawn here.
      const text = await camera.readFrame(canvas, true);
      if (!stopped && typeof text === 'string') onread(text);
    } catch {
      // A picture that cannot be read is not the last one.
    } finally {
      if (current === reading) current = null;
    }
  }

  const stopLoop = frameLoop(() => {
    if (current === null) void readOne();
    else if (performance.now() - current.since > patience) {
      // The browser owes a picture and does not give it: all is asked for anew.
      camera = new QRCamera(video, stream);
      canvas = new QRCanvas();
      current = null;
    }
  }, video);

  return () => {
    stopped = true;
    stopLoop();
    camera.stop();
  };
}
