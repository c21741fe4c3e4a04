import { base } from './base.ts';
import { causes } from './causes.ts';
import { figures } from './figures.ts';
import { headlines } from './headlines.ts';
import { marks } from './marks.ts';
import { panelAnswer } from './panel-answer.ts';
import { popup } from './popup.ts';
import { webhooks } from './webhooks.ts';

const { 'popup.sentOf': sentOf, 'popup.unnamed': unnamed } = popup;

/**
 * Everything that an answer to a panel or a list may have to bring along, and what webhooks are told. It is packaged as a file of its own, so that neither
 * the content script nor the background carries it.
 */
export const packaged = {
  ...base,
  ...headlines,
  ...causes,
  ...figures,
  ...panelAnswer,
  ...marks,
  ...webhooks,
  'popup.sentOf': sentOf,
  'popup.unnamed': unnamed,
} as const;
