import type { packaged } from '#locales/en/packaged';
import type { PanelAnswer } from '#messages';
import type { InstantMs, Verdict } from '#model';
import type { WorkspaceRecord } from '#store/read';
import { type Catalogue, createWords, nameText, type Reader, withNeededMarks } from '#words';
import { freshen, operatorReport } from '../../components/report/index.ts';

type Worded = Pick<Extract<PanelAnswer, { readonly kind: 'known' }>, 'report' | 'trouble'>;

const MOST_NAME = 200;
/** What a person has to mend in the options before anything is checked again. */
const MENDED_IN_OPTIONS = ['key_rejected', 'scope_missing', 'locked', 'permission_missing'];

/** What the background writes of a panel's answer, so that the content script carries no words for it. */
export const wordPanel = (
  { state, name: workspaceName }: Pick<WorkspaceRecord, 'state' | 'name'>,
  verdict: Verdict,
  checkedAt: InstantMs | null,
  catalogue: Catalogue,
  reader: Reader,
  now: InstantMs,
): Worded => {
  const words = createWords(catalogue as typeof packaged, reader);
  const fresh = freshen(verdict, Math.max(checkedAt ?? 0, verdict.observedAt), now);
  const name = nameText(verdict.name, words.t('popup.unnamed'), MOST_NAME);
  return {
    report: withNeededMarks(operatorReport(fresh, name, words, now)),
    trouble:
      state.kind === 'ok'
        ? null
        : {
            text: words.t(`panel.state.${state.kind}`, {
              name: nameText(workspaceName, words.t('panel.workspace')),
            }),
            isMendedInOptions: MENDED_IN_OPTIONS.includes(state.kind),
          },
  };
};
