import { describe, expect, test } from 'vitest';
import type { Result } from '@manyhands/base';
import { corpusOf, fuzzDecoder, fuzzRounds, isThorough } from '@manyhands/testing';
import type { CorpusName, Decoder } from '@manyhands/testing';
import { decodeConnectionCode, encodeConnectionCode } from './connectionCode.ts';
import { Assembler } from './frames.ts';
import { joinText, sealedWelcome, welcomeText } from './joinMessages.ts';
import { messageLimit } from './limits.ts';
import { hello, judgement, linkProof } from './handshakeMessages.ts';
import { encodeMessage, readMessage } from './messages.ts';
import type { Message } from './messages.ts';
import { passingHello, passingProof, passingText } from './passingMessages.ts';
import { decodeDescription, encodeDescription } from './rtc/description.ts';

const decoderOf = <T>(
  name: CorpusName,
  read: (bytes: Uint8Array) => Result<T, unknown>,
  write: (of: T) => Uint8Array | null,
): Decoder<T> => ({
  name,
  decode: (bytes) => {
    const result = read(bytes);
    return result.ok ? result.value : null;
  },
  encode: write,
});

/** A message of a later version is left alone: it has no bytes here. */
const again = (message: Message | null): Uint8Array | null =>
  message && encodeMessage(message.type, message.payload as never);

const decoders = [
  decoderOf('message', readMessage, again),
  decoderOf('hello', hello.decode, hello.encode),
  decoderOf('linkProof', linkProof.decode, linkProof.encode),
  decoderOf('judgement', judgement.decode, judgement.encode),
  decoderOf('passingHello', passingHello.decode, passingHello.encode),
  decoderOf('passingProof', passingProof.decode, passingProof.encode),
  decoderOf('passingText', passingText.decode, passingText.encode),
  decoderOf('joinText', joinText.decode, joinText.encode),
  decoderOf('welcomeText', welcomeText.decode, welcomeText.encode),
  decoderOf('sealedWelcome', sealedWelcome.decode, sealedWelcome.encode),
  decoderOf('description', decodeDescription, encodeDescription),
  decoderOf('connectionCode', decodeConnectionCode, encodeConnectionCode),
  decoderOf(
    'frames',
    (frame) => new Assembler(messageLimit).take(frame),
    () => null,
  ),
] as Decoder<unknown>[];

// As many again, and more, are bent in packages/testing.
const rounds = fuzzRounds(decoders.length + 20, isThorough);

describe('[M3] bent bytes: no throw, no hang, no second encoding', () => {
  test.each(decoders.map((each) => [each.name, each] as const))(
    '%s',
    { timeout: 600_000 },
    (name, decoder) => {
      for (const bytes of corpusOf(name)) expect(decoder.decode(bytes)).not.toBeNull();
      expect(fuzzDecoder(decoder, { seed: 1, rounds }).accepted).toBeGreaterThan(0);
    },
  );
});
