import type { Files } from '../disk/files.ts';

/** The same files, with some of what they do done in another way. */
export const filesWith = (files: Files, otherwise: Partial<Files>): Files => ({
  read: (name) => files.read(name),
  write: (name, at, bytes) => files.write(name, at, bytes),
  cut: (name, at) => files.cut(name, at),
  sync: (name) => files.sync(name),
  replace: (name, bytes) => files.replace(name, bytes),
  remove: (name) => files.remove(name),
  names: () => files.names(),
  close: () => files.close(),
  destroy: () => files.destroy(),
  ...otherwise,
});
