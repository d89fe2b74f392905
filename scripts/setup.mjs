// Makes a fresh clone ready: Node's version, npm packages and, for tests, browsers.
// Node built-ins only, because node_modules may not exist yet. Run again, it takes
// a fraction of a second. No npm hooks: `ignore-scripts` would switch them off.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findShell } from './chromium.mjs';
import { findFirefox } from './firefox.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} sentence @returns {never} */
export function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function run(command, args, env) {
  const options = { cwd: root, stdio: /** @type {const} */ ('inherit') };
  return spawnSync(command, args, { ...options, env: { ...process.env, ...env } })
    .status;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const known = (major === 20 && minor >= 19) || (major === 22 && minor >= 13);
  if (known || major >= 24) return;
  stop(
    `Manyhands needs Node 20.19, 22.13 or 24 and later; this is ${process.versions.node}.`,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
const locked = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

/** True when node_modules holds what package-lock.json asks for. */
function isInstalled() {
  // npm writes this second file last, so an interrupted install is seen as none.
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = locked('package-lock.json');
  const present = locked('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (!path.startsWith('node_modules/')) return true;
    return present[path] ? present[path].version === version : optional === true;
  });
}

function installPackages() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci)…');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm names its own program when it runs us; else it is on the path.
  const npm = process.env['npm_execpath'];
  const status = npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args])
    : run('npm', args);
  if (status !== 0)
    stop('The packages could not be installed (npm ci failed, see above).');
}

/** Where Debian's packages can be had, and this user may install them. */
function aptInstall(/** @type {string[]} */ ...names) {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  console.log(`Installing ${names.join(', ')} (apt-get)…`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  run('apt-get', [...quiet, 'update'], env);
  run('apt-get', [...quiet, 'install', '-y', '--no-install-recommends', ...names], env);
}

/** One test makes networks of its own, which root on Linux alone can (test/villages.ts). */
function installIproute() {
  if (!['/usr/sbin/ip', '/usr/bin/ip', '/sbin/ip'].some(existsSync))
    aptInstall('iproute2');
}

function installChromium() {
  if (!findShell()) aptInstall('chromium-headless-shell');
  if (findChromium()) return;
  aptInstall('chromium');
  if (findChromium()) return;
  console.log('Downloading Chromium (Playwright)…');
  run(process.execPath, [
    join(root, 'node_modules/playwright/cli.js'),
    'install',
    'chromium',
  ]);
  if (findChromium()) return;
  stop(
    'The tests need Chromium. Install it (Debian: apt-get install chromium), or set\n' +
      'CHROMIUM_PATH to the program file of Chromium, Chrome or Edge.',
  );
}

/** Whether each package that test/browsers needs is here. */
const otherBrowsers = {
  'firefox-esr': findFirefox,
  'webkit2gtk-driver': () => existsSync('/usr/bin/WebKitWebDriver'),
  xvfb: () => existsSync('/usr/bin/Xvfb'),
};

/**
 * One after the other: what one of them lacks does not keep another away. Without them their
 * tests are skipped, and say so.
 */
function installOtherBrowsers() {
  for (const [name, isHere] of Object.entries(otherBrowsers)) {
    if (!isHere()) aptInstall(name);
  }
}

/**
 * `browsers`: others than Chromium, too.
 * @param {{ browser?: boolean, browsers?: boolean }} [needs]
 */
export function setup({ browser = false, browsers = false } = {}) {
  checkNode();
  installPackages();
  if (browser || browsers) installChromium();
  if (browsers) installOtherBrowsers();
  if (browser || browsers) installIproute();
  process.chdir(root);
}
