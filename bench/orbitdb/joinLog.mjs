// A log of @orbitdb/core, joined by somebody who has nothing of it: `Log.join`, as its
// documentation has it ("Join two logs": docs/OPLOG.md and the API of Log). Kinder than
// life: no libp2p, no IPFS, no disk, every block at hand in memory.
//   node joinLog.mjs ENTRIES   →   {"entries":…,"ms":…}
import { Identities, KeyStore, Log, MemoryStorage } from '@orbitdb/core';

const entries = Number(process.argv[2]);
/** What @orbitdb/core's Database gives each entry by default. */
const referencesCount = 16;
/** As many bytes as half of one of our transfers. */
const value = '0'.repeat(64);
const writers = 8;

const keystore = await KeyStore({ storage: await MemoryStorage() });
const identities = await Identities({ keystore, storage: await MemoryStorage() });
const people = await Promise.all(
  Array.from({ length: writers }, (_, i) =>
    identities.createIdentity({ id: `member ${i}` }),
  ),
);

const logId = 'bench';
const entryStorage = await MemoryStorage();
const headsStorage = await MemoryStorage();
const indexStorage = await MemoryStorage();
const storages = { entryStorage, headsStorage, indexStorage };
const logs = await Promise.all(people.map((one) => Log(one, { logId, ...storages })));
for (let i = 0; i < entries; i += 1) {
  const log = logs[i % writers];
  await log?.append({ op: 'ADD', key: null, value }, { referencesCount });
}

const [theirs] = logs;
const reader = await identities.createIdentity({ id: 'newcomer' });
const ours = await Log(reader, { logId });
const started = performance.now();
await ours.join(theirs);
const ms = performance.now() - started;

let joined = 0;
for await (const _ of ours.traverse()) joined += 1;
if (joined !== entries) throw new Error(`joined ${joined} of ${entries}`);
process.stdout.write(JSON.stringify({ entries, ms }));
process.exit();
