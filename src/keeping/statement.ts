import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

/** One stretch of help on paper. */
export interface StatementRow {
  readonly day: string;
  readonly who: string;
  readonly howLong: string;
  readonly what: string;
  readonly standing: string;
}

export interface Statement {
  readonly language: { readonly code: string; readonly direction: string };
  readonly name: string;
  readonly community: string;
  readonly day: string;
  readonly given: number;
  readonly received: number;
  /** Null while it is not known. */
  readonly balance: number | null;
  readonly rows: readonly StatementRow[];
}

/**
 * One member's hours as a page of its own that needs nothing else: black on white, A4,
 * no script, nothing from the network. What people wrote in it is text, never markup.
 */
export function statementOf(of: Statement): string {
  const { statement } = later();
  const { hours } = words;
  const heads = [
    statement.day,
    statement.who,
    statement.howLong,
    statement.what,
    statement.standing,
  ];
  const rows = of.rows.map(({ day, who, howLong, what, standing }) =>
    tableRow('td', [day, who, howLong, what, standing]),
  );
  return `<!doctype html>
<html lang="${plain(of.language.code)}" dir="${plain(of.language.direction)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${plain(`${statement.title} · ${of.name}`)}</title>
<style>${style}</style>
</head>
<body>
<h1>${plain(statement.title)}</h1>
<p>${plain(statement.lead(of.name, of.community))}<br>${plain(statement.asOf(of.day))}</p>
<p><strong>${plain(statement.sum(of.given, of.received))}</strong></p>
${of.balance === null ? '' : `<p><strong>${plain(hours.balance(of.balance))}</strong></p>`}
<p class="notmoney">${plain(statement.notMoney)}</p>
<table>
<thead>${tableRow('th', heads)}</thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

const style = `
@page { size: A4; margin: 18mm }
body { margin: 2rem auto; max-width: 50rem; padding: 0 1rem; color: #000; background: #fff; font: 12pt/1.45 sans-serif }
h1 { font-size: 22pt; margin: 0 0 .5rem }
.notmoney { border: 2px solid #000; padding: .5rem .75rem; font-weight: bold }
table { width: 100%; border-collapse: collapse; font-size: 10.5pt }
th, td { padding: .35rem .5rem; border-bottom: 1px solid #777; text-align: start; vertical-align: top; overflow-wrap: anywhere }
td:nth-child(1), td:nth-child(3) { white-space: nowrap }
tr { break-inside: avoid }
@media print { body { margin: 0; padding: 0; max-width: none } }
`;

const tableRow = (cell: 'td' | 'th', texts: readonly string[]): string =>
  `<tr>${texts.map((text) => `<${cell}>${plain(text)}</${cell}>`).join('')}</tr>`;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as text, whatever somebody has called themself. */
const plain = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
