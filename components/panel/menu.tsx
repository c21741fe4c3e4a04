import { CORNERS, type PanelFrame } from './frame.ts';
import type { AnswerWords } from './words.ts';

interface MenuProps extends Pick<PanelFrame, 'corner' | 'on'> {
  readonly words: AnswerWords;
}

/** Where the panel stands, and whether at all. */
export const Menu = ({ corner, on, words }: MenuProps) => (
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
  </div>
);
