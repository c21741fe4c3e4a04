import { simulateHours } from './simulate/simulate-hours.ts';

console.warn = () => undefined;
const t = performance.now();
const r = await simulateHours({
  seed: Number(process.argv[2] ?? 1),
  hours: Number(process.argv[3] ?? 50),
  campaigns: Number(process.argv[4] ?? 50),
  faults: Number(process.argv[5] ?? 0.05),
});
console.log(JSON.stringify(r, null, 1), performance.now() - t);
