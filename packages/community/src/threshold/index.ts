export { comingBackWith } from './comingBack.ts';
export type { ComingBack } from './comingBack.ts';
export { PendingDevice } from './pendingDevice.ts';
export type { AskingDevice, ShownLink } from './pendingDevice.ts';
export { Porch } from './porch.ts';
export type { GreetRefused } from './porch.ts';
