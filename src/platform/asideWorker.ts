/** The other thread: does the jobs it is given, and knows nobody. */
import { doJobs } from '@manyhands/replica/aside';
import type { Batch, BatchDone } from '@manyhands/replica/aside';

/** What a worker has for `globalThis`; the app's own types are a page's. */
interface Inside {
  onmessage: (event: MessageEvent<Batch>) => void;
  postMessage(message: BatchDone | 'ready'): void;
}

const inside = globalThis as unknown as Inside;

inside.onmessage = ({ data: { number, jobs } }) => {
  // What is raised here ends this worker, and its pool does not wait for it.
  doJobs(jobs).then((answers) => inside.postMessage({ number, answers }), reportError);
};
inside.postMessage('ready');
