export { comingBackWith } from './comingBack.ts';
export type { ComingBack } from './comingBack.ts';
export { DeviceDoor } from './deviceDoor.ts';
export type { AskingDevice, ShownLink } from './deviceDoor.ts';
export { Porch } from './porch.ts';
export type { GreetRefused } from './porch.ts';
