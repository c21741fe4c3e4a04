import { parentPort, workerData } from 'node:worker_threads';
import { playWeek, type WeekOptions } from './play-week.ts';
import { scoreOf } from './score.ts';

const options = workerData as WeekOptions;
parentPort?.postMessage(scoreOf(await playWeek(options), options.rules, options.stepMinutes));
