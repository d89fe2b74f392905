import { theBoard } from './board.ts';
import { theAnswering } from './answering.ts';
import { theCarers } from './carers.ts';
import { theBroughtAlong } from './broughtAlong.ts';
import { theCodes, thePoster } from './beside.ts';
import { theDecisions, theRemoval } from './decisions.ts';
import { theArchive, theDoors, theFirstDays, theVillage } from './dailyLife.ts';
import { theFarewell } from './farewell.ts';
import { theGatherings } from './gatherings.ts';
import { theGroups } from './groups.ts';
import { theHousehold, theTrial } from './household.ts';
import { theSpanish } from './languages.ts';
import { theLeaving } from './leaving.ts';
import { theAgents } from './onPaper.ts';
import { theOrganisations } from './organisations.ts';
import { thePairing } from './pairing.ts';
import { theParcel } from './parcels.ts';
import { thePeace } from './peace.ts';
import { thePeople } from './people.ts';
import { thePot } from './pot.ts';
import { theSeveral } from './several.ts';
import { theSettings } from './settings.ts';
import { theStreet, theTown } from './street.ts';
import { theTalk } from './talk.ts';
import { theThings } from './things.ts';
import { theToday } from './today.ts';
import { theSpareKeys, theWaysBack } from './waysBack.ts';

/** Every screen of the app, each with something on it where there can be. */
export const tours = {
  'the doors': theDoors,
  'the first days': theFirstDays,
  'the spare keys': theSpareKeys,
  'the village': theVillage,
  'the board': theBoard,
  'the archive': theArchive,
  'the household': theHousehold,
  'the trial': theTrial,
  'the ways back': theWaysBack,
  'the leaving': theLeaving,
  'the codes': theCodes,
  'the poster': thePoster,
  'the pairing': thePairing,
  'the parcel': theParcel,
  'the people': thePeople,
  'the organisations': theOrganisations,
  'the groups': theGroups,
  'the pot': thePot,
  'the brought': theBroughtAlong,
  'the agents': theAgents,
  'the carers': theCarers,
  'the farewell': theFarewell,
  'the decisions': theDecisions,
  'the removal': theRemoval,
  'the peace': thePeace,
  'the answering': theAnswering,
  'the several': theSeveral,
  'the settings': theSettings,
  'the talk': theTalk,
  'the things': theThings,
  'the gatherings': theGatherings,
  'the today': theToday,
  'the street': theStreet,
  'the Spanish': theSpanish,
};

/**
 * Pictures are taken of these, and nothing more: their screens are those of the others, with a
 * thousand rows, of which a search for faults would take a quarter of an hour.
 */
export const picturesOnly = { 'the town': theTown };
