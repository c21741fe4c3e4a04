import type { packaged } from '#locales/en/packaged';
import type { Notice } from '#model';
import { nameText, type Words } from '#words';
import type { WebhookContent } from './content.ts';

/** The words of the packaged catalogue. */
export type PackagedWords = Words<typeof packaged>;

/** A notice as a person reads it: one line that says what happened, and a few that say more. */
export interface NoticeTexts {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Campaigns that a message in a chat names; the rest is a figure. */
const MOST_NAMED = 10;

const titleOf = (
  { notice, campaigns, headline, workspace }: WebhookContent,
  words: PackagedWords,
): string => {
  if (notice.kind === 'test') return words.t('webhook.test');
  const [only] = notice.campaigns === 1 ? campaigns : [];
  const subject =
    only !== undefined
      ? nameText(only.name, words.t('popup.unnamed'))
      : notice.campaigns > 0
        ? words.t('webhook.campaigns', { count: notice.campaigns })
        : (workspace?.name ?? '');
  switch (notice.kind) {
    case 'problem':
      return words.t(notice.isRepeated ? 'webhook.problem.again' : 'webhook.problem', {
        subject,
        headline,
      });
    case 'recovery':
      return words.t('webhook.recovery', { subject, headline });
    case 'summary':
      return words.t('webhook.summary', { count: notice.counts?.needYou ?? notice.campaigns });
    case 'digest':
      return words.t('webhook.digest', { count: notice.counts?.needYou ?? 0 });
  }
};

const countLines = (counts: Notice['counts'], words: PackagedWords): readonly string[] => {
  if (counts === null) return [];
  return [
    words.t('webhook.fine', { count: counts.fine }),
    ...(counts.silenced > 0 ? [words.t('webhook.silenced', { count: counts.silenced })] : []),
    ...counts.dryDays
      .slice(0, 7)
      .map(({ date, campaigns }) => words.t('webhook.dry', { count: campaigns, date })),
  ];
};

const lossLines = ({ kind, loss }: Notice, words: PackagedWords): readonly string[] =>
  kind === 'recovery' || loss === null || loss < 1
    ? []
    : [words.t('webhook.loss', { count: Math.round(loss) })];

const namedLines = (
  { notice, campaigns }: WebhookContent,
  words: PackagedWords,
): readonly string[] => {
  if (notice.kind === 'test' || notice.campaigns <= 1) return [];
  const named = campaigns.slice(0, MOST_NAMED);
  const more = notice.campaigns - named.length;
  return [
    ...named.map(({ name }) =>
      words.t('webhook.named', { name: nameText(name, words.t('popup.unnamed')) }),
    ),
    ...(named.length > 0 && more > 0 ? [words.t('webhook.more', { count: more })] : []),
  ];
};

/** Puts a notice into words. Names are cleaned and cannot turn what stands around them, but are not escaped for any chat. */
export const textsOf = (content: WebhookContent, words: PackagedWords): NoticeTexts => {
  const { notice, workspace, inboxes } = content;
  const title = titleOf(content, words);
  if (notice.kind === 'test') return { title, lines: [words.t('webhook.test.line')] };
  const { counts } = notice;
  return {
    title,
    lines: [
      ...(workspace === null ? [] : [words.t('webhook.workspace', { name: workspace.name })]),
      ...lossLines(notice, words),
      ...countLines(counts, words),
      ...namedLines(content, words),
      ...(inboxes.length === 0 ? [] : [words.t('webhook.inboxes', { inboxes })]),
    ],
  };
};
