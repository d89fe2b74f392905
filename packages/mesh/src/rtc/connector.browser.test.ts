import { connectorContract } from '../testing/connectorContract.ts';
import { rtcConnector } from './rtcConnector.ts';

connectorContract('connections over WebRTC', () => rtcConnector());
