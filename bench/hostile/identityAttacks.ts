/** Attacks by what Didac says of his own identity, of Carme's, and of devices. */
import {
  additionOf,
  admission,
  enrolmentUnder,
  furtherDevice,
  helped,
  keyOf,
  recovery,
  statement,
} from './entries.ts';
import { fill, half } from './fill.ts';
import type { Attack } from './fill.ts';
import { alone, didacsLog, furtherLog, inOrder } from './stage.ts';
import type { Stage } from './stage.ts';

/** Each version of his identity names the next key; version 0 is the key he has. */
const keyAt = ({ didac }: Stage, version: number) =>
  version === 0 ? Promise.resolve(didac.identity) : keyOf(`key ${version} of Didac`);

/** The last number that a version may have; then all are said once more. */
const lastVersion = 255;

const versionAt = async (
  stage: Stage,
  i: number,
  more: Parameters<typeof statement>[5] = {},
) => {
  const version = 1 + (i % lastVersion);
  const key = await keyAt(stage, version);
  const by = await keyAt(stage, version - 1);
  return statement(stage.community, stage.didac, version, key, by, more);
};

const rival = async ({ community, didac }: Stage, i: number) =>
  statement(community, didac, 1, await keyOf(`rival ${i}`), didac.identity);

/** Each of his devices adds the next one: what each log got, and the first of the others. */
async function chainOf(stage: Stage) {
  const first = didacsLog(stage);
  const before = first.entries.length;
  const chain = [first];
  const second = await furtherLog(stage, 'tablet 1');
  let next = second;
  // An addition, and the name of the log it stands in.
  for (let bytes = 0; bytes < stage.bytes; bytes += 141 + 128) {
    await chain.at(-1)?.add(additionOf(next.person));
    chain.push(next.log);
    next = await furtherLog(stage, `tablet ${chain.length}`);
  }
  const added = chain.slice(0, -1).map(({ entries }) => entries);
  added[0] = first.entries.slice(before);
  return { added, second };
}

export const identityAttacks: readonly Attack[] = [
  {
    name: 'versions of an identity',
    async pages(stage) {
      const log = didacsLog(stage);
      return inOrder([await fill(log, stage.bytes, (i) => versionAt(stage, i))]);
    },
  },
  {
    name: 'versions of an identity, the first comes last',
    async pages(stage) {
      const log = didacsLog(stage);
      const last = (i: number) => lastVersion - 1 - (i % lastVersion);
      return inOrder([await fill(log, stage.bytes, (i) => versionAt(stage, last(i)))]);
    },
  },
  {
    name: 'versions of an identity that end its own logs',
    async pages(stage) {
      const log = didacsLog(stage);
      return inOrder([
        await fill(log, stage.bytes, (i) => versionAt(stage, i, { devices: [] })),
      ]);
    },
  },
  {
    name: 'rivals for one version',
    async pages(stage) {
      const log = didacsLog(stage);
      return inOrder([await fill(log, stage.bytes, (i) => rival(stage, i))]);
    },
  },
  {
    name: 'rivals, each followed by another version',
    async pages(stage) {
      const { community, didac } = stage;
      const log = didacsLog(stage);
      const later = await fill(log, half(stage), async (i) => {
        const by = await keyOf(`rival ${i}`);
        return statement(community, didac, 2, await keyOf(`second ${i}`), by);
      });
      return inOrder([later, await fill(log, half(stage), (i) => rival(stage, i))]);
    },
  },
  {
    name: 'rival keys, and enrolments by the last of them',
    async pages(stage) {
      const { community, didac } = stage;
      const log = didacsLog(stage);
      const rivals = await fill(log, half(stage), (i) => rival(stage, i));
      const last = await keyOf(`rival ${rivals.length - 1}`);
      const enrolled = await fill(log, half(stage), async (i) =>
        enrolmentUnder(community, await furtherDevice(didac, `tablet ${i}`), 1, last),
      );
      return inOrder([rivals, enrolled]);
    },
  },
  {
    name: 'rival keys, and enrolments by none of them',
    async pages(stage) {
      const { community, didac } = stage;
      const log = didacsLog(stage);
      const none = await keyOf('no rival');
      const enrolled = await fill(log, half(stage), async (i) =>
        enrolmentUnder(community, await furtherDevice(didac, `tablet ${i}`), 1, none),
      );
      return inOrder([enrolled, await fill(log, half(stage), (i) => rival(stage, i))]);
    },
  },
  {
    name: 'what one guardian writes, and enrolments by the last key of it',
    async pages(stage) {
      const { community, carme } = stage;
      const log = didacsLog(stage);
      const written = await fill(log, half(stage), async (i) =>
        recovery(carme, 2, await keyOf(`Carme ${i}`)),
      );
      const last = await keyOf(`Carme ${written.length - 1}`);
      const enrolled = await fill(log, half(stage), async (i) =>
        enrolmentUnder(community, await furtherDevice(carme, `tablet ${i}`), 2, last),
      );
      return inOrder([written, enrolled]);
    },
  },
  {
    name: 'versions of an identity, each alone',
    async pages(stage) {
      const log = didacsLog(stage);
      const all = await fill(log, stage.bytes, (i) => versionAt(stage, i));
      return alone(all.toReversed());
    },
  },
  {
    name: 'devices that add one another, the last comes first',
    async pages(stage) {
      const { added } = await chainOf(stage);
      return inOrder(added.toReversed());
    },
  },
  {
    name: 'devices that add one another, and two histories of the first',
    async pages(stage) {
      const { added, second } = await chainOf(stage);
      const other = await second.log.branch(second.person, 0).add(helped(stage.ana, 1));
      return [...inOrder(added), ...alone([other])];
    },
  },
  {
    name: 'admissions of people whom nobody knows',
    async pages(stage) {
      const { community, didac } = stage;
      const log = didacsLog(stage);
      return inOrder([
        await fill(log, stage.bytes, (i) => admission(community, `Puppet ${i}`, didac)),
      ]);
    },
  },
];
