/** What a mail program makes tappable in a message. */
export function linkIn(message: string): string {
  const [link] = /http\S+/.exec(message) ?? [];
  if (link === undefined) throw new Error('there is no link in the message');
  return link;
}
