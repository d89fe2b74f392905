import { err } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { confirmTransfer } from '@manyhands/ledger';
import { channelPair, startMesh } from '@manyhands/mesh';
import type { Mesh } from '@manyhands/mesh';
import type { Place, CommunitySecret } from '@manyhands/community/opened';
import { quietMoment } from '../ui/whenQuiet.ts';
import { founderOfDemo } from './neighbours.ts';
import { readDemoSeed } from './seed.ts';
import { wakeVillage } from './village.ts';
import type { DemoNeighbour, DemoVillage } from './village.ts';

/** Milliseconds that the neighbours sleep at most. */
const longestDrawing = 3_000;

/** How long a neighbour takes to look at the phone and say yes. */
const thinkingTime = 1_200;

/**
 * Wakes the demo's neighbours: a second replica in this page, joined to the visitor's
 * by a real session over a channel in memory. What somebody asks of them they answer;
 * nothing ever leaves the page.
 */
export async function wakeNeighbours(
  place: Place & {
    readonly attach: (start: () => Mesh) => Mesh | null;
    readonly onclosed: (end: () => void) => void;
  },
  now: () => MinuteOfTime,
  breathe: () => Promise<void> | undefined,
): Promise<void> {
  // First the visitor sees their screen.
  await quietMoment(longestDrawing);
  const seed = await readDemoSeed(place.notes);
  const secret = place.secret();
  if (!seed || !secret) return;
  const village = await wakeVillage(seed, place.replica, now, breathe);
  const { member } = place.membership;
  const ours = place.attach(() => meshOf(place.replica, member, place.device, secret));
  const founder = village.neighbours[founderOfDemo];
  if (!ours || !founder) {
    rest(village);
    return;
  }
  const theirs = meshOf(village.replica, founder.member, founder.device, secret);
  const [here, there] = channelPair();
  void theirs.connectChannel(there, 'answerer');
  void ours.connectChannel(here, 'dialler');
  const stopAnswering = answerFor(village);
  place.onclosed(() => {
    stopAnswering();
    theirs.close();
    rest(village);
  });
}

/** The neighbours write and keep nothing any more. */
function rest({ neighbours, replica }: DemoVillage): void {
  for (const { writer } of neighbours) writer.close();
  void replica.close();
}

const meshOf = (
  replica: Place['replica'],
  member: DemoNeighbour['member'],
  device: Place['device'],
  secret: CommunitySecret,
): Mesh =>
  startMesh({
    replica,
    self: { member, device },
    secret,
    lobby: null,
    relays: [],
    admission: null,
    admit: () => Promise.resolve(err({ type: 'InviteUnknown' as const })),
    onsecret: () => undefined,
  });

/** Says yes to whatever waits for a neighbour, each after a moment. Returns its end. */
function answerFor({ replica, neighbours }: DemoVillage): () => void {
  const thinking = new Map<string, ReturnType<typeof setTimeout>>();

  function look(): void {
    for (const neighbour of neighbours) {
      for (const { proposal } of replica.ledger.waitingFor(neighbour.member)) {
        const key = `${proposal}${neighbour.member}`;
        if (thinking.has(key)) continue;
        thinking.set(
          key,
          setTimeout(() => void answer(neighbour, proposal), thinkingTime),
        );
      }
    }
  }

  async function answer(
    neighbour: DemoNeighbour,
    proposal: Parameters<typeof confirmTransfer>[2],
  ): Promise<void> {
    // Taken back meanwhile, perhaps: then there is nothing to say yes to.
    const line = replica.ledger.transfer(proposal, neighbour.member);
    const yes = confirmTransfer(replica.ledger, neighbour.member, proposal);
    if (line?.status === 'open' && yes.ok) {
      await neighbour.writer.append('ledger', yes.value);
    }
  }

  const unsubscribe = replica.subscribe(look);
  look();
  return () => {
    unsubscribe();
    for (const timer of thinking.values()) clearTimeout(timer);
  };
}
