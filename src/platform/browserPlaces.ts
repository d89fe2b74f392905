import type { Archive } from '@manyhands/archive';
import { assert, err, ok } from '@manyhands/base';
import type { Result, Work } from '@manyhands/base';
import { randomBytes, recoveryKeyOf } from '@manyhands/keys';
import type { KeyForm, RecoveryWords } from '@manyhands/keys';
import {
  communityIdOf,
  encodeCharter,
  encodeDeviceLink,
  encodeInvite,
  encodePoster,
  encodeReturnLink,
  foundCommunity,
} from '@manyhands/ledger';
import type { DeviceLink, Invite, Poster, ReturnLink } from '@manyhands/ledger';
import type { StoreFault } from '@manyhands/replica';
import { openIdbStore } from '@manyhands/storage';
import type {
  Keyring,
  StoredMembership as KeyringRow,
  Vault,
} from '@manyhands/storage';
import { certify } from '@manyhands/door';
import type { OwnCertificate } from '@manyhands/door';
import { keepDecisionsNoted } from '@manyhands/community/decisions';
import { keepPeaceCarried } from '@manyhands/community/safety';
import { keepAgreed, keepPartnersTold } from '@manyhands/community/people';
import { finishKit, keepKitNote } from '@manyhands/community/recovery';
import type { AgreementInForce } from '@manyhands/community/decisions';
import type { Newcomer } from '@manyhands/community/people';
import type { Membership, Place } from '@manyhands/community/opened';
import type { LobbyAddress } from '@manyhands/community/admission';
import type { Search } from '@manyhands/community/recovery';
import type { OpenRefused } from '../phone/openRefused.ts';
import type { Founding, Introducing, Opened, Places } from '../phone/places.ts';
import { fillFrom } from './archives.ts';
import { breathing } from './breathing.ts';
import { nowInMinutes } from './clock.ts';
import type { SelfSearch } from './foundSelf.ts';
import { introduceWith } from './introduceWith.ts';
import { joinMesh } from './joinMesh.ts';
import { LivePlace } from './livePlace.ts';
import { charterOf, furtherRowOf, newKeys, rowOf } from './newcomer.ts';
import type { OwnKeys } from './newcomer.ts';
import { locksOf } from './locksOf.ts';
import { membershipOf } from './membershipOf.ts';
import { noteUse } from './noteUse.ts';
import { openedOr } from './openedOr.ts';
import { openPlace } from './openPlace.ts';
import { keepLobby, keepLine } from './placeNotes.ts';
import { ReaderSearch } from './readerSearch.ts';
import { LobbySearch } from './wayBack.ts';
import { whileOpen } from './whileOpen.ts';

/** The communities this browser keeps, each on a disk of its own beside the keyring. */
export class BrowserPlaces implements Omit<
  Places,
  'list' | 'parcels' | 'joinMessages' | 'readCharter' | 'takePassed' | 'checkArchive'
> {
  readonly #keyring: Keyring;
  /** The relay beside this app: where others are looked for, beside the charter's. */
  readonly #relay: string;
  /** What seals this person's keys and secrets on the disk. */
  readonly #vault: Vault | null;

  constructor(keyring: Keyring, relay: string, vault: Vault | null = null) {
    this.#keyring = keyring;
    this.#relay = relay;
    this.#vault = vault;
  }

  open(membership: Membership, takeOver: boolean): Promise<Opened> {
    return this.#reopen(membership, takeOver, () => Promise.resolve(ok(undefined)));
  }

  knockAgain(membership: Membership, invite: Invite): Promise<Opened> {
    // Who waits for their neighbours asks with another key than an invite's newcomer.
    return this.#reopen(membership, false, async (place) =>
      place.comingBack() ? ok(undefined) : place.knocking.with(encodeInvite(invite)),
    );
  }

  async #reopen<Refused>(
    membership: Membership,
    takeOver: boolean,
    first: (place: LivePlace) => Promise<Result<unknown, Refused>>,
  ): Promise<Result<LivePlace, Refused | OpenRefused>> {
    const rows = await this.#keyring.list();
    if (!rows.ok) return rows;
    const row = rows.value.find(({ device }) => device === membership.device);
    if (!row)
      return err({ type: (await this.#isKeyless(membership)) ? 'KeyLost' : 'NotHere' });
    const place = await this.#open(row, { takeOver, isNew: false });
    if (!place.ok) return place;
    await finishKit(place.value);
    const begun = await first(place.value);
    if (!begun.ok) {
      await place.value.close();
      return begun;
    }
    this.#connect(place.value, row);
    return place;
  }

  async found(founding: Founding): Promise<Opened> {
    const keys = await this.#newKeys();
    if (!keys.ok) return keys;
    const charter = charterOf(founding, keys.value, [this.#relay]);
    const community = communityIdOf(encodeCharter(charter));
    const row = rowOf(community, charter.name, keys.value, false);
    const begun = this.#begin(row, keys.value, async (place, certificate) => {
      const content = foundCommunity(charter, certificate);
      assert(content.ok, 'a charter drafted here founds a community');
      const founded = await place.writer.append('ledger', content.value);
      if (!founded.ok) return founded;
      await place.takeSecret({ epoch: 0, secret: randomBytes(32) });
      // Whoever wrote the agreement agrees to it.
      const agreed = await keepAgreed(place.notes, charter, nowInMinutes());
      if (!agreed.ok) return agreed;
      const { yourName, skills = [] } = founding;
      return introduceWith(place, { name: yourName, skills, wishes: [] });
    });
    return openedOr(await begun);
  }

  join(
    invite: Invite,
    you: Newcomer,
    agreed: AgreementInForce | null,
  ): Promise<Opened> {
    return this.#arrive(invite, encodeInvite(invite), you, async ({ notes }) =>
      agreed ? keepAgreed(notes, agreed, nowInMinutes()) : ok(undefined),
    );
  }

  knock(poster: Poster, { name, line }: Introducing): Promise<Opened> {
    const you = { name, skills: [], wishes: [] };
    return this.#arrive(poster, encodePoster(poster), you, ({ notes }) =>
      keepLine(notes, line.trim()),
    );
  }

  /** Somebody new, who asks to be let in with what they were shown. */
  async #arrive(
    { community, name }: Pick<Invite, 'community' | 'name'>,
    link: string,
    you: Newcomer,
    keep: (place: LivePlace) => Promise<Result<void, StoreFault>>,
  ): Promise<Opened> {
    const keys = await this.#newKeys();
    if (!keys.ok) return keys;
    const row = rowOf(community, name, keys.value, false);
    const begun = this.#begin(row, keys.value, async (place) => {
      const first = await keep(place);
      if (!first.ok) return first;
      const kept = await place.knocking.with(link);
      return kept.ok ? introduceWith(place, you) : kept;
    });
    return openedOr(await begun);
  }

  async adopt(link: DeviceLink): Promise<Opened> {
    const keys = await this.#newKeys();
    if (!keys.ok) return keys;
    const row = furtherRowOf(link, keys.value);
    const begun = this.#beginAs(row, (place) =>
      place.knocking.with(encodeDeviceLink(link)),
    );
    return openedOr(await begun);
  }

  /** A log of its own from place 0, as after `comeBack`; it begins once the key counts. */
  async comeBackBy(link: ReturnLink): Promise<Opened> {
    const keys = await this.#newKeys();
    if (!keys.ok) return keys;
    const row = {
      ...furtherRowOf(link, keys.value),
      identity: keys.value.identity.stored,
    };
    const begun = this.#beginAs(row, (place) =>
      place.knocking.with(encodeReturnLink(link)),
    );
    return openedOr(await begun);
  }

  async demo(
    yourName: string,
    report: (done: number, of: number) => void,
  ): Promise<Opened> {
    const { makeDemo } = await import('../demo/makeDemo.ts');
    const keys = await this.#newKeys();
    if (!keys.ok) return keys;
    const demo = await makeDemo(yourName, nowInMinutes(), report);
    const { community, ledger } = demo.village.replica;
    const row = rowOf(community, ledger.charter()?.name ?? '', keys.value, true);
    const begun = this.#begin(row, keys.value, (place, certificate) =>
      demo.fill(place, certificate),
    );
    return openedOr(await begun);
  }

  async restore(archive: Archive, work: Work) {
    const { community, name } = archive.manifest;
    const rows = await this.#keyring.list();
    if (!rows.ok) return rows;
    const known = rows.value.find((row) => row.community === community);
    const fill = (place: LivePlace) => fillFrom(archive, place.replica, work);
    if (known) return this.#reopen(membershipOf(known), false, fill);
    const keys = await this.#newKeys();
    if (!keys.ok) return keys;
    const row = rowOf(community, name, keys.value, false);
    return this.#begin(row, keys.value, fill);
  }

  async lookBack(way: LobbyAddress, words: RecoveryWords) {
    const kept = await this.#probe();
    if (!kept.ok) return kept;
    const how = { kept: kept.value, relay: this.#relay };
    return ok(await LobbySearch.begin(way, words, how));
  }

  async lookHere(place: Place, words: RecoveryWords) {
    assert(place instanceof LivePlace, 'what is open here was opened here');
    const { community } = place.membership;
    const keys = await this.#newKeys();
    if (!keys.ok) return keys;
    const identity = await recoveryKeyOf(words, community);
    return ok(new ReaderSearch(place, { ...keys.value, identity }));
  }

  /** A log of its own from place 0: the lost device's is never written on (design §2). */
  async comeBack(search: Search, way: LobbyAddress | null): Promise<Opened> {
    const own = search as SelfSearch;
    const self = await own.self();
    await own.cancel();
    if (self === null) return err({ type: 'NotHere' });
    const begun = await this.#beginAs(self.row, async (place) => {
      const filled = await self.fill(place.replica);
      if (!filled.ok) return filled;
      const kept = way ? await keepLobby(place.notes, way) : ok(undefined);
      // Whoever comes back by a page has tried it.
      const now = nowInMinutes();
      await keepKitNote(place, { madeAt: now, testedAt: now });
      return kept.ok ? place.writer.append('ledger', self.enrolment) : kept;
    });
    if (begun.ok) await own.done();
    return openedOr(begun);
  }

  /** Forgets a membership that cannot be opened, with whatever the disk has of it. */
  async forget(membership: Membership): Promise<Result<void, OpenRefused>> {
    const store = await openIdbStore(membership);
    if (store.ok) await store.value.destroy();
    return this.#keyring.remove(membership.community, membership.device);
  }

  async #isKeyless({ device }: Membership): Promise<boolean> {
    const rows = await this.#keyring.keyless();
    return rows.ok && rows.value.some((row) => row.device === device);
  }

  async locks() {
    const rows = await this.#keyring.list();
    const asked = rows.ok ? rows.value.map((row) => locksOf(row, this.#vault)) : [];
    return (await Promise.all(asked)).flat();
  }

  /** Refused by storage that would not keep any, before anybody is anybody. */
  async #newKeys(): Promise<Result<OwnKeys, OpenRefused>> {
    const kept = await this.#probe();
    return kept.ok ? ok(await newKeys(kept.value)) : kept;
  }

  /** What an engine keeps to itself cannot be locked: in a vault keys are bytes. */
  async #probe(): Promise<Result<KeyForm, OpenRefused>> {
    const kept = await this.#keyring.probe();
    return kept.ok && this.#vault ? ok('bytes') : kept;
  }

  /**
   * A new membership, in an order that leaves no half of one behind: its disk first,
   * what it begins with, and only then the row that lists it.
   */
  async #beginAs<Refused>(
    row: KeyringRow,
    settle: (place: LivePlace) => Promise<Result<unknown, Refused>>,
  ): Promise<Result<LivePlace, Refused | OpenRefused>> {
    const place = await this.#open(row, { takeOver: false, isNew: true });
    if (!place.ok) return place;
    const settled = await settle(place.value);
    const saved = settled.ok ? await this.#keyring.save(row) : settled;
    if (!saved.ok) {
      await place.value.erase();
      return saved;
    }
    this.#connect(place.value, row);
    return place;
  }

  /** The same of somebody new, who is certified by their own first key. */
  #begin<Refused>(
    row: KeyringRow,
    keys: OwnKeys,
    settle: (
      place: LivePlace,
      certificate: OwnCertificate,
    ) => Promise<Result<unknown, Refused>>,
  ): Promise<Result<LivePlace, Refused | OpenRefused>> {
    const certified = certify(row.community, { ...keys, box: keys.sealing.publicKey });
    return this.#beginAs(row, async (place) => settle(place, await certified));
  }

  #open(row: KeyringRow, how: { readonly takeOver: boolean; readonly isNew: boolean }) {
    const forget = async () => {
      await this.#keyring.remove(row.community, row.device);
    };
    const wipe = () => this.#keyring.save({ ...row, identity: null });
    return openPlace(row, { ...how, vault: this.#vault, forget, wipe });
  }

  #connect(place: LivePlace, row: KeyringRow): void {
    noteUse(place, this.#keyring);
    place.onclosed(keepPartnersTold(place));
    place.onclosed(keepPeaceCarried(place));
    place.onclosed(keepDecisionsNoted(place));
    void whileOpen(
      place,
      () => import('./keepActing.ts'),
      ({ keepActing }) => place.onclosed(keepActing(place)),
    );
    // Nothing local waits for others: the screen is there before they are.
    if (row.demo)
      void whileOpen(
        place,
        () => import('../demo/wakeNeighbours.ts'),
        ({ wakeNeighbours }) => void wakeNeighbours(place, nowInMinutes, breathing()),
      );
    else void joinMesh(place, row, this.#relay);
  }
}
