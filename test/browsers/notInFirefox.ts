/**
 * The stories that Firefox is not told, each by its file and, where it is one of several, the
 * beginning of its name; and why. All others `npm run verify` tells there too.
 */
const chromiumAlone = 'it asks Chromium itself, by its own protocol (CDP)';
const download = 'Playwright hears of no download over BiDi';
const pdf = 'it looks at sheets that Chromium prints (PDF)';
const camera = 'the camera is a file that Chromium is begun with';

export const notInFirefox: Readonly<Record<string, string>> = {
  'answer: Biel answers what Ana needs': download,
  archive: download,
  byTab: 'in a window that is not in front no focus is drawn, and each phone has one',
  comingBack: chromiumAlone,
  faceToFace: camera,
  damage: chromiumAlone,
  faults: chromiumAlone,
  forEveryone: 'its themes are emulated in every page, which this Firefox cannot',
  'framed: what our own relay serves':
    'it looks for the page that Chromium shows instead',
  front: chromiumAlone,
  history: 'it takes minutes, and measures no browser',
  house: chromiumAlone,
  killed: chromiumAlone,
  languages: chromiumAlone,
  leaving: download,
  notices: 'it allows notifications, which headless Firefox has none of',
  parcel: download,
  poster: pdf,
  printed: pdf,
  seen: pdf,
  villages: 'its networks are made for Chromium’s program',
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What Playwright calls these: "firefox answer.spec.ts Biel answers …". */
export const patternsOf = (stories: Readonly<Record<string, string>>): RegExp[] =>
  Object.keys(stories).map((each) => {
    const [file = '', name = ''] = each.split(': ');
    return new RegExp(String.raw`\b${escaped(file)}\.spec\.ts .*${escaped(name)}`);
  });
