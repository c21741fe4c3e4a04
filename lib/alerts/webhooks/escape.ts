/** Slack reads these three as markup, and `<!channel>` as a call to everybody (docs.slack.dev/messaging/formatting-message-text). */
const SLACK_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text for any text object of Slack. */
export const escapeSlack = (text: string): string =>
  text.replace(/[&<>]/g, (mark) => SLACK_ENTITIES[mark] ?? mark);

/**
 * Text for Discord, which reads Markdown wherever it shows text: a backslash takes its meaning from any character that
 * is no letter, digit or white space, so that also an address is no link and a mention none
 * (support.discord.com/hc/articles/210298617).
 */
export const escapeDiscord = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`);

/** At most `most` UTF-16 units, as the chats count, and no half of a pair at the end. */
export const shorten = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
