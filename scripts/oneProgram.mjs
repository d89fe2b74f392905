// Before svelte-eslint-parser is imported: one program of TypeScript serves all components, and
// what one component hands to another has its type (decision 0064).
process.env['SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK'] ??= '1';
