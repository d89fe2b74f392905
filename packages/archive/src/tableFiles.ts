import { utf8Bytes } from '@manyhands/codec';
import { csvHead, csvLine } from './csv.ts';
import type { Row } from './csv.ts';

/** So many rows make one piece: a piece takes a millisecond or two. */
const rowsAtOnce = 200;

/** A table as a spreadsheet opens it, piece by piece. */
export function* csvFile(
  heads: readonly string[],
  rows: Iterable<Row>,
): Generator<Uint8Array> {
  let text = csvHead(heads);
  let waiting = 0;
  for (const row of rows) {
    text += csvLine(heads, row);
    if (++waiting < rowsAtOnce) continue;
    yield utf8Bytes(text);
    text = '';
    waiting = 0;
  }
  yield utf8Bytes(text);
}

/** The same rows as a JSON array, a row to a line. */
export function* jsonFile(rows: Iterable<Row>): Generator<Uint8Array> {
  let text = '[';
  let waiting = 0;
  let isFirst = true;
  for (const row of rows) {
    text += `${isFirst ? '' : ','}\n${JSON.stringify(row)}`;
    isFirst = false;
    if (++waiting < rowsAtOnce) continue;
    yield utf8Bytes(text);
    text = '';
    waiting = 0;
  }
  yield utf8Bytes(`${text}\n]\n`);
}
