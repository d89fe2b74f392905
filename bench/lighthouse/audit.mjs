// Asks Lighthouse about one address, as it is in a browser that stands open, on its
// phone profile. Its slowed network and processor are either reckoned from a run at full
// speed ("simulate", its default) or applied ("devtools").
//   node audit.mjs PORT ADDRESS METHOD   →   {"scores":{…},"failed":[…]}
import lighthouse from 'lighthouse';

const [port, address = '', throttlingMethod] = process.argv.slice(2);
const result = await lighthouse(address, {
  port: Number(port),
  output: 'json',
  logLevel: 'error',
  onlyCategories: ['performance', 'accessibility', 'best-practices'],
  formFactor: 'mobile',
  throttlingMethod,
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
