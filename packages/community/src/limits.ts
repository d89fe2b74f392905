/** The caps of what others make a phone read here, each with its reason (replica/R8). */

/** Words of each of the two that a conversation reads, the newest: beyond, nobody scrolls. */
export const wordsOfEach = 1_000;

/** Words that are opened before the screen has its turn: some milliseconds of work. */
export const wordsAtOnce = 64;

/** Words that are shown of somebody with whom I share nothing, until I answer. */
export const wordsFromStranger = 3;

/** Words whose keys are passed on to a further phone of mine: each is 300 bytes in every copy. */
export const wordsPassedOn = 500;

/** Cards that are ready to be pinned with one tap: a longer list is a form again. */
export const readyCardsAtMost = 12;

/** Hand-overs that one other member asks me about at a time: nobody carries more. */
export const handingsAsked = 8;

/** Open questions of one member that are listed at a time: nobody reads ten of one voice. */
export const questionsOfEach = 8;

/** Days after which a question that was not taken is listed among the earlier ones. */
export const quietDays = 90;

/** Organisations of one opener that are listed, besides those I have to do with. */
export const organisationsOfEach = 8;

/** Hours that one member asks me to sign for at a time: nobody checks more in one go. */
export const signingsAsked = 8;

/** Newcomers of one who lets people in whom I am asked to welcome at a time: puppets come by dozens. */
export const newcomersAsked = 4;

/** Yeses that a signer's phone says by itself for one organisation within a day. */
export const yesesADay = 32;

/** The same to one other member: each costs an entry in every copy. */
export const yesesOfOne = 8;

/** First hours that a signer's phone gives by itself within a day: whoever is new can wait. */
export const welcomesADay = 4;

/** Slips whose organisation a phone remembers, the latest: nobody hands out more at a time. */
export const slipsKept = 32;

/** Phones of a neighbour that are asked to write for me: each is an entry in every copy. */
export const phonesOfCarer = 4;

/** Neighbours at a time of whom I am told that they ask me to write for them: nobody has more hands. */
export const carersAsked = 4;

/** Hours that a neighbour wrote for me, and cards, which are shown at a time; the rest is counted. */
export const writtenShown = 8;

/** Entries of a neighbour's phone, of each kind, that are looked through for what they wrote for me. */
export const writtenRead = 256;

/** People whom one tap asks: each is an entry, and of one member neighbours say thirty again in an hour. */
export const askedAtOnce = 12;

/** Groups of one founder that are listed, besides those I am in: nobody keeps more alive. */
export const groupsOfEach = 8;

/** Words of a room that are read, the newest of each writer in turn: beyond, nobody scrolls. */
export const wordsOfRoom = 500;

/** Devices to which a word of a group that asks is sealed: three entries, 6 kB in every copy. */
export const roomReaders = 96;

/** Pinned words of a room that are shown, the latest: more are no notice. */
export const pinsShown = 3;

/** Words that one member asks others to keep at a time, the latest: who asks for all asks for none. */
export const keepsOfEach = 50;

/** Gatherings of one founder that are listed, besides those that concern me: nobody runs more at a time. */
export const gatheringsOfEach = 12;

/** Moved dates of one gathering that are looked at for where they have gone, the latest. */
export const changesLookedAt = 64;

/** Lists of places that an organiser's phone writes by itself within a day: each is up to 3.6 kB in every copy. */
export const seatListsADay = 24;

/** Days ahead for which it does: later dates have time. */
export const seatsGivenAhead = 60;

/** Days ahead for which my first page tells what has changed of gatherings: later dates have time. */
export const newsAhead = 60;

/** Sessions of one organiser that ask me at a time, the earliest: nobody goes to five evenings at once. */
export const sessionsAsked = 4;

/** Days for which a session asks those in it: later, an hour is asked by itself. */
export const sessionDays = 60;

/** Reminders of one session that bring back what I put away: a fourth is not heard. */
export const remindersHeard = 3;

/** Parts to which somebody said yes before they were asked, the latest: each is a line in a note. */
export const earlyYesesKept = 128;

/** Sessions of one organiser that are listed, the latest: nobody scrolls through years of evenings. */
export const sessionsListed = 40;
