import { type CampaignId, needsPerson, type Verdict, type WorkspaceId } from '#model';
import { nameText, tidy } from '#words';
import { GROUP_OF, type GroupName, gather, type ListGroup } from './groups.ts';
import type { Members } from './members.ts';
import type { Sort, View } from './view.ts';
import type { PopupWords } from './words.ts';
import { compareWorst } from './worst-first.ts';

/** What headings are made of, beside the verdicts. */
export interface Names {
  readonly words: PopupWords;
  readonly workspaces: ReadonlyMap<WorkspaceId, string>;
  readonly members: Members;
  /** Campaigns of which nobody is told for now. */
  readonly silenced: { has(id: CampaignId): boolean };
}

const lostOf = ({ causes }: Verdict): number =>
  causes.reduce((most, { loss }) => Math.max(most, loss ?? 0), 0);

/** When it sends again or its cause clears; what nobody can say comes last. */
const clearsOf = ({ nextSendAt, clearsAt }: Verdict): number => nextSendAt ?? clearsAt ?? Infinity;

const byClearing = (a: Verdict, b: Verdict): number => {
  const [left, right] = [clearsOf(a), clearsOf(b)];
  return left === right ? 0 : left - right;
};

const sortBy = (sort: Sort, locale: string): ((a: Verdict, b: Verdict) => number) => {
  switch (sort) {
    case 'worst':
      return compareWorst;
    case 'name': {
      const { compare } = new Intl.Collator(locale, { numeric: true });
      // A comparison is made many times over, and names are untidy.
      const names = new Map<Verdict, string>();
      const nameOf = (verdict: Verdict): string => {
        const name = names.get(verdict) ?? tidy(verdict.name);
        names.set(verdict, name);
        return name;
      };
      return (a, b) => compare(nameOf(a), nameOf(b)) || compareWorst(a, b);
    }
    case 'lost':
      return (a, b) => lostOf(b) - lostOf(a) || compareWorst(a, b);
    case 'clears':
      return (a, b) => byClearing(a, b) || compareWorst(a, b);
  }
};

/** "inbox_login_lost" as "Inbox login lost": where no headline is free of one campaign's figures. */
const spell = (code: string): string => {
  const text = tidy(code).replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const causeOf = ({ health, causes }: Verdict): string =>
  health === 'healthy' ? 'healthy' : (causes[0]?.code ?? '');

const causeTitle = (code: string, { causes }: Verdict, words: PopupWords): string => {
  if (code === '') return words.t('popup.group.noCause');
  if (code === 'healthy') return words.t('healthy.headline');
  const [cause] = causes;
  const bare = cause && words.cause({ ...cause, params: {}, loss: null, clearsAt: null }, 0);
  return bare?.headline || spell(code);
};

/** What a campaign asks of the reader: nothing, where nobody wants to hear of it. */
const groupOf = ({ campaignId, health }: Verdict, silenced: Names['silenced']): GroupName =>
  needsPerson(health) && silenced.has(campaignId) ? 'silenced' : GROUP_OF[health];

/** Worst first, but of those that need a person the silenced ones after the others. */
const needingFirst = (
  ranked: readonly Verdict[],
  silenced: Names['silenced'],
): readonly Verdict[] => {
  const needing = ranked.filter(({ health }) => needsPerson(health));
  return [
    ...needing.filter(({ campaignId }) => !silenced.has(campaignId)),
    ...needing.filter(({ campaignId }) => silenced.has(campaignId)),
    ...ranked.filter(({ health }) => !needsPerson(health)),
  ];
};

const groupBy = (ranked: readonly Verdict[], { grouping }: View, names: Names) => {
  const { words, workspaces, members, silenced } = names;
  switch (grouping) {
    case 'state':
      return gather(
        needingFirst(ranked, silenced),
        (verdict) => groupOf(verdict, silenced),
        (name) => words.t(`popup.group.${name}`),
      );
    case 'workspace':
      return gather(
        ranked,
        ({ workspaceId }) => workspaceId,
        (id) => nameText(workspaces.get(id) ?? '', words.t('popup.workspace')),
      );
    case 'cause':
      return gather(ranked, causeOf, (code, first) => causeTitle(code, first, words));
    case 'tag':
      return gather(
        ranked,
        ({ campaignId }) => members.get(campaignId)?.groupTags.join(', ') ?? '',
        (tags) => tidy(tags) || words.t('popup.group.noTag'),
      );
  }
};

/** The list: groups in the order of their worst campaign, campaigns in the order that was chosen. `ranked` is worst first. */
export const order = (
  ranked: readonly Verdict[],
  view: View,
  names: Names,
): readonly ListGroup[] => {
  const groups = groupBy(ranked, view, names);
  if (view.sort === 'worst') return groups;
  const compare = sortBy(view.sort, names.words.locale);
  return groups.map((group) => ({ ...group, verdicts: group.verdicts.toSorted(compare) }));
};
