// Asks Lighthouse about one address, as it is in a browser that stands open, on its
// phone profile. Its slowed network and processor are either reckoned from a run at full
// speed ("simulate", its default) or applied ("devtools"). "whole" asks how accessible it is, on
// a screen so high that all of it is seen: Lighthouse does not scroll, and a button that lies
// half behind the way around, where the screen ends, is one touch too small to it. SLOWDOWN is
// how many times slower the processor is made.
//   node audit.mjs PORT ADDRESS METHOD SLOWDOWN   →   {"scores":{…},"failed":[…],"index":N}
import lighthouse from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';

const [port, address = '', method, slowdown] = process.argv.slice(2);
const isWhole = method === 'whole';
const result = await lighthouse(address, {
  port: Number(port),
  output: 'json',
  logLevel: 'error',
  onlyCategories: isWhole ? ['accessibility'] : ['performance', 'best-practices'],
  formFactor: 'mobile',
  ...(isWhole
    ? {
        throttlingMethod: 'provided',
        screenEmulation: {
          mobile: true,
          width: 412,
          height: 6_000,
          deviceScaleFactor: 1,
          disabled: false,
        },
      }
    : {
        throttlingMethod: method,
        throttling: {
          ...throttling.mobileSlow4G,
          cpuSlowdownMultiplier: Number(slowdown),
        },
      }),
  // Whoever has opened the app before keeps what they have.
  disableStorageReset: true,
});
if (!result) throw new Error(`Lighthouse says nothing about ${address}`);
const { categories, audits, environment } = result.lhr;
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
process.stdout.write(
  JSON.stringify({ scores, failed, index: environment.benchmarkIndex }),
);
