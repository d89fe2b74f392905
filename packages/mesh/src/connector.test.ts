import { connectorContract } from './testing/connectorContract.ts';
import { MemoryConnections } from './testing/memoryConnections.ts';

connectorContract('connections in memory', () => new MemoryConnections().connector);
