import { decrypt, encrypt } from '@manyhands/keys';

/** Seals what the disk keeps for one person of this phone. */
export interface Vault {
  seal(bytes: Uint8Array): Promise<Uint8Array>;
  /** What `seal` was given; null for anything else, and for another person's. */
  open(sealed: Uint8Array): Promise<Uint8Array | null>;
}

/** A vault whose key is 32 bytes that only whoever may open it knows. */
export const createVault = (key: Uint8Array): Vault => ({
  seal: (bytes) => encrypt(key, bytes),
  async open(sealed) {
    const opened = await decrypt(key, sealed);
    return opened.ok ? opened.value : null;
  },
});
