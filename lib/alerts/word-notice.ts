import { alerts } from '#locales/en/alerts';
import type { Notice, Verdict } from '#model';
import { type Catalogue, createWords, isolate, nameText, type Reader, tidy } from '#words';
import type { NotificationText } from './screen.ts';

/** What of a notice is known by name. */
export interface NoticeNames {
  /** Untrusted text; null where several workspaces are meant or it is gone. */
  readonly workspaceName: string | null;
  /** Of the campaigns that the notice names, as far as they are still known. */
  readonly verdicts: readonly Verdict[];
}

/** Longest title and message, in characters: systems cut them anyway, and not all at the same place. */
const LONGEST_TITLE = 100;
const LONGEST_MESSAGE = 240;
const LONGEST_NAME = 60;

type AlertWords = ReturnType<typeof wordsOf>;

const wordsOf = (catalogue: Catalogue, reader: Reader) =>
  createWords({ ...catalogue, ...alerts } as Catalogue & typeof alerts, reader);

const headlineOf = (notice: Notice, { verdicts }: NoticeNames, words: AlertWords): string => {
  const { code, loss, at } = notice;
  if (code === null) return words.t('alerts.unworded');
  // The figures of one campaign would be wrong for the others.
  const one = notice.campaigns === 1 ? verdicts[0] : undefined;
  const params = one?.causes.find((cause) => cause.code === code)?.params ?? {};
  const said = words.cause({ code, params, clearsAt: null, loss }, at).headline;
  return said || words.t('alerts.unworded');
};

const campaignsOf = (
  { campaigns, campaignIds }: Notice,
  { verdicts }: NoticeNames,
  words: AlertWords,
): string => {
  const first = verdicts.find(({ campaignId }) => campaignId === campaignIds[0]);
  if (first === undefined)
    return campaigns > 0 ? words.t('unit.campaign', { count: campaigns }) : '';
  const name = isolate(nameText(first.name, words.t('alerts.unnamed'), LONGEST_NAME));
  return campaigns > 1 ? words.t('alerts.more', { name, count: campaigns - 1 }) : name;
};

const dayOf = (date: string, { locale }: AlertWords): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(date));

const lost = ({ loss }: Notice, words: AlertWords): string =>
  loss !== null && loss >= 1 ? words.t('alerts.lost', { count: Math.round(loss) }) : '';

const ofFleet = (notice: Notice, words: AlertWords): NotificationText => {
  const { needYou = notice.campaigns, fine = 0, silenced = 0, dryDays = [] } = notice.counts ?? {};
  const aside = silenced > 0 ? words.t('alerts.silenced', { count: silenced }) : '';
  if (notice.kind === 'summary') {
    return {
      title: words.t('alerts.summary', { count: needYou }),
      message: joined([words.t('alerts.summaryText'), lost(notice, words), aside]),
    };
  }
  const [dry] = dryDays;
  return {
    title:
      needYou > 0
        ? words.t('alerts.digest', { count: needYou, fine })
        : words.t('alerts.digestFine', { fine }),
    message: joined([
      dry ? words.t('alerts.dry', { count: dry.campaigns, day: dayOf(dry.date, words) }) : '',
      lost(notice, words),
      aside,
    ]),
  };
};

const joined = (parts: readonly string[]): string => parts.filter(Boolean).join(' · ');

const titleOf = (notice: Notice, headline: string, words: AlertWords): string => {
  if (notice.kind === 'recovery') return words.t('alerts.over', { headline });
  return notice.isRepeated ? words.t('alerts.again', { headline }) : headline;
};

const ofCause = (notice: Notice, names: NoticeNames, words: AlertWords): NotificationText => {
  const workspace = names.workspaceName === null ? '' : tidy(names.workspaceName, LONGEST_NAME);
  return {
    title: titleOf(notice, headlineOf(notice, names, words), words),
    message: joined([
      campaignsOf(notice, names, words),
      workspace && isolate(workspace),
      notice.kind === 'problem' ? lost(notice, words) : '',
    ]),
  };
};

/**
 * Puts a notice into the words of a notification: bounded plain text, in which no name can turn, hide or pass for what
 * stands around it. `catalogue` is the packaged one.
 */
export const wordNotice = (
  notice: Notice,
  names: NoticeNames,
  catalogue: Catalogue,
  reader: Reader,
): NotificationText => {
  const words = wordsOf(catalogue, reader);
  const isOfFleet = notice.kind === 'summary' || notice.kind === 'digest';
  const { title, message } = isOfFleet ? ofFleet(notice, words) : ofCause(notice, names, words);
  return { title: clip(title, LONGEST_TITLE), message: clip(message, LONGEST_MESSAGE) };
};

const clip = (text: string, most: number): string => {
  const points = [...text];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : text;
};

/** What the button "Try it" shows. */
export const wordTest = (reader: Reader): NotificationText => {
  const words = createWords(alerts, reader);
  return { title: words.t('alerts.test'), message: words.t('alerts.testText') };
};
