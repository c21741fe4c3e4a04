import { parentPort, workerData } from 'node:worker_threads';
import { type SimulationOptions, simulateHours } from './simulate-hours.ts';

// Thousands of simulated failures would each gather a stack that nobody reads.
Error.stackTraceLimit = 0;
console.warn = () => undefined;

parentPort?.postMessage(await simulateHours(workerData as SimulationOptions));
