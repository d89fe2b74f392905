// The app's own order, for .dependency-cruiser.cjs. test/architecture.test.ts plants imports
// that it refuses; test/features.test.ts applies it to types in .svelte files, which
// dependency-cruiser cannot see.

/**
 * What the features of the app stand on. `words` know nothing: translators work there.
 * `phone` knows which community is open and where in it one is, `naming` what things are
 * called, `screen` what every screen is made of.
 */
const ground = {
  words: [],
  phone: ['words'],
  naming: ['words', 'ui', 'phone'],
  screen: ['words', 'ui', 'phone', 'naming'],
  demo: ['words', 'ui'],
  platform: ['words', 'phone', 'demo'],
};

/**
 * Feature of the app → the features it uses, and the files that others may use of it. A file
 * that is not lent is the feature's own. Only `app` opens screens.
 */
const features = {
  hours: {
    uses: [],
    lends: [
      'AskedCard.svelte',
      'Balance.svelte',
      'BothAnswers.svelte',
      'GiftBody.svelte',
      'GiftsBetween.svelte',
      'GiftsOfUs.svelte',
      'HourBody.svelte',
      'HourRow.svelte',
      'NotSigned.svelte',
      'PastLimit.svelte',
      'WhenChoice.svelte',
      'giftWords.ts',
    ],
  },
  matches: {
    uses: [],
    lends: [
      'AlertKinds.svelte',
      'FittingCards.svelte',
      'IntroduceSheet.svelte',
      'MeetingCards.svelte',
      'NewCards.svelte',
      'TellMeOf.svelte',
      'TurnNudge.svelte',
      'YouCould.svelte',
      'matchWords.ts',
    ],
  },
  joining: {
    uses: [],
    lends: [
      'Agreed.svelte.ts',
      'Agreement.svelte',
      'AgreementWords.svelte',
      'AgreementNews.svelte',
      'AtTheDoor.svelte',
      'WaitingToBeLetIn.svelte',
    ],
  },
  decisions: {
    uses: ['joining', 'keeping'],
    lends: [
      'DecisionNews.svelte',
      'InDoubt.svelte',
      'KnowOffer.svelte',
      'KnowThem.svelte',
      'PartingMe.svelte',
      'PartingNote.svelte',
      'PausedMe.svelte',
      'PausedNote.svelte',
      'WordsAbout.svelte',
      'hasParted.ts',
      'leaveRow.ts',
      'pauseRow.ts',
    ],
  },
  talk: {
    uses: ['hours', 'decisions'],
    lends: [
      'HiddenCard.svelte',
      'NeedCard.svelte',
      'PeaceActs.svelte',
      'PersonMenu.svelte',
      'PlanRow.svelte',
      'ToldCard.svelte',
      'Unhide.svelte',
      'UnreadTalk.svelte',
      'forThat.ts',
    ],
  },
  board: {
    uses: ['hours', 'matches', 'talk'],
    lends: [
      'CardsOf.svelte',
      'FreeTimes.svelte',
      'Photo.svelte',
      'ReadyCards.svelte',
      'PictureField.svelte',
      'makePicture.ts',
    ],
  },
  gatherings: { uses: [], lends: ['GatheringRow.svelte', 'NewsCard.svelte'] },
  recovery: {
    uses: [],
    lends: [
      'AskPage.svelte',
      'BackHere.svelte',
      'KitPage.svelte',
      'ShownWay.svelte',
      'LostAll.svelte',
      'OldPageUsed.svelte',
      'Safe.svelte',
      'SafeNudge.svelte',
      'Safety.svelte.ts',
      'keptByBrowser.ts',
      'SpareKeyNews.svelte',
      'SpareKeyOf.svelte',
    ],
  },
  devices: { uses: ['recovery'], lends: ['AddKeeper.svelte', 'YourDevices.svelte'] },
  linking: { uses: [], lends: [] },
  keeping: {
    uses: ['hours', 'recovery'],
    lends: [
      'Fetching.svelte',
      'KeptByOthers.svelte',
      'Reading.svelte',
      'TakeAlong.svelte',
      'TakeMine.svelte',
    ],
  },
  leaving: { uses: ['recovery', 'keeping'], lends: ['EraseHere.svelte'] },
  household: { uses: [], lends: ['YourDoor.svelte'] },
  wall: { uses: ['leaving', 'gatherings'], lends: ['WallCard.svelte'] },
  people: {
    uses: [
      'hours',
      'matches',
      'talk',
      'board',
      'joining',
      'decisions',
      'recovery',
      'agents',
    ],
    lends: [],
  },
  organisations: {
    uses: ['hours', 'decisions', 'board'],
    lends: [
      'BroughtCard.svelte',
      'NewcomerCard.svelte',
      'OpeningCard.svelte',
      'SentHere.svelte',
      'SignCard.svelte',
      'SignersCard.svelte',
      'WelcomeCard.svelte',
    ],
  },
  groups: { uses: ['board'], lends: [] },
  sessions: { uses: ['hours'], lends: ['PartCard.svelte'] },
  agents: {
    uses: ['hours', 'recovery'],
    lends: [
      'AlsoWrites.svelte',
      'AsksMe.svelte',
      'NoLonger.svelte',
      'WaitsForThem.svelte',
      'WrittenForMe.svelte',
    ],
  },
  me: { uses: ['hours'], lends: [] },
  settings: {
    uses: ['talk', 'recovery', 'devices', 'keeping', 'leaving', 'household', 'wall'],
    lends: ['Offers.svelte'],
  },
  today: {
    uses: [
      'hours',
      'matches',
      'talk',
      'board',
      'joining',
      'decisions',
      'recovery',
      'keeping',
      'organisations',
      'sessions',
      'agents',
      'settings',
      'gatherings',
    ],
    lends: [],
  },
};

const exactly = (path) => `${path.replaceAll('.', '\\.')}$`;
const among = (paths) => `^src/(${paths.join('|')})`;

const grounds = (tests) =>
  Object.entries(ground).map(([name, lower]) => ({
    name: `ground-${name}`,
    severity: 'error',
    comment: `src/${name} may import of the app only: ${lower.join(', ') || 'nothing'}`,
    from: { path: `^src/${name}/`, pathNot: tests },
    to: { path: '^src/', pathNot: among([name, ...lower].map((each) => `${each}/`)) },
  }));

const walls = (tests) =>
  Object.entries(features).map(([name, { uses }]) => {
    const lent = uses.flatMap((used) =>
      features[used].lends.map((file) => exactly(`${used}/${file}`)),
    );
    const beneath = ['screen', ...ground.screen].map((each) => `${each}/`);
    return {
      name: `feature-${name}`,
      severity: 'error',
      comment: `src/${name} may use what is lent by: ${uses.join(', ') || 'nobody'}`,
      from: { path: `^src/${name}/`, pathNot: tests },
      to: { path: '^src/', pathNot: among([`${name}/`, ...beneath, ...lent]) },
    };
  });

/** The rules of the app's folders; files that match `tests` may import any of it. */
const rules = (tests) => [...grounds(tests), ...walls(tests)];

module.exports = { features, rules };
