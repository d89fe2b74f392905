import { amongNeighbours } from './testing/amongNeighbours.ts';
import { introducerContract } from './testing/introducerContract.ts';
import { looker } from './testing/looker.ts';
import { MeetingHall } from './testing/meetingHall.ts';

const place = { room: 'ab'.repeat(32), password: '00'.repeat(32), relays: [] };

introducerContract('rooms in memory', () => {
  const hall = new MeetingHall();
  return { enter: () => looker((onmet) => hall.open(place, onmet)) };
});
introducerContract('through a neighbour', amongNeighbours);
