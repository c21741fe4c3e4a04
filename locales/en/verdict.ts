import { base } from './base.ts';
import { causes } from './causes.ts';
import { figures } from './figures.ts';
import { headlines } from './headlines.ts';
import { help } from './help.ts';
import { panelAnswer } from './panel-answer.ts';

/** All that can be said of one campaign: its causes with evidence, advice and help, and its figures. */
export const verdict = {
  ...base,
  ...headlines,
  ...causes,
  ...help,
  ...panelAnswer,
  ...figures,
} as const;
