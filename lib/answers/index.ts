export type { AnswersPort } from './answers-port.ts';
export { lookUpCampaign } from './look-up-campaign.ts';
export { lookUpMarks } from './look-up-marks.ts';
export { workspaceOf } from './workspace-of.ts';
