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
  const camera = new QRCamera(video, stream);
  const canvas = new QRCanvas();
  let reading = false;
  let stopped = false;

  async function readOne(): Promise<void> {
    reading = true;
    let text;
    try {
      // All that the camera sees: by itself it reads only as many dots as are drawn here.
      text = await camera.readFrame(canvas, true);
    } finally {
      // A picture that cannot be read is not the last one.
      reading = false;
    }
    if (!stopped && typeof text === 'string') onread(text);
  }

  const stopLoop = frameLoop(() => {
    if (!reading) void readOne();
  }, video);

  return () => {
    stopped = true;
    stopLoop();
    camera.stop();
  };
}
