/**
 * Lets only script addresses of this origin become workers, and nothing else become
 * markup or code.
 *
 * The built page runs under `require-trusted-types-for 'script'`. A `default` policy
 * that has `createScriptURL` alone means: strings are still refused as HTML and as
 * script, so markup hidden in a name or a note has no door to go through.
 */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

export function installTrustedTypes(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, location.href).origin === location.origin) return url;
      throw new TypeError(`Blocked script address ${url}`);
    },
  });
}
