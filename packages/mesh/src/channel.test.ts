import { channelPair } from './channel.ts';
import { channelContract } from './testing/channelContract.ts';
import { bound } from './testing/between.ts';

channelContract('a channel in memory', () => channelPair());
channelContract('a channel in memory, bound', () => bound('Ana’s', 'Biel’s'));
