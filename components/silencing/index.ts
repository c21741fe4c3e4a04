export { SilenceControls } from './controls.tsx';
export {
  areTagsNeeded,
  silencedCampaigns,
  silencesOn,
  type TagSources,
  tagsByCampaign,
} from './covering.ts';
export { SilenceSign } from './sign.tsx';
export { type SilenceNames, scopeText, silenceText } from './silence-text.ts';
export { type Act, campaignSubject, incidentSubject } from './subject.ts';
export { useTags } from './use-tags.ts';
export { causeName, createSilenceWords, type SilenceWords } from './words.ts';
