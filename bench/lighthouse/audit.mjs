// Asks Lighthouse about one address, as it is in a browser that stands open, on its
// phone profile (its own slowed network and processor).
//   node audit.mjs PORT ADDRESS   →   {"scores":{…},"failed":[…]}
import lighthouse from 'lighthouse';

const [port, address = ''] = process.argv.slice(2);
const result = await lighthouse(address, {
  port: Number(port),
  output: 'json',
  logLevel: 'error',
  onlyCategories: ['performance', 'accessibility', 'best-practices'],
  formFactor: 'mobile',
  // Whoever has opened the app before keeps what they have.
  disableStorageReset: true,
});
if (!result) throw new Error(`Lighthouse says nothing about ${address}`);
const { categories, audits } = result.lhr;
const scores = Object.fromEntries(
  Object.entries(categories).map(([name, { score }]) => [
    name,
    Math.round((score ?? 0) * 100),
  ]),
);
const failed = Object.values(categories).flatMap(({ id, auditRefs }) =>
  auditRefs
    .map(({ id: audit, weight }) => ({ ...audits[audit], weight }))
    .filter(({ score, weight }) => weight > 0 && typeof score === 'number' && score < 1)
    .map(({ title, displayValue }) =>
      [`${id}: ${title}`, displayValue].filter(Boolean).join(', '),
    ),
);
process.stdout.write(JSON.stringify({ scores, failed }));
