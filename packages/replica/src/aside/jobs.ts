/**
 * What is heavy in a page, as jobs that another thread can do: one code for a worker of a page
 * and of a test. Jobs and answers are plain values, so that they can be posted, and a job says
 * all that it takes: whoever has lost one can give it again.
 */
import type { EntryId, LogId } from '@manyhands/base';
import { verify } from '@manyhands/keys';
import { chainIds, entryMessage } from '@manyhands/ledger';

/** The bodies of entries that follow one another, and the signatures on some of them. */
export interface ChainJob {
  readonly type: 'chain';
  readonly logId: LogId;
  readonly from: number;
  readonly prev: EntryId;
  /** One behind the other. */
  readonly bodies: Uint8Array;
  /** Where in them each one ends. */
  readonly ends: Uint32Array;
  readonly device: Uint8Array;
  /** By their places in the chain, counted from its beginning. */
  readonly signatures: readonly { readonly at: number; readonly bytes: Uint8Array }[];
}

export interface ChainAnswer {
  readonly ids: readonly EntryId[];
  /** Whether each of the signatures is the device's, in their order. */
  readonly good: readonly boolean[];
}

/** One signature: `verify` with the same three. */
export interface SignatureJob {
  readonly type: 'signature';
  readonly signature: Uint8Array;
  readonly message: Uint8Array;
  readonly publicKey: Uint8Array;
}

export type Job = ChainJob | SignatureJob;
export type AnswerTo<J extends Job> = J extends ChainJob ? ChainAnswer : boolean;
export type Answer = ChainAnswer | boolean;

/** Jobs that go to a helper together, and come back so. */
export interface Batch {
  readonly number: number;
  readonly jobs: readonly Job[];
}

export interface BatchDone {
  readonly number: number;
  readonly answers: readonly Answer[];
}

/** What several jobs come to, in their order. */
export async function doJobs(jobs: readonly Job[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const job of jobs) answers.push(await doJob(job));
  return answers;
}

function doJob(job: Job): Promise<Answer> {
  if (job.type === 'chain') return followChain(job);
  return verify(job.signature, job.message, job.publicKey);
}

async function followChain(job: ChainJob): Promise<ChainAnswer> {
  const ids = chainIds(job.logId, job.from, job.prev, bodiesOf(job));
  const good: boolean[] = [];
  for (const { at, bytes } of job.signatures) {
    const id = ids[at];
    good.push(id !== undefined && (await verify(bytes, entryMessage(id), job.device)));
  }
  return { ids, good };
}

function* bodiesOf({ bodies, ends }: ChainJob): Generator<Uint8Array> {
  let from = 0;
  for (const end of ends) {
    yield bodies.subarray(from, end);
    from = end;
  }
}

/** Bytes that a job brings: about what it costs. */
export const weightOf = (job: Job): number =>
  job.type === 'chain' ? job.bodies.length : job.message.length;
