/** Statements, keys, guardians and devices, N of these times M of those. */
import type { SigningKey } from '@manyhands/keys';
import { witnessEntry } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  LogBuilder,
  additionOf,
  createPerson,
  helped,
  listing,
} from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { enrolled, keyCalled, recovered, stated } from '../entries.ts';
import { carme, didac, village } from '../stories.ts';
import { fill, puppet } from './mischief.ts';
import type { Worst } from './mischief.ts';

const key = (n: number | string): Promise<SigningKey> =>
  keyCalled(`Didac’s ${String(n)}`);

const ledgerOf = ({ id }: TestCommunity, person: CastMember): LogBuilder =>
  new LogBuilder(id, 'ledger', person);

/** Many statements of number 1, each with a key, and many of number 2 by these. */
const rivals: Worst = async (bytes) => {
  const { community } = await village();
  const [one, two] = [ledgerOf(community, didac), ledgerOf(community, await puppet(0))];
  await one.add(await community.enrolContent(await puppet(0)));
  await fill(bytes, async (n) => [
    await one.add(
      await stated(community, didac, { key: await key(n) }, didac.identity),
    ),
    await two.add(
      await stated(community, didac, { version: 2, key: await key(-n) }, await key(n)),
    ),
  ]);
  return { community, logs: [one, two] };
};

/** Many statements of number 1, and many of number 2, all by the last of their keys. */
const oneSigner: Worst = async (bytes) => {
  const { community } = await village();
  const log = ledgerOf(community, didac);
  const last = await key('last');
  const claim = { version: 2, key: await key('next') };
  await fill(bytes / 2, async (n) => [
    await log.add(
      await stated(community, didac, { key: await key(n) }, didac.identity),
    ),
  ]);
  await log.add(await stated(community, didac, { key: last }, didac.identity));
  await fill(bytes / 2, async (n) => {
    const devices = [listing(didac, n)];
    return [await log.add(await stated(community, didac, { ...claim, devices }, last))];
  });
  return { community, logs: [log] };
};

/** Four keys for each number, and each key of the next signed by one of the four. */
const layers: Worst = async (bytes) => {
  const { community } = await village();
  const log = ledgerOf(community, didac);
  await fill(bytes, async (n) => {
    const version = 1 + (Math.floor(n / 4) % 200);
    const signer =
      version === 1 ? didac.identity : await key(`${version - 1}/${n % 4}`);
    const of = { version, key: await key(`${version}/${n % 4}`) };
    const devices = [listing(didac, n)];
    return [await log.add(await stated(community, didac, { ...of, devices }, signer))];
  });
  return { community, logs: [log] };
};

/** Keys, and certificates that wait for one of them: which comes first, as told. */
const waiting =
  (isKeysFirst: boolean): Worst =>
  async (bytes) => {
    const { community } = await village();
    const named = await puppet(0);
    const [keys, certificates] = [
      ledgerOf(community, didac),
      ledgerOf(community, named),
    ];
    await keys.add(await community.enrolContent(named));
    const wrong = await key('nobody’s');
    await fill(bytes, async (n) => [
      await keys.add(
        await stated(community, didac, { key: await key(n) }, didac.identity),
      ),
      await certificates.add(await enrolled(community, await puppet(n), 1, wrong)),
    ]);
    const first = ledgerOf(community, didac);
    first.entries.push(...keys.entries.slice(0, 1));
    const logs = isKeysFirst ? [keys, certificates] : [first, certificates, keys];
    return { community, logs };
  };

/** Sets of guardians, and what each of them writes. */
const guardians: Worst = async (bytes) => {
  const { community } = await village();
  const log = ledgerOf(community, didac);
  const all = await Promise.all(
    Array.from({ length: 12 }, (_, n) => createPerson(`Guardian ${String(n)}`)),
  );
  const words = all.map((each) => ledgerOf(community, each));
  for (const each of all) await log.add(await community.admitContent(each));
  await fill(bytes, async (n) => {
    const named = all
      .filter((_, i) => i % 12 !== n % 12 && i % 5 !== n % 5)
      .slice(0, 9);
    const of = { g: 1 + Math.floor(named.length / 2), key: await key(n) };
    const names = named.map(({ member }) => member).sort();
    const claim = { ...of, guardians: names };
    const word = recovered(didac, 2 + (n % 3), await key(`r${String(n)}`));
    return [
      await log.add(await stated(community, didac, claim, didac.identity)),
      ...(await Promise.all([words[n % 12]?.add(word)])).flatMap((each) => each ?? []),
    ];
  });
  return {
    community,
    logs: [log, ...words.filter(({ entries }) => entries.length > 0)],
  };
};

/** What one guardian writes of one number, again and again. */
const recoveries: Worst = async (bytes) => {
  const { community } = await village();
  const [log, words] = [ledgerOf(community, didac), ledgerOf(community, carme)];
  const named = { g: 1, guardians: [carme.member] };
  await log.add(
    await stated(community, didac, { key: await key(0), ...named }, didac.identity),
  );
  await fill(bytes, async (n) => [
    await words.add(recovered(didac, 1 + (n % 3), await key(n))),
  ]);
  return { community, logs: [log, words] };
};

/** Each device adds the next, and the last is told first. */
const backwards: Worst = async (bytes) => {
  const { community } = await village();
  const logs = [ledgerOf(community, didac)];
  await fill(bytes / 2, async (n) => {
    const next = await puppet(n);
    const log = logs.at(-1);
    logs.push(ledgerOf(community, next));
    return log ? [await log.add(additionOf(next))] : [];
  });
  return {
    community,
    logs: logs.filter(({ entries }) => entries.length > 0).toReversed(),
  };
};

/** Each member lets in the next, and the last is told first. */
const chainOfMembers: Worst = async (bytes) => {
  const { community } = await village();
  const logs = [ledgerOf(community, didac)];
  await fill((bytes * 2) / 3, async (n) => {
    const next = await createPerson(`Puppet ${String(n)}`);
    const log = logs.at(-1);
    logs.push(ledgerOf(community, next));
    return log ? [await log.add(await community.admitContent(next))] : [];
  });
  return {
    community,
    logs: logs.filter(({ entries }) => entries.length > 0).toReversed(),
  };
};

/** As many devices of one member as there is room for. */
const devices: Worst = async (bytes) => {
  const { community } = await village();
  const log = ledgerOf(community, didac);
  await fill(bytes, async (n) => [
    await log.add(await community.enrolContent(await puppet(n))),
  ]);
  return { community, logs: [log] };
};

/** Devices that each enrol themselves, with keys that nobody has stated. */
const strangers: Worst = async (bytes) => {
  const { community } = await village();
  const nobodys = await key('nobody’s');
  const own = ledgerOf(community, didac);
  const logs: LogBuilder[] = [];
  await fill(bytes, async (n) => {
    const device = await puppet(n);
    const log = ledgerOf(community, device);
    logs.push(log);
    return [
      await log.add(await enrolled(community, device, 1, nobodys)),
      ...(n % 4 === 0
        ? [
            await own.add(
              await stated(community, didac, { key: await key(n) }, didac.identity),
            ),
          ]
        : []),
    ];
  });
  return { community, logs: [...logs, own] };
};

/** Witnesses of certificates, each with three signatures inside. */
const carriedCertificates: Worst = async (bytes) => {
  const { community } = await village();
  const [log, by] = [ledgerOf(community, await puppet(0)), ledgerOf(community, didac)];
  await fill(bytes, async (n) => {
    const entry = await log.add(await community.enrolContent(await puppet(n)));
    const witness = witnessEntry(entry);
    return witness ? [await by.add(witness)] : [];
  });
  return { community, logs: [by] };
};

/** One device that many members are said to have, or to be written down on. */
const sharedDevice: Worst = async (bytes) => {
  const { community } = await village();
  const log = ledgerOf(community, didac);
  await fill(bytes, async (n) => {
    const guest = {
      ...(await createPerson(`Guest ${String(n)}`)),
      device: didac.device,
    };
    return [await log.add({ ...(await community.admitContent(guest)), role: 2 })];
  });
  return { community, logs: [log] };
};

/** What ends one's own other device, here and there, and the device's hours. */
const movingEnd: Worst = async (bytes) => {
  const { community } = await village();
  const [log, other] = [ledgerOf(community, didac), await puppet(0)];
  const hours = ledgerOf(community, other);
  await log.add(await community.enrolContent(other));
  await fill(bytes / 2, async () => [await hours.add(helped(carme, 30))]);
  let [version, signer] = [0, didac.identity];
  await fill(bytes / 2, async (n) => {
    version = Math.min(version + 1, 255);
    const next = version < 255 ? await key(n) : signer;
    const devices = [listing(didac), listing(other, n + 1)];
    const claim = { version, key: next, devices };
    const entry: Entry = await log.add(await stated(community, didac, claim, signer));
    signer = next;
    return [entry];
  });
  const first = ledgerOf(community, didac);
  first.entries.push(...log.entries.slice(0, 1));
  return { community, logs: [first, hours, log] };
};

export const statements: Readonly<Record<string, Worst>> = {
  'rival statements, each followed by one of its key': rivals,
  'rival statements, and many that one key signed': oneSigner,
  'layers of keys': layers,
  'keys, then certificates that wait for one': waiting(true),
  'certificates that wait for a key, then keys': waiting(false),
  'sets of guardians, and what each writes': guardians,
  'one guardian’s words': recoveries,
  'a chain of devices, told backwards': backwards,
  'a chain of members, told backwards': chainOfMembers,
  'as many devices': devices,
  'devices that enrol themselves with nobody’s key': strangers,
  'witnesses of certificates': carriedCertificates,
  'one device for many members': sharedDevice,
  'an end that moves with each statement': movingEnd,
};
