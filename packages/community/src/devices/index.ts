export {
  freezeMine,
  headsOf,
  holdsIdentity,
  myDevices,
  nameDevice,
  readDeviceNames,
  switchOffDevices,
} from './devices.ts';
export type { AppendRefused, MyDevice, SwitchOffRefused } from './devices.ts';
export { linkMinutes, makeDeviceLink } from './furtherDevice.ts';
export { askWhoIAm, enrolmentBy } from './laterKey.ts';
export type { LaterKeys } from './laterKey.ts';
export { makeReadableOn } from './makeReadableOn.ts';
export { pairMinutes, pairingOf } from './pairing.ts';
export { keyVersionOf, speakerOf } from './speaker.ts';
export { stateIdentity } from './stateIdentity.ts';
