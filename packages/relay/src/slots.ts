import type { Whose } from './addresses.ts';

export interface SlotCaps {
  readonly all: number;
  readonly perBlock: number;
  readonly perAddress: number;
  /** Milliseconds after which a slot is given up to an equal. */
  readonly turn: number;
}

/** One connection's slot. */
export interface Slot {
  /** One that is not busy goes before those that are. */
  isBusy: boolean;
  /** What to do when somebody else gets it; by then it is free. */
  giveUp: () => void;
  readonly leave: () => void;
}

interface Seat extends Slot {
  readonly since: number;
}

/** The seats of an address, the oldest first. */
type Address = Set<Seat>;

interface Block {
  readonly addresses: Map<string, Address>;
  size: number;
}

/**
 * Who has a slot, by address and block (R9). When all are taken, the block with most gives
 * one up: of its address with most the oldest that is not busy, or else the oldest. A block
 * that is full does so by itself. Nobody is pushed out by somebody who would then have as
 * many: to an equal one gives way if one is not busy, or has had one's turn.
 */
export class Slots {
  readonly #caps: SlotCaps;
  readonly #now: () => number;
  readonly #blocks = new Map<string, Block>();
  #size = 0;

  constructor(caps: SlotCaps, now: () => number) {
    this.#caps = caps;
    this.#now = now;
  }

  get size(): number {
    return this.#size;
  }

  /** A slot for one more, or null. Calls `giveUp` of whoever loses theirs for it. */
  enter(whose: Whose, giveUp: () => void): Slot | null {
    if (!this.#makeRoom(whose)) return null;
    const block = this.#blockOf(whose);
    const address = addressIn(block, whose);
    const leave = () => {
      if (!address.delete(seat)) return;
      this.#size -= 1;
      block.size -= 1;
      if (address.size === 0) block.addresses.delete(whose.address);
      if (block.size === 0) this.#blocks.delete(whose.block);
    };
    const seat: Seat = { since: this.#now(), isBusy: false, giveUp, leave };
    address.add(seat);
    block.size += 1;
    this.#size += 1;
    return seat;
  }

  #blockOf({ block: name }: Whose): Block {
    const block = this.#blocks.get(name) ?? { addresses: new Map(), size: 0 };
    this.#blocks.set(name, block);
    return block;
  }

  /** Whether there is a slot, if need be because somebody gives way. */
  #makeRoom(whose: Whose): boolean {
    const { all, perBlock, perAddress } = this.#caps;
    const block = this.#blocks.get(whose.block);
    const address = block?.addresses.get(whose.address);
    const isCapped = !whose.isProxy;
    let leaves: Seat | undefined;
    if (isCapped && address && address.size >= perAddress)
      leaves = this.#due(firstOf(address));
    else if (isCapped && block && block.size >= perBlock)
      leaves = this.#inBlock(block, whose);
    else if (this.#size >= all) leaves = this.#inAll(whose);
    else return true;
    leaves?.leave();
    leaves?.giveUp();
    return leaves !== undefined;
  }

  #inAll(whose: Whose): Seat | undefined {
    const own = this.#blocks.get(whose.block);
    const most = largest(this.#blocks.values(), own);
    const first = most && firstOf(largest(most.addresses.values()));
    const would = (own?.size ?? 0) + 1;
    if (most && most.size > would) return first;
    const ofOwn = own && this.#inBlock(own, whose);
    return ofOwn ?? (most?.size === would ? this.#due(first) : undefined);
  }

  #inBlock(block: Block, whose: Whose): Seat | undefined {
    const own = block.addresses.get(whose.address);
    const most = largest(block.addresses.values(), own);
    const would = (own?.size ?? 0) + 1;
    if (most && most.size > would) return firstOf(most);
    const ofOwn = this.#due(firstOf(own));
    return ofOwn ?? (most?.size === would ? this.#due(firstOf(most)) : undefined);
  }

  #due(seat: Seat | undefined): Seat | undefined {
    if (seat === undefined) return undefined;
    const hadTurn = this.#now() - seat.since >= this.#caps.turn;
    return !seat.isBusy || hadTurn ? seat : undefined;
  }
}

function addressIn({ addresses }: Block, { address: name }: Whose): Address {
  const address: Address = addresses.get(name) ?? new Set();
  addresses.set(name, address);
  return address;
}

/** The first to go: that does nothing, or has been there longest. */
function firstOf(address: Address | undefined): Seat | undefined {
  let oldest: Seat | undefined;
  for (const seat of address ?? []) {
    if (!seat.isBusy) return seat;
    oldest ??= seat;
  }
  return oldest;
}

/** Of all but one; of equals the one that came first. */
function largest<Group extends { readonly size: number }>(
  groups: Iterable<Group>,
  but?: Group,
): Group | undefined {
  let most: Group | undefined;
  for (const group of groups) {
    if (group !== but && group.size > (most?.size ?? 0)) most = group;
  }
  return most;
}
