/** The app over a village in memory. Development only: never in the build. */
import { mount } from 'svelte';
import App from '../app/App.svelte';
import '../face/base.css';
import { Community } from '../phone/Community.svelte.ts';
import { Router } from '../phone/Router.svelte.ts';
import { routerEntry } from '../phone/routerContext.ts';
import { followLanguage, speakFirst } from '../phone/language.ts';
import { bigBoardVillage, boardVillage, streetVillage } from './boards.ts';
import { manyQuestions } from './manyQuestions.ts';
import { bytesOnDisk } from './onDisk.ts';
import { lostPhone } from '../../packages/community/src/testing/lostPhone.ts';
import {
  bigVillage,
  leftVillage,
  newVillage,
  oldPageVillage,
  phonesVillage,
  richVillage,
  seenSmallVillage,
  seenSpareKeyVillage,
} from './stories.ts';
import { anHourIn, townVillage } from './town.ts';
import type { ScreenVillage } from './village.ts';
import { phoneWith } from './villagePhone.ts';

const asked = new URLSearchParams(location.search);
const tellers: Record<string, () => Promise<ScreenVillage>> = {
  rich: richVillage,
  board: boardVillage,
  new: newVillage,
  small: seenSmallVillage,
  spare: seenSpareKeyVillage,
  phones: phonesVillage,
  big: () => bigVillage(1_000),
  bigboard: () => bigBoardVillage(1_000, 3),
  street: streetVillage,
  pictures: () => bigBoardVillage(1_000, 3, 1),
  left: leftVillage,
  town: () => townVillage(Number(asked.get('hours'))),
  oldPage: oldPageVillage,
};

const target = document.getElementById('app');
if (target === null) throw new Error('screens.html has no #app');
const tell = tellers[asked.get('village') ?? 'rich'] ?? richVillage;
const village = await tell();
const community = asked.has('waiting')
  ? await village.knock('Nora')
  : await communityOf(asked.get('as') ?? 'Ana');
const screen = asked.get('screen') ?? '/home';
location.hash = `#/p/${community.address}${screen}`;
const props = { phone: await phoneWith(community) };
const context = new Map([routerEntry(new Router())]);
await speakFirst(navigator.languages);
followLanguage(window);
mount(App, { target, context, props });

/** The phone of who lives there, or is on the way: in for the first time, or back. */
async function communityOf(name: string): Promise<Community> {
  if (asked.has('waiting')) return village.knock('Nora');
  if (asked.has('back'))
    return new Community((await lostPhone(village, name, 'Biel')).place);
  return village.as(name);
}

// To tell the story on from the console, and for bench/board, bench/ours and bench/screens.
Object.assign(globalThis, {
  village,
  community,
  bytesOnDisk,
  manyQuestions,
  anHourIn,
});
