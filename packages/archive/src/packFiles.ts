import { utf8Bytes } from '@manyhands/codec';
import type { Row } from './csv.ts';
import { deflate, store } from './pack.ts';
import type { PackedFile } from './pack.ts';
import { csvFile, jsonFile } from './tableFiles.ts';
import { ZipWriter } from './zipWriter.ts';

/** A file of text, or a table that is written as CSV or JSON by the end of its name. */
export type NamedFile =
  | { readonly name: string; readonly text: string }
  | {
      readonly name: `${string}.csv` | `${string}.json`;
      readonly heads: readonly string[];
      readonly rows: readonly Row[];
    };

/** A few small files as one ZIP: what one member takes along. It is no archive. */
export function packFiles(files: readonly NamedFile[]): Uint8Array[] {
  const zip = new ZipWriter();
  for (const file of files) zip.add(file.name, packedOf(file));
  return zip.finish();
}

function packedOf(file: NamedFile): PackedFile {
  if ('text' in file) return store(utf8Bytes(file.text));
  const chunks = file.name.endsWith('.csv')
    ? csvFile(file.heads, file.rows)
    : jsonFile(file.rows);
  const packing = deflate(chunks);
  for (;;) {
    const step = packing.next();
    if (step.done === true) return step.value;
  }
}
