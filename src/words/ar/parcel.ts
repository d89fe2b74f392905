export * from '../en/parcel.ts';
