// The names that packages/keys gives to keys of Web Crypto, where there is no DOM to declare
// them: only tsconfig.community.json reads this file.

type CryptoKey = import('node:crypto').webcrypto.CryptoKey;
type CryptoKeyPair = import('node:crypto').webcrypto.CryptoKeyPair;
type KeyUsage = import('node:crypto').webcrypto.KeyUsage;
