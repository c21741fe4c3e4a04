import { describeLocating } from './locating-run.ts';

describeLocating('chromium');
