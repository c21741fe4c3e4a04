import type { alerts } from '#locales/en/alerts';
import type { packaged } from '#locales/en/packaged';
import type { Notice } from '#model';
import { nameText, tidy, type Words } from '#words';
import type { WebhookContent } from './content.ts';

/** The packaged catalogue and what notifications say: a chat is told in the same words as a screen. */
export type WebhookWords = Words<typeof packaged & typeof alerts>;

/** A notice as a person reads it: one line that says what happened, and a few that say more. */
export interface NoticeTexts {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Campaigns that a message in a chat names; the rest is a figure. */
const MOST_NAMED = 10;
const MOST_DAYS = 7;

const subjectOf = (
  { campaigns, workspace }: WebhookContent,
  count: number,
  words: WebhookWords,
): string => {
  const [first] = campaigns;
  if (count === 1 && first) return nameText(first.name, words.t('alerts.unnamed'));
  return count > 0 ? words.t('unit.campaign', { count }) : (workspace?.name ?? '');
};

const titleOf = (content: WebhookContent, words: WebhookWords): string => {
  const { notice } = content;
  if (notice.kind === 'test') return words.t('alerts.test');
  const { needYou = notice.campaigns, fine = 0 } = notice.counts ?? {};
  if (notice.kind === 'summary') return words.t('alerts.summary', { count: needYou });
  if (notice.kind === 'digest') {
    return needYou > 0
      ? words.t('alerts.digest', { count: needYou, fine })
      : words.t('alerts.digestFine', { fine });
  }
  const subject = subjectOf(content, notice.campaigns, words);
  // What is wrong with this computer is no workspace's.
  const headline =
    subject === ''
      ? tidy(content.headline)
      : words.t('webhook.problem', { subject, headline: content.headline });
  if (notice.kind === 'recovery') return words.t('alerts.over', { headline });
  return notice.isRepeated ? words.t('alerts.again', { headline }) : headline;
};

const countLines = (counts: Notice['counts'], words: WebhookWords): readonly string[] => [
  ...(counts && counts.silenced > 0
    ? [words.t('alerts.silenced', { count: counts.silenced })]
    : []),
  ...(counts?.dryDays ?? [])
    .slice(0, MOST_DAYS)
    .map(({ date, campaigns }) => words.t('alerts.dry', { count: campaigns, day: date })),
];

const lossLines = ({ kind, loss }: Notice, words: WebhookWords): readonly string[] =>
  kind === 'recovery' || loss === null || loss < 1
    ? []
    : [words.t('alerts.lost', { count: Math.round(loss) })];

const namedLines = (
  { notice, campaigns }: WebhookContent,
  words: WebhookWords,
): readonly string[] => {
  if (notice.kind === 'test' || notice.campaigns <= 1) return [];
  const named = campaigns.slice(0, MOST_NAMED);
  const more = notice.campaigns - named.length;
  return [
    ...named.map(({ name }) =>
      words.t('webhook.named', { name: nameText(name, words.t('alerts.unnamed')) }),
    ),
    ...(named.length > 0 && more > 0 ? [words.t('webhook.more', { count: more })] : []),
  ];
};

/** Puts a notice into words. Names are cleaned and cannot turn what stands around them, but are not escaped for any chat. */
export const textsOf = (content: WebhookContent, words: WebhookWords): NoticeTexts => {
  const { notice, workspace, inboxes } = content;
  const title = titleOf(content, words);
  if (notice.kind === 'test') return { title, lines: [words.t('webhook.test')] };
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
