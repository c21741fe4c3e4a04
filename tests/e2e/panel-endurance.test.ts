import { describeEndurance } from './panel-endurance.ts';

// What the table of attacks has as row 49, at length; with 200 changes in panel-endurance.long.test.ts.
describeEndurance('chromium', { changes: 30, renders: 50 });
describeEndurance('firefox', { changes: 10, renders: 10 });
