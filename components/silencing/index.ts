export { CampaignSilenceControls } from './campaign-controls.tsx';
export { SilenceControls } from './controls.tsx';
export {
  areTagsNeeded,
  silencedCampaigns,
  type TagSources,
  tagsByCampaign,
} from './covering.ts';
export { SilenceSign } from './sign.tsx';
export { type SilenceNames, scopeText, silenceText } from './silence-text.ts';
export { type Act, incidentSubject } from './subject.ts';
export { causeName, createSilenceWords, type SilenceWords } from './words.ts';
