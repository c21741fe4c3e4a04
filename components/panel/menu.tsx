import { CORNERS, FINDINGS, type PanelFrame } from './frame.ts';
import type { AnswerWords } from './words.ts';

interface MenuProps extends Pick<PanelFrame, 'corner' | 'found' | 'on'> {
  readonly words: AnswerWords;
}

/** Where the panel stands, and whether at all; and what was located in Instantly's pages. */
export const Menu = ({ corner, found, on, words }: MenuProps) => (
  <div class="menu">
    <fieldset class="corners" aria-label={words.t('panel.corner')}>
      {CORNERS.map((one) => (
        <button
          key={one}
          type="button"
          class={`corner ${one}`}
          aria-pressed={one === corner}
          aria-label={words.t(`panel.corner.${one}`)}
          title={words.t(`panel.corner.${one}`)}
          onClick={on(one)}
        />
      ))}
    </fieldset>
    <div class="hiding">
      {(['hideHere', 'hideEverywhere'] as const).map((action) => (
        <button key={action} type="button" class="link" onClick={on(action)}>
          {words.t(`panel.${action}`)}
          <small>{words.t(`panel.${action}Text`)}</small>
        </button>
      ))}
    </div>
    <small>
      {FINDINGS.map((where) => {
        const findings = found.get(where);
        if (!findings) return null;
        const ways = findings.by.map((way) => words.t(`panel.by.${way}`));
        const by = ways.join(', ') || words.t('panel.by.nothing');
        return <p key={where}>{words.t(`panel.found.${where}`, { ...findings, by })}</p>;
      })}
    </small>
  </div>
);
