export { axeFindings } from './axe.ts';
export { focusFindings } from './focus.ts';
export { motionFindings } from './motion.ts';
export { overflowFindings } from './overflow.ts';
export { untranslatedFindings } from './untranslated.ts';
