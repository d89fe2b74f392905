/** The long form of all classes is `npm run attack`; `npm test` runs the short one. */
export { isThorough as isLong, sized } from '@manyhands/testing';
