export { SilenceControls } from './controls.tsx';
export { coveredOf, silencesOn, type TagsByCampaign } from './covering.ts';
export { SilenceSign } from './sign.tsx';
export { type SilenceNames, scopeText, silenceText, silenceTextAt } from './silence-text.ts';
export { campaignSubject, incidentSubject } from './subject.ts';
export { causeName, createSilenceWords, type SilenceWords } from './words.ts';
