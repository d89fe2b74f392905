/**
 * What is heavy in a page, as jobs that another thread can do: one code for a worker of a page
 * and of a test. Jobs and answers are plain values, so that they can be posted, and a job says
 * all that it takes: whoever has lost one can give it again.
 */
import type { DeviceKey, EntryId, LogId } from '@manyhands/base';
import { concat, fromHex } from '@manyhands/codec';
import { verify } from '@manyhands/keys';
import { chainIds, entryMessage, signatureLength } from '@manyhands/ledger';

/**
 * The bodies of entries that follow one another, and the signatures on some of them. Both lie in
 * one array: a browser takes longer to post ten than to post one as long as these.
 */
export interface ChainJob {
  readonly type: 'chain';
  readonly logId: LogId;
  readonly device: DeviceKey;
  readonly from: number;
  readonly prev: EntryId;
  /** Bodies, and behind them signatures. */
  readonly bytes: Uint8Array;
  /** Where in them each body ends. */
  readonly ends: readonly number[];
  /** Whose signatures these are: places in the chain, counted from its beginning. */
  readonly looked: readonly number[];
}

export interface ChainAnswer {
  readonly ids: readonly EntryId[];
  /** Whether each of the signatures is the device's, in the order of `looked`. */
  readonly good: readonly boolean[];
}

/** One signature, for `verify`: its bytes, then the key's, then those that were signed. */
export interface SignatureJob {
  readonly type: 'signature';
  readonly bytes: Uint8Array;
  readonly signatureLength: number;
  readonly keyLength: number;
}

export const signatureJob = (
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): SignatureJob => ({
  type: 'signature',
  bytes: concat(signature, publicKey, message),
  signatureLength: signature.length,
  keyLength: publicKey.length,
});

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
  return job.type === 'chain' ? followChain(job) : look(job);
}

function look({ bytes, signatureLength, keyLength }: SignatureJob): Promise<boolean> {
  const signed = signatureLength + keyLength;
  const signature = bytes.subarray(0, signatureLength);
  const publicKey = bytes.subarray(signatureLength, signed);
  return verify(signature, bytes.subarray(signed), publicKey);
}

async function followChain(job: ChainJob): Promise<ChainAnswer> {
  const { bytes, ends, looked } = job;
  const ids = chainIds(job.logId, job.from, job.prev, bodiesOf(job));
  const device = fromHex(job.device);
  const good: boolean[] = [];
  let from = ends.at(-1) ?? 0;
  for (const at of looked) {
    const id = ids[at];
    const signature = bytes.subarray(from, from + signatureLength);
    from += signatureLength;
    good.push(id !== undefined && (await verify(signature, entryMessage(id), device)));
  }
  return { ids, good };
}

function* bodiesOf({ bytes, ends }: ChainJob): Generator<Uint8Array> {
  let from = 0;
  for (const end of ends) {
    yield bytes.subarray(from, end);
    from = end;
  }
}

/** Bytes that a job brings: about what it costs. */
export const weightOf = ({ bytes }: Job): number => bytes.length;
