// The layers, by machine. A folder named here may import what stands beside it and
// nothing else; test/architecture.test.ts plants forbidden imports and sees them refused.
//
//   base ← codec ← keys ← ledger ← replica ← { storage, mesh, archive } ← src
//   door beside mesh: who may come in. community on door and archive: what a member does,
//   in parts with an order of their own. relay stands on base alone; keeper is a device of its own,
//   beside the app; testing is for tests only.
//   In src: words ← ui, phone ← naming ← screen ← the features, in their order ← app:
//   see .dependency-cruiser.features.cjs.

const { rules: ofApp } = require('./.dependency-cruiser.features.cjs');

const pure = 'packages/keys/src/hash.ts';

/** Package → what its own code may import. keys/hash is pure; the rest of keys is not. */
const mayImport = {
  base: [],
  codec: ['base'],
  keys: ['base', 'codec'],
  ledger: ['base', 'codec', pure],
  replica: ['base', 'codec', 'keys', 'ledger'],
  storage: ['base', 'codec', 'keys', 'ledger', 'replica'],
  mesh: ['base', 'codec', 'keys', 'ledger', 'replica'],
  archive: ['base', 'codec', pure, 'ledger', 'replica'],
  door: ['base', 'codec', 'keys', 'ledger', 'replica'],
  community: ['base', 'codec', 'keys', 'ledger', 'replica', 'archive', 'door'],
  relay: ['base'],
  keeper: [
    ...['base', 'codec', 'keys', 'ledger', 'replica', 'storage', 'mesh', 'door'],
    'relay',
  ],
  testing: [
    ...['base', 'codec', 'keys', 'ledger', 'replica', 'storage', 'mesh', 'door'],
    'relay',
  ],
};

// A package's own testing/ folder is support for its tests, and never exported.
const tests = '\\.test\\.ts$|^packages/\\w+/src/testing/';
const folder = (name) => (name.endsWith('.ts') ? `${name}$` : `packages/${name}/src/`);
const anyOf = (names) => `^(${names.map(folder).join('|')})`;

const layers = Object.entries(mayImport).map(([name, lower]) => ({
  name: `layer-${name}`,
  severity: 'error',
  comment: `packages/${name} may import only: ${lower.join(', ') || 'nothing of ours'}`,
  from: { path: `^packages/${name}/src/`, pathNot: tests },
  to: { path: '^packages/', pathNot: anyOf([name, ...lower]) },
}));

// Tests may also use real keys, the cast and the relay: that is what they are for. Those of
// the community keep their notes in a store in memory.
const layersOfTests = Object.entries(mayImport).map(([name, lower]) => ({
  name: `layer-${name}-tests`,
  severity: 'error',
  comment: `tests of packages/${name} see its own layers, keys, testing and relay`,
  from: { path: `^packages/${name}/src/(.*\\.test\\.ts$|testing/)` },
  to: {
    path: '^packages/',
    pathNot: anyOf([
      ...[name, ...lower, 'keys', 'testing', 'relay'],
      ...(name === 'community' ? ['storage'] : []),
    ]),
  },
}));

/**
 * Part of packages/community → the parts it may use, each by its index.ts. No order but
 * this one: a part that needs what stands above it is cut at the wrong place. All may know the
 * caps (`limits.ts`).
 */
const parts = {
  threshold: [],
  opened: ['threshold'],
  decisions: ['opened'],
  safety: ['opened'],
  hours: ['opened'],
  groups: ['opened', 'safety', 'hours'],
  accounts: ['opened', 'decisions', 'safety', 'hours'],
  rooms: ['opened', 'decisions', 'safety', 'groups'],
  sessions: ['opened', 'safety', 'hours'],
  things: ['opened', 'hours'],
  talk: ['opened', 'decisions', 'safety', 'hours', 'things'],
  people: ['opened', 'decisions', 'hours', 'talk'],
  board: ['opened', 'decisions', 'hours', 'things', 'safety', 'people'],
  gatherings: ['opened', 'decisions', 'safety', 'talk'],
  admission: ['opened'],
  devices: ['threshold', 'opened', 'admission'],
  recovery: ['threshold', 'opened', 'admission', 'devices'],
  agents: [
    'opened',
    'decisions',
    'safety',
    'hours',
    'accounts',
    'devices',
    'recovery',
    'people',
  ],
  keeping: ['opened'],
};

const walls = Object.entries(parts).map(([name, lower]) => {
  const faces = ['limits', ...lower.map((part) => `${part}/index`)].map(
    (face) => `${face}\\.ts$`,
  );
  return {
    name: `part-${name}`,
    severity: 'error',
    comment: `community/${name} may use, by index.ts: ${lower.join(', ') || 'nothing'}`,
    from: { path: `^packages/community/src/${name}/`, pathNot: tests },
    to: {
      path: '^packages/community/src/',
      pathNot: `^packages/community/src/(${[`${name}/`, ...faces].join('|')})`,
    },
  };
});

/**
 * Which parts of the app may reach a package that touches the outside world. The demo
 * and the specimen, a page of its own for development, compose what they show.
 */
const roots = ['main.ts', 'platform/', 'demo/', 'specimen/'];
const ports = [
  { to: 'storage', from: roots },
  { to: 'mesh', from: roots },
  { to: 'replica', from: [...roots, 'phone/'] },
  { to: 'archive', from: [...roots, 'phone/'] },
].map(({ to, from }) => ({
  name: `app-${to}`,
  severity: 'error',
  comment: `in src, only ${from.join(', ')} may import @manyhands/${to}`,
  from: { path: '^src/', pathNot: [tests, ...from.map((part) => `^src/${part}`)] },
  to: { path: `^packages/${to}/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'two files that need each other are one file, or three',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolves',
      severity: 'error',
      comment: 'an import that leads nowhere hides from every other rule',
      from: {},
      to: { couldNotResolve: true },
    },
    ...layers,
    ...layersOfTests,
    ...walls,
    {
      name: 'packages-not-app',
      severity: 'error',
      comment: 'packages never import the app',
      from: { path: '^packages/' },
      to: { path: '^src/' },
    },
    {
      name: 'app-not-tests',
      severity: 'error',
      comment: 'testing is for tests, relay and keeper run beside the app, not in it',
      from: { path: '^src/', pathNot: tests },
      to: {
        path: ['^packages/(testing|relay|keeper)/', '^test/', '^scripts/', '^build/'],
      },
    },
    {
      name: 'testing-for-tests',
      severity: 'error',
      comment:
        'what supports tests is not part of a package; the specimen draws with it',
      from: { pathNot: [tests, '^src/specimen/'] },
      to: { path: '^packages/\\w+/src/testing/' },
    },
    {
      name: 'node-beside-the-app-only',
      severity: 'error',
      comment: 'the app and its packages run in a browser',
      from: {
        path: '^(src|packages)/',
        pathNot: [tests, '^packages/(relay|keeper|testing)/'],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'listed',
      severity: 'error',
      comment: 'every npm package is named in a package.json',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'attack-by-exports',
      severity: 'error',
      comment: 'an attacker sees what packages export, and no file inside them',
      from: { path: '^test/attack/' },
      to: {
        path: '^packages/',
        pathNot: '^packages/(\\w+/src|community/src/\\w+)/index\\.ts$',
      },
    },
    {
      name: 'attack-by-itself',
      severity: 'error',
      comment: 'attackers have their own kit, and nothing of the app or of other tests',
      from: { path: '^test/attack/' },
      to: { path: '^(src|scripts|build|bench)/|^test/(?!attack/kit/)' },
    },
    ...ports,
    ...ofApp(tests),
    {
      name: 'ui-is-dumb',
      severity: 'error',
      comment: 'ui draws what it is given: of the app it knows the words',
      from: { path: '^src/ui/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(ui|words)/' },
    },
    {
      name: 'ui-knows-types-only',
      severity: 'error',
      comment:
        'ui may name the types of base and ledger, and import nothing else of ours',
      from: { path: '^src/ui/', pathNot: tests },
      to: { path: '^packages/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-knows-base-and-ledger',
      severity: 'error',
      comment:
        'ui may name the types of base and ledger, and import nothing else of ours',
      from: { path: '^src/ui/', pathNot: tests },
      to: { path: '^packages/(?!base/|ledger/)' },
    },
    {
      name: 'nothing-imports-main',
      severity: 'error',
      comment: 'the composition root is nobody’s library, nor is the specimen',
      from: { pathNot: ['^src/specimen/', tests] },
      to: { path: '^src/(main\\.ts$|specimen/)' },
    },
    {
      name: 'app-on-top',
      severity: 'error',
      comment: 'app composes the features: what it composes does not know it',
      from: { pathNot: ['^src/(main\\.ts$|app/|specimen/)', tests] },
      to: { path: '^src/app/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    doNotFollow: { path: 'node_modules' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'default'],
      extensions: ['.ts', '.svelte', '.js'],
    },
  },
};
