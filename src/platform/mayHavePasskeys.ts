/** Whether this browser has any; whether one gives such answers only trying tells. */
export const mayHavePasskeys = (): boolean =>
  'PublicKeyCredential' in globalThis && !/^[\d.]+$|:/.test(location.hostname);
