/** README.txt of an archive: for somebody who has nothing but this file, in ten years. */
export const readmeOf = (
  community: string,
): string => `The record of ${community.replaceAll(/\s+/g, ' ')}, a time bank.

It was written by Manyhands. Nothing here is money: the figures are minutes of help that
neighbours gave each other. Whoever has this file can read who helped whom, when and for
how long. Words that two people wrote for each other alone are in it too, but locked: only
their own devices open them. There is no key and no password in it.

WHAT IS WHAT

people.csv     everybody who was let in, with hours given and received; whoever has left is
               "someone who left", and the hours stay, so that all sums are right. Opens in any
               spreadsheet (commas, UTF-8). Where = + - or @ would begin a formula an
               apostrophe stands in front, so that no spreadsheet runs it.
hours.csv      one row for each stretch of help: the day, who helped, who was helped,
               minutes, and whether both have said yes (status "exists").
people.json    the same two tables for programs.
hours.json
entries/       the signed entries themselves, from which all of the above was made.
manifest.json  the sums, and the SHA-256 of every other file.

HOW TO OPEN IT AGAIN

In Manyhands, on the first page: "Open an archive". It checks every file and every
signature before it shows anything, and says which file is damaged if one is.

HOW TO CHECK IT WITHOUT MANYHANDS

1. The archive is a ZIP file. Its last 71 characters are "sha256:" and the SHA-256, in
   hexadecimal, of everything that comes before those 64 digits:
       head -c -64 archive.zip | sha256sum
2. Each file's SHA-256 stands in manifest.json:
       sha256sum people.csv
3. hours.csv adds up: for each person, the minutes of rows with status "exists" in which
   they helped, less those in which they were helped, are balance_minutes in people.csv.
   All balances together are zero.

HOW TO READ THE ENTRIES WITHOUT MANYHANDS

Each file in entries/ is one "page" in deterministic CBOR (RFC 8949): an array of two
lists. The first holds entries that stand alone: [kind, member, device, seq, prev, stored].
The second holds runs: [kind, member, device, from, prev, [stored, ...]]. kind is 0 for
the ledger and 1 for the board; member and device are Ed25519 public keys; prev is the id
of the entry before. The last 64 bytes of "stored" are a signature, what comes before is
the body, CBOR again: [type, minutes since 1970, payload].

    logId = SHA-256("manyhands/v1/log" 00 community kind member device)
    id    = SHA-256(logId, seq as 8 bytes, prev, SHA-256(body))
    what the device signed: "manyhands/v1/entry" 00 id

"community" in manifest.json is the same number in base64url; it is the SHA-256 of
"manyhands/v1/community" 00 and the charter, which is in the very first entry. Types 10
and 11 of the ledger are "I propose these hours" and "yes". The whole format is described
in Manyhands' source, packages/ledger/SPEC.md and packages/archive/SPEC.md.
`;
