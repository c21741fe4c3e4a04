import { describeEndurance } from './panel-endurance.ts';

describeEndurance('chromium', { changes: 100, renders: 50 });
describeEndurance('firefox', { changes: 50, renders: 50 });
